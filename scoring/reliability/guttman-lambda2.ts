import { at, diagonalOf, type Matrix, sumOf } from '../math/matrix.ts';

/**
 * Guttman's λ₂: a lower bound of reliability that is never below α, because it also uses how unevenly the items covary.
 *
 * In words: the covariances between items, plus √(k/(k − 1) · their squares summed), over the variance of the sum.
 * Give it the covariance matrix to set beside α, or the correlation matrix to set beside the standardised α (as `psych`
 * does).
 * Source: Guttman 1945, Psychometrika 10, 255–282, eq. 35.
 * @returns null when the sum does not vary.
 * @throws RangeError with fewer than two items.
 */
export function guttmanLambda2(covariance: Matrix): number | null {
  const k = covariance.rows;
  if (k < 2) throw new RangeError('guttmanLambda2 requires at least two items');
  const total = sumOf(covariance);
  const items = diagonalOf(covariance).reduce((sum, v) => sum + v, 0);
  if (!(total > 1e-12 * items && items > 0)) return null;
  let squares = 0;
  for (let i = 0; i < k; i += 1) for (let j = 0; j < k; j += 1) if (i !== j) squares += at(covariance, i, j) ** 2;
  return (total - items + Math.sqrt((k / (k - 1)) * squares)) / total;
}
