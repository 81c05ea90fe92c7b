import type { StoredResult } from '../domain/result.ts';
import type { ScaleCounts } from './disclosure/index.ts';

type Sums = { n: number; sum: number; sumSquares: number; bands: number[] };

/** Five equal parts of the answer scale 1…5. */
export const fifths: readonly number[] = [1, 1.8, 2.6, 3.4, 4.2, 5];

/**
 * Adds results up by school: n, sum, sum of squares and counts in fifths for each scale. Additive, so that parts merge.
 */
export async function tallyResults(
  results: AsyncIterable<Pick<StoredResult, 'school' | 'scales'>>,
  scales: readonly { id: string }[],
): Promise<Map<string, ScaleCounts[]>> {
  const bySchool = new Map<string, Sums[]>();
  const position = new Map(scales.map(({ id }, index) => [id, index]));
  for await (const result of results) {
    const sums =
      bySchool.get(result.school) ?? scales.map(() => ({ n: 0, sum: 0, sumSquares: 0, bands: [0, 0, 0, 0, 0] }));
    bySchool.set(result.school, sums);
    for (const score of result.scales) {
      const of = sums[position.get(score.scale) ?? -1];
      if (of === undefined || score.kind !== 'scored') continue;
      of.n += 1;
      of.sum += score.mean;
      of.sumSquares += score.mean * score.mean;
      const band = fifthOf(score.mean);
      of.bands[band] = (of.bands[band] ?? 0) + 1;
    }
  }
  return bySchool;
}

/** 0…4; the upper edge of the last fifth belongs to it. */
export function fifthOf(mean: number): number {
  const above = fifths.findIndex((edge) => mean < edge);
  return above === -1 ? 4 : Math.max(0, above - 1);
}

export const noCounts = (scales: readonly unknown[]): ScaleCounts[] =>
  scales.map(() => ({ n: 0, sum: 0, sumSquares: 0, bands: [0, 0, 0, 0, 0] }));
