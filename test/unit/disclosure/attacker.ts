import { type Interval, intervalsOf, type Row } from './attack-solver.ts';
import { type Evidence, type ReportRow, rowsOf } from './report-rows.ts';

export interface Finding {
  readonly what: string;
  readonly real: number;
  readonly least: number;
  readonly most: number;
  /** What a hidden number has to look as if it could be. */
  readonly wanted: number;
}

export interface Attack {
  /** All that is hidden, with what the attacker can say of it. */
  readonly targets: readonly Finding[];
  /** Hidden numbers that must be smaller than they are allowed to look. */
  readonly findings: readonly Finding[];
  /** Hidden numbers the attacker knows exactly. */
  readonly exact: readonly Finding[];
}

interface Pupils {
  readonly school: string;
  readonly release: number;
  readonly first: number;
}

interface Target {
  readonly what: string;
  readonly real: number;
  readonly wanted: number;
  readonly known: number;
  readonly columns: readonly number[];
}

/**
 * Attacks one scale over all releases, oldest first, as a department employee with a solver would, who knows every report
 * of a campaign, how many pupils submitted in each school at each date, whom they know by name and in which band those
 * are, the possible scores and the edges of the bands.
 * Shares no code with the protector: unknowns are pupils per school, arrival and single score, nothing is summed beforehand.
 */
export async function attack(releases: readonly Evidence[], scale: number, k: number): Promise<Attack> {
  const scene = new Scene(releases, scale, k);
  const wanted = scene.targets();
  const intervals = await intervalsOf(
    scene.columns(),
    scene.rows,
    wanted.map(({ columns }) => columns),
  );
  const targets = wanted.map((target, index) => findingOf(target, intervals[index]));
  const tolerance = 1e-5;
  return {
    targets,
    findings: targets.filter(({ most, wanted }) => most < wanted - tolerance),
    exact: targets.filter(({ most, least }) => most - least < tolerance),
  };
}

function findingOf({ what, real, wanted, known }: Target, interval: Interval | undefined): Finding {
  if (interval === undefined) throw new Error(`no interval for ${what}`);
  return { what, real, wanted, least: interval.least - known, most: interval.most - known };
}

class Scene {
  private readonly pupils: Pupils[] = [];
  private readonly grid: readonly { readonly score: number; readonly band: number }[];
  readonly rows: Row[] = [];
  private readonly releases: readonly Evidence[];
  private readonly scale: number;
  private readonly k: number;

  constructor(releases: readonly Evidence[], scale: number, k: number) {
    this.releases = releases;
    this.scale = scale;
    this.k = k;
    this.grid = gridOf(releases[0]?.counts.scales[scale]?.edges ?? []);
    for (const [release, { counts }] of releases.entries()) {
      for (const { path } of counts.schools) {
        this.pupils.push({ school: path.join('/'), release, first: this.pupils.length * this.grid.length });
      }
    }
    this.publicKnowledge();
    for (const [release, evidence] of releases.entries()) this.readReport(release, evidence);
  }

  columns(): number {
    return this.pupils.length * this.grid.length;
  }

  targets(): readonly Target[] {
    return this.releases.flatMap((evidence, release) => {
      const rows = rowsOf(evidence, this.scale, release);
      const inOne = rows.flatMap((row) => this.bandTargets(row, release, -1));
      const between = rows.flatMap((row) => {
        const before = Array.from({ length: release }, (_, earlier) => earlier);
        return row.told === null ? [] : before.flatMap((earlier) => this.bandTargets(row, release, earlier));
      });
      return [...inOne, ...between];
    });
  }

  /** School sizes at each date, and pupils known by name. */
  private publicKnowledge(): void {
    for (const [release, { counts }] of this.releases.entries()) {
      for (const { path } of counts.schools) {
        const own = new Set([path.join('/')]);
        this.add(this.columnsOf(own, release, -1, null), this.sizeOf(own, release).n);
        for (const band of this.bands()) {
          const columns = this.columnsOf(own, release, -1, band);
          this.rows.push({
            terms: ones(columns),
            low: this.knownIn(own, release, band),
            high: Number.POSITIVE_INFINITY,
          });
        }
      }
    }
  }

