import { type Matrix, submatrix } from '../math/matrix.ts';
import { alphaFromCovariance } from './cronbach-alpha.ts';

/**
 * For each item, the α of the scale without it: an item whose removal raises α pulls in another direction.
 *
 * Computed from the one covariance matrix, so every figure rests on the same complete rows.
 * @returns one value per item; null with two items (one item has no α) or where the rest does not vary.
 */
export function alphaIfDropped(covariance: Matrix): (number | null)[] {
  const all = Array.from({ length: covariance.rows }, (_, i) => i);
  if (covariance.rows < 3) return all.map(() => null);
  return all.map((dropped) =>
    alphaFromCovariance(
      submatrix(
        covariance,
        all.filter((i) => i !== dropped),
      ),
    ),
  );
}
