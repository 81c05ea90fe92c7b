import { at, type Matrix, rowView, sumOf } from '../math/matrix.ts';

/**
 * The correlation of each item with the sum of the others: how well it stands for the scale, without the flattery of
 * correlating with itself («corrected item-total»).
 *
 * In words: cov(item, total) minus the item's own variance, over the product of the item's spread and the rest's.
 * Source: Henrysson 1963, Psychometrika 28, 211–218.
 * @returns one value per item; null where the item or the rest does not vary.
 */
export function itemRestCorrelations(covariance: Matrix): (number | null)[] {
  const total = sumOf(covariance);
  return Array.from({ length: covariance.rows }, (_, i) => {
    const own = at(covariance, i, i);
    const withTotal = rowView(covariance, i).reduce((sum, c) => sum + c, 0);
    const rest = total - 2 * withTotal + own;
    const noise = 1e-12 * total;
    return own > noise && rest > noise ? (withTotal - own) / Math.sqrt(own * rest) : null;
  });
}
