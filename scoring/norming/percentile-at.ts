import type { NormRow } from './mid-rank-table.ts';

/**
 * The mid-rank percentile of any raw score, between those seen too: linear interpolation between neighbouring rows.
 *
 * Beyond the lowest and highest score of the sample the outermost percentile is kept: the sample says nothing further,
 * and nothing is extrapolated.
 * @param table rows of `midRankTable`, low to high.
 * @returns a share in (0, 1).
 * @throws RangeError for an empty table or a raw score that is not finite.
 */
export function percentileAt(table: readonly Pick<NormRow, 'raw' | 'percentile'>[], raw: number): number {
  const first = table[0];
  const last = table.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('percentileAt requires a norm table with rows');
  if (!Number.isFinite(raw)) throw new RangeError('percentileAt requires a finite score');
  if (raw <= first.raw) return first.percentile;
  if (raw >= last.raw) return last.percentile;
  let [low, high] = [0, table.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle]?.raw ?? Infinity) <= raw) low = middle;
    else high = middle;
  }
  const [a, b] = [table[low] ?? first, table[high] ?? last];
  return a.percentile + ((raw - a.raw) / (b.raw - a.raw)) * (b.percentile - a.percentile);
}
