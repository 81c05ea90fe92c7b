import type { Attributes, ReportCounts, ScaleCounts } from '../../../server/report/disclosure/index.ts';
import { type Interval, intervalsOf, type Row } from './attack-solver.ts';
import { type Cohort, type Evidence, type ReportRow, rowsOf } from './report-rows.ts';

export interface Finding {
  readonly what: string;
  readonly real: number;
  readonly least: number;
  readonly most: number;
  /** What a hidden number has to look as if it could be. */
  readonly wanted: number;
}

export interface Attack {
  /** All small numbers, hidden or carelessly shown, with what the attacker can say of them. */
  readonly targets: readonly Finding[];
  /** Hidden numbers that must be smaller than they are allowed to look. */
  readonly findings: readonly Finding[];
  /** Hidden numbers the attacker knows exactly. */
  readonly exact: readonly Finding[];
}

interface Pupils {
  readonly school: string;
  readonly of: Attributes;
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
 * of a campaign, how many pupils of each sex and language submitted in each school at each date, whom they know by name and in which band those
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
      for (const { school, of } of strataOf(counts, scale)) {
        this.pupils.push({ school, of, release, first: this.pupils.length * this.grid.length });
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

  /** How many pupils of which attributes each school had at each date, and those known by name. */
  private publicKnowledge(): void {
    for (const [release, { counts }] of this.releases.entries()) {
      for (const { school, of } of strataOf(counts, this.scale)) {
        const cohort = { schools: new Set([school]), of };
        this.add(this.columnsOf(cohort, release, -1, null), add(this.countsOf(cohort, release).map(({ n }) => n)));
        for (const band of this.bands()) {
          const terms = ones(this.columnsOf(cohort, release, -1, band));
          this.rows.push({ terms, low: this.knownIn(cohort, release, band), high: Number.POSITIVE_INFINITY });
        }
      }
    }
  }

  private readReport(release: number, evidence: Evidence): void {
    for (const { cohort, told } of rowsOf(evidence, this.scale, release)) {
      if (told === null) continue;
      const everybody = this.columnsOf(cohort, release, -1, null);
      for (const [band, cell] of told.bands.entries()) {
        if (cell.kind === 'shown') this.add(this.columnsOf(cohort, release, -1, band), cell.value);
      }
      if (told.mean.kind !== 'shown') continue;
      const sum = told.mean.value * told.n;
      this.addScored(everybody, sum, 1);
      if (told.sd.kind === 'shown') this.addScored(everybody, told.sd.value ** 2 * (told.n - 1) + sum ** 2 / told.n, 2);
    }
  }

  /** Bands of a row in a release, or of those who came to it since an earlier one. */
  private bandTargets({ name, cohort }: ReportRow, release: number, since: number): readonly Target[] {
    const change = (count: (at: number) => number): number => count(release) - (since < 0 ? 0 : count(since));
    const size = change((at) =>
      add(this.bands().map((band) => this.countIn(cohort, at, band) - this.knownIn(cohort, at, band))),
    );
    const wanted = Math.min(this.k, size);
    return this.bands().flatMap((band) => {
      const known = change((at) => this.knownIn(cohort, at, band));
      const real = change((at) => this.countIn(cohort, at, band)) - known;
      if (real >= wanted) return [];
      const what = `${name} band ${band} release ${release}${since < 0 ? '' : ` since ${since}`}`;
      return [{ what, real, wanted, known, columns: this.columnsOf(cohort, release, since, band) }];
    });
  }

  private columnsOf({ schools, of }: Cohort, until: number, since: number, band: number | null): readonly number[] {
    return this.pupils
      .filter((pupils) => pupils.release <= until && pupils.release > since)
      .filter((pupils) => schools.has(pupils.school) && isOf(pupils.of, of))
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

  private countsOf({ schools, of }: Cohort, release: number): readonly ScaleCounts[] {
    const evidence = this.releases[release];
    const strata = evidence === undefined ? [] : strataOf(evidence.counts, this.scale);
    return strata.filter((stratum) => schools.has(stratum.school) && isOf(stratum.of, of)).map(({ counts }) => counts);
  }

  private knownIn(cohort: Cohort, release: number, band: number): number {
    return add(this.countsOf(cohort, release).map(({ knownBands }) => knownBands?.[band] ?? 0));
  }

  private countIn(cohort: Cohort, release: number, band: number): number {
    return add(this.countsOf(cohort, release).map(({ bands }) => bands[band] ?? 0));
  }
}

/** Each school's pupils by attributes, or all together where none are known. */
function strataOf({ schools }: ReportCounts, scale: number) {
  return schools.flatMap(({ path, scales, strata }) => {
    const parts = strata ?? [{ of: {}, scales }];
    return parts.flatMap((part): { school: string; of: Attributes; counts: ScaleCounts }[] => {
      const counts = part.scales[scale];
      return counts === undefined ? [] : [{ school: path.join('/'), of: part.of, counts }];
    });
  });
}

const isOf = (of: Attributes, wanted: Attributes): boolean =>
  Object.keys(wanted).every((name) => of[name] === wanted[name]);

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
