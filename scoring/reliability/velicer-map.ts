import { at, type Matrix, matrixOf } from '../math/matrix.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';

export interface VelicerMap {
  /** How many components to keep: where the average squared partial correlation is smallest. */
  readonly components: number;
  /** Average squared partial correlation after 0, 1, 2 … components; null where a partial correlation is undefined. */
  readonly averages: readonly (number | null)[];
}

function averageSquaredPartial(r: Matrix, loadings: Matrix, components: number): number | null {
  const k = r.rows;
  const left = matrixOf(k, k, (i, j) => {
    let cell = at(r, i, j);
    for (let c = 0; c < components; c += 1) cell -= at(loadings, i, c) * at(loadings, j, c);
    return cell;
  });
  let sum = 0;
  for (let i = 0; i < k; i += 1) {
    if (!(at(left, i, i) > 1e-12)) return null;
    for (let j = 0; j < i; j += 1) sum += at(left, i, j) ** 2 / (at(left, i, i) * at(left, j, j));
  }
  return (2 * sum) / (k * (k - 1));
}

/**
 * Velicer's minimum average partial test: how many components carry what items have in common.
 *
 * Components are taken out one by one; as long as they are common, the partial correlations that remain shrink, and
 * once single items are taken apart they grow again. The smallest average marks the number.
 * Source: Velicer 1976, Psychometrika 41, 321–327.
 * @throws RangeError with fewer than two items.
 */
export function velicerMap(r: Matrix, most = r.rows - 1): VelicerMap {
  if (r.rows < 2) throw new RangeError('velicerMap requires at least two items');
  const { values, vectors } = symmetricEigen(r);
  const loadings = matrixOf(r.rows, r.rows, (i, c) => at(vectors, i, c) * Math.sqrt(Math.max(0, values[c] ?? 0)));
  const steps = Math.min(most, r.rows - 1);
  const averages = Array.from({ length: steps + 1 }, (_, c) => averageSquaredPartial(r, loadings, c));
  const best = averages.reduce<number>((b, average, c) => {
    const least = averages[b] ?? Infinity;
    return average !== null && average < least ? c : b;
  }, 0);
  return { components: best, averages };
}
