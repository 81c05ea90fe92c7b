import { at, type Matrix, matrixOf, zeros } from './matrix.ts';
import type { ResponseMatrix } from './response-matrix.ts';

/** Covariance of two columns over the persons who answered both; null with fewer than two. */
function pairCovariance({ n, k, values }: ResponseMatrix, i: number, j: number): number | null {
  let [count, mx, my, sxy] = [0, 0, 0, 0];
  for (let row = 0; row < n; row += 1) {
    const x = values[row * k + i] ?? 0;
    const y = values[row * k + j] ?? 0;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    count += 1;
    const dx = x - mx;
    mx += dx / count;
    my += (y - my) / count;
    sxy += dx * (y - my);
  }
  return count < 2 ? null : sxy / (count - 1);
}

/**
 * The covariance matrix that uses, for each pair of columns, every person who answered both (divisor n − 1).
 *
 * It wastes nothing, but the cells rest on different persons and the matrix need not be positive definite.
 * @returns null when some pair has fewer than two persons.
 */
export function pairwiseCovariance(matrix: ResponseMatrix): Matrix | null {
  const out = zeros(matrix.k, matrix.k);
  for (let i = 0; i < matrix.k; i += 1) {
    for (let j = i; j < matrix.k; j += 1) {
      const cell = pairCovariance(matrix, i, j);
      if (cell === null) return null;
      out.values[i * matrix.k + j] = cell;
    }
  }
  return matrixOf(matrix.k, matrix.k, (i, j) => at(out, Math.min(i, j), Math.max(i, j)));
}