  private readReport(release: number, evidence: Evidence): void {
    for (const { schools, told } of rowsOf(evidence, this.scale, release)) {
      if (told === null) continue;
      const everybody = this.columnsOf(schools, release, -1, null);
      for (const [band, cell] of told.bands.entries()) {
        if (cell.kind === 'shown') this.add(this.columnsOf(schools, release, -1, band), cell.value);
      }
      if (told.mean.kind !== 'shown') continue;
      const sum = told.mean.value * told.n;
      this.addScored(everybody, sum, 1);
      if (told.sd.kind === 'shown') this.addScored(everybody, told.sd.value ** 2 * (told.n - 1) + sum ** 2 / told.n, 2);
    }
  }

  /** Bands of a row in a release, or of those who came to it since an earlier one. */
  private bandTargets({ name, schools, told }: ReportRow, release: number, since: number): readonly Target[] {
    const size = this.anonymousSize(schools, release) - (since < 0 ? 0 : this.anonymousSize(schools, since));
    if (size === 0) return [];
    return this.bands().flatMap((band) => {
      if (since < 0 && told?.bands[band]?.kind === 'shown') return [];
      const known = this.knownIn(schools, release, band) - (since < 0 ? 0 : this.knownIn(schools, since, band));
      const real = this.countIn(schools, release, band) - (since < 0 ? 0 : this.countIn(schools, since, band)) - known;
      const wanted = Math.min(this.k, size);
      if (real >= wanted) return [];
      const what = `${name} band ${band} release ${release}${since < 0 ? '' : ` since ${since}`}`;
      return [{ what, real, wanted, known, columns: this.columnsOf(schools, release, since, band) }];
    });
  }

  private columnsOf(
    schools: ReadonlySet<string>,
    until: number,
    since: number,
    band: number | null,
  ): readonly number[] {
    return this.pupils
      .filter(({ school, release }) => schools.has(school) && release <= until && release > since)
      .flatMap(({ first }) =>
        this.grid.flatMap((cell, index) => (band === null || cell.band === band ? [first + index] : [])),
      );
  }

  private add(columns: readonly number[], value: number): void {
    this.rows.push({ terms: ones(columns), low: value, high: value });
  }

  private addScored(columns: readonly number[], value: number, power: number): void {
    const weight = (column: number): number => (this.grid[column % this.grid.length]?.score ?? 0) ** power;
    this.rows.push({
      terms: new Map(columns.map((column) => [column, weight(column)])),
      low: value - 1e-6,
      high: value + 1e-6,
    });
  }

  private bands(): readonly number[] {
    return [...new Set(this.grid.map(({ band }) => band))];
  }

  private sizeOf(schools: ReadonlySet<string>, release: number) {
    const inside = this.releases[release]?.counts.schools.filter(({ path }) => schools.has(path.join('/'))) ?? [];
    const scales = inside.flatMap((school) => school.scales[this.scale] ?? []);
    const known = scales.flatMap(({ knownBands }) => knownBands ?? []);
    return { n: add(scales.map(({ n }) => n)), known: add(known), scales };
  }

  private anonymousSize(schools: ReadonlySet<string>, release: number): number {
    const { n, known } = this.sizeOf(schools, release);
    return n - known;
  }

  private knownIn(schools: ReadonlySet<string>, release: number, band: number): number {
    return add(this.sizeOf(schools, release).scales.map(({ knownBands }) => knownBands?.[band] ?? 0));
  }

  private countIn(schools: ReadonlySet<string>, release: number, band: number): number {
    return add(this.sizeOf(schools, release).scales.map(({ bands }) => bands[band] ?? 0));
  }
}

/** Scores in tenths from the lowest to the highest edge; a score on an edge is in the upper band. */
function gridOf(edges: readonly number[]): readonly { readonly score: number; readonly band: number }[] {
  const tenths = edges.map((edge) => Math.round(edge * 10));
  const low = tenths[0] ?? 0;
  const high = tenths.at(-1) ?? 0;
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const inner = tenths.slice(1, -1).filter((edge) => edge <= low + index).length;
    return { score: (low + index) / 10, band: inner };
  });
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const ones = (columns: readonly number[]): Map<number, number> => new Map(columns.map((column) => [column, 1]));
