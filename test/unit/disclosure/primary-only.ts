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

function figures(inside: readonly SchoolCounts[], scale: number, k: number) {
  const counts = inside.flatMap((school): ScaleCounts[] => school.scales.slice(scale, scale + 1));
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const bands = counts[0]?.bands.map((_, band) => counts.reduce((sum, one) => sum + (one.bands[band] ?? 0), 0)) ?? [];
  const hidden: DisclosedCell = { kind: 'fewer', than: k };
  const cell = (value: number): DisclosedCell => (value < k ? hidden : { kind: 'shown', value });
  return { n, mean: hidden, sd: hidden, bands: bands.map(cell) };
}
