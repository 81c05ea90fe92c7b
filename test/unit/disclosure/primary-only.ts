import type {
  DisclosedCell,
  DisclosedReport,
  ReportCounts,
  ScaleCounts,
  SchoolCounts,
} from '../../../server/report/disclosure/index.ts';

/**
 * What happens where only the small numbers themselves are hidden: every school and every total is shown, numbers under k
 * (zeros too) are not, and nothing else is. The attacker must find plenty here, or the attack could not fail.
 */
export function primaryOnly({ scales, schools }: ReportCounts, k: number): DisclosedReport {
  const prefixes = new Map<string, readonly string[]>();
  for (const { path } of schools)
    for (let depth = 1; depth <= path.length; depth += 1)
      prefixes.set(path.slice(0, depth).join('/'), path.slice(0, depth));
  const areas = [...prefixes].map(([key, path]) => {
    const inside = schools.filter((school) => `${school.path.join('/')}/`.startsWith(`${key}/`));
    return {
      path,
      participation: { invited: 0, consented: 0, started: 0, submitted: 0 },
      cluster: null,
      scales: scales.map(({ id }, scale) => ({
        kind: 'shown' as const,
        scale: id,
        asOf: 1,
        ...figures(inside, scale, k),
      })),
    };
  });
  return { k, distributionFrom: 0, areas, clusters: [], slices: [] };
}

/**
 * The same with every slice of the breakdowns and with means and deviations, as the `number`th release: suppression turned
 * off but for the small numbers themselves.
 */
export function everythingTold(counts: ReportCounts, k: number, number: number): DisclosedReport {
  const { areas, ...rest } = primaryOnly(counts, k);
  const cell = (inside: readonly ScaleCounts[], id: string) => ({
    kind: 'shown' as const,
    scale: id,
    asOf: number,
    ...toldFigures(inside, k),
  });
  const inArea = (path: readonly string[]): readonly SchoolCounts[] =>
    counts.schools.filter((school) => `${school.path.join('/')}/`.startsWith(`${path.join('/')}/`));
  const cells = (all: readonly (readonly ScaleCounts[])[]) =>
    counts.scales.map(({ id }, index) =>
      cell(
        all.flatMap((scales) => scales.slice(index, index + 1)),
        id,
      ),
    );
  const strata = counts.schools.flatMap((school) => school.strata ?? []);
  const slices = (counts.breakdowns ?? []).flatMap(({ by: [name = ''] }) =>
    [...new Set(strata.map(({ of }) => of[name] ?? ''))].map((value) => ({
      path: counts.schools[0]?.path.slice(0, 1) ?? [],
      of: { [name]: value },
      scales: cells(strata.filter(({ of }) => of[name] === value).map(({ scales }) => scales)),
    })),
  );
  return {
    ...rest,
    areas: areas.map((area) => ({ ...area, scales: cells(inArea(area.path).map(({ scales }) => scales)) })),
    slices,
  };
}

function toldFigures(counts: readonly ScaleCounts[], k: number) {
  const sum = (of: (one: ScaleCounts) => number): number => counts.reduce((total, one) => total + of(one), 0);
  const [n, total, squares] = [sum((one) => one.n), sum((one) => one.sum), sum((one) => one.sumSquares)];
  const shown = (value: number): DisclosedCell => ({ kind: 'shown', value });
  const hidden: DisclosedCell = { kind: 'fewer', than: k };
  return {
    n,
    mean: n === 0 ? hidden : shown(total / n),
    sd: n < 2 ? hidden : shown(Math.sqrt(Math.max(0, squares - (total * total) / n) / (n - 1))),
    bands: (counts[0]?.bands ?? []).map((_, band) => {
      const count = sum((one) => one.bands[band] ?? 0);
      return count < k ? hidden : shown(count);
    }),
  };
}

function figures(inside: readonly SchoolCounts[], scale: number, k: number) {
  const counts = inside.flatMap((school): ScaleCounts[] => school.scales.slice(scale, scale + 1));
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const bands = counts[0]?.bands.map((_, band) => counts.reduce((sum, one) => sum + (one.bands[band] ?? 0), 0)) ?? [];
  const hidden: DisclosedCell = { kind: 'fewer', than: k };
  const cell = (value: number): DisclosedCell => (value < k ? hidden : { kind: 'shown', value });
  return { n, mean: hidden, sd: hidden, bands: bands.map(cell) };
}
