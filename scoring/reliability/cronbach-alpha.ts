import { correlationFromCovariance, covarianceMatrix } from '../math/covariance.ts';
import { diagonalOf, type Matrix, sumOf } from '../math/matrix.ts';
import type { ResponseMatrix } from '../math/response-matrix.ts';

/**
 * α from a covariance matrix of the items: k/(k − 1) · (1 − Σ item variances / variance of the sum).
 * @returns null when the sum does not vary.
 * @throws RangeError with fewer than two items.
 */
export function alphaFromCovariance(covariance: Matrix): number | null {
  const k = covariance.rows;
  if (k < 2) throw new RangeError('cronbachAlpha requires at least two items');
  const items = diagonalOf(covariance).reduce((sum, v) => sum + v, 0);
  const total = sumOf(covariance);
  return total > 1e-12 * items && items > 0 ? (k / (k - 1)) * (1 - items / total) : null;
}

/**
 * Cronbach's α: how far the items of a scale vary together, as a lower bound of the reliability of their sum.
 *
 * In words: one minus the share of the sum's variance that the items have each for themselves, stretched by k/(k − 1).
 * Reverse-keyed items must be reversed first; adding a constant to an item or scaling all of them changes nothing.
 * It may be negative (items that oppose each other) and is reported so. Persons with a missing answer are left out.
 *
 * Source: Cronbach 1951, Psychometrika 16, 297–334, eq. 2.
 * @returns null when fewer than two complete rows remain or the sum does not vary.
 * @throws RangeError with fewer than two items.
 * @example cronbachAlpha(responseMatrix([[1, 2], [2, 3], [3, 4]])) // 1
 */
export function cronbachAlpha(matrix: ResponseMatrix): number | null {
  if (matrix.k < 2) throw new RangeError('cronbachAlpha requires at least two items');
  const covariance = covarianceMatrix(matrix);
  return covariance === null ? null : alphaFromCovariance(covariance);
}

/**
 * Standardised α: what α would be if every item were given the same variance; a function of the mean correlation only.
 * @returns null when an item does not vary.
 */
export function standardisedAlpha(covariance: Matrix): number | null {
  const correlations = correlationFromCovariance(covariance);
  return correlations === null ? null : alphaFromCovariance(correlations);
}
