import { covarianceMatrix } from '../math/covariance.ts';
import { at } from '../math/matrix.ts';
import { completeRows, type ResponseMatrix, rowOf } from '../math/response-matrix.ts';

export interface SplitHalf {
  /** Correlation of the sum of the 1st, 3rd, 5th … item with the sum of the others. */
  readonly correlation: number;
  /** 2r/(1 + r): the reliability of the whole if both halves are parallel; null as r → −1. */
  readonly spearmanBrown: number | null;
  /** Guttman–Rulon: 2(1 − (s²odd + s²even)/s²total), which does not ask for equal variances. */
  readonly rulon: number;
}

/**
 * Odd–even split-half reliability of a scale, on complete rows.
 *
 * Source: Spearman 1910; Brown 1910; Rulon 1939 (Harvard Educ. Rev. 9, 99–103).
 * @returns null when fewer than two complete rows remain or a half does not vary.
 * @throws RangeError with fewer than two items.
 */
export function splitHalf(matrix: ResponseMatrix): SplitHalf | null {
  if (matrix.k < 2) throw new RangeError('splitHalf requires at least two items');
  const data = completeRows(matrix);
  const halves = new Float64Array(data.n * 2);
  for (let row = 0; row < data.n; row += 1) {
    for (const [item, answer] of rowOf(data, row).entries()) {
      const cell = row * 2 + (item % 2);
      halves[cell] = (halves[cell] ?? 0) + answer;
    }
  }
  const c = covarianceMatrix({ n: data.n, k: 2, values: halves });
  if (c === null) return null;
  const [odd, even, both] = [at(c, 0, 0), at(c, 1, 1), at(c, 0, 1)];
  const total = odd + even + 2 * both;
  if (!(odd > 0 && even > 0 && total > 0)) return null;
  const r = both / Math.sqrt(odd * even);
  return { correlation: r, spearmanBrown: r > -0.999999 ? (2 * r) / (1 + r) : null, rulon: (4 * both) / total };
}
