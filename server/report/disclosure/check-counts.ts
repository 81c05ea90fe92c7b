import type { Release } from './release.ts';
import type { ReportCounts, ScaleCounts, SchoolCounts } from './report-counts.ts';

/**
 * Refuses counts that do not fit together: everything proved later rests on sums being sums.
 * @throws RangeError naming the school
 */
export function checkCounts(report: ReportCounts, earlier: readonly Release[]): void {
  for (const school of report.schools) checkSchool(school, report);
  const paths = new Set(report.schools.map(({ path }) => path.join('/')));
  for (const { path } of earlier.flatMap(({ counts }) => counts.schools)) {
    if (!paths.has(path.join('/'))) throw new RangeError(`${path.join('/')} was in an earlier release and is missing`);
  }
}

function checkSchool(
  { path, scales, strata }: SchoolCounts,
  { scales: definitions, breakdowns = [] }: ReportCounts,
): void {
  const refuse = (why: string): never => {
    throw new RangeError(`${path.join('/')}: ${why}`);
  };
  if (scales.length !== definitions.length) refuse('counts of every scale are needed');
  for (const [index, scale] of scales.entries()) {
    if (scale.bands.length + 1 !== definitions[index]?.edges.length) refuse('one count per band is needed');
    if (total(scale.bands) !== scale.n) refuse('the bands must add up to n');
    if (scale.knownBands?.some((known, band) => known > (scale.bands[band] ?? 0)))
      refuse('more known pupils than pupils');
    if (
      strata !== undefined &&
      !isSplit(
        scale,
        strata.map((stratum) => stratum.scales[index]),
      )
    )
      refuse('strata must add up to the school');
  }
  if (breakdowns.length > 0 && strata === undefined && total(scales.map(({ n }) => n)) > 0)
    refuse('a breakdown needs strata');
}

const isSplit = (scale: ScaleCounts, parts: readonly (ScaleCounts | undefined)[]): boolean =>
  scale.bands.every((count, band) => count === total(parts.map((part) => part?.bands[band] ?? 0))) &&
  total(scale.knownBands ?? []) === total(parts.flatMap((part) => part?.knownBands ?? []));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
