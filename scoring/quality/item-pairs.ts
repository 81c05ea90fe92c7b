import { correlation } from '../math/moments.ts';
import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';

/** Two columns that the sample answers alike (synonyms) or oppositely (antonyms). */
export interface ItemPair {
  readonly first: number;
  readonly second: number;
  readonly r: number;
}

function pairCorrelation(x: Float64Array, y: Float64Array): number | null {
  const both = Array.from(x, (_, i) => i).filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]));
  return correlation(
    both.map((i) => x[i] ?? 0),
    both.map((i) => y[i] ?? 0),
  );
}

/**
 * Pairs of items whose correlation in a calibration sample is beyond a cut: r > cut where the cut is positive
 * (synonyms), r < cut where it is negative (antonyms).
 *
 * Find them once, on a clean sample of raw answers, and keep them: pairs chosen anew in each sample move with it.
 * @throws RangeError when the cut is 0 or not a correlation.
 */
export function itemPairs(matrix: ResponseMatrix, cut: number): ItemPair[] {
  if (!(Math.abs(cut) > 0 && Math.abs(cut) < 1))
    throw new RangeError('itemPairs requires a cut within (-1, 1) and not 0');
  const columns = Array.from({ length: matrix.k }, (_, j) => columnOf(matrix, j));
  const pairs: ItemPair[] = [];
  for (const [first, x] of columns.entries()) {
    for (let second = first + 1; second < columns.length; second += 1) {
      const r = pairCorrelation(x, columns[second] ?? x);
      if (r !== null && (cut > 0 ? r > cut : r < cut)) pairs.push({ first, second, r });
    }
  }
  return pairs;
}
