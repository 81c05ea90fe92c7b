import { at, type Matrix, matrixOf } from '../math/matrix.ts';
import { minimise } from '../math/minimise.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';

const FLOOR = 0.005;

/** Loadings of the leading factors of R − Ψ. */
function loadingsFor(r: Matrix, psi: readonly number[], factors: number): { loadings: Matrix; rest: Rest } {
  const reduced = matrixOf(r.rows, r.rows, (i, j) => at(r, i, j) - (i === j ? (psi[i] ?? 0) : 0));
  const { values, vectors } = symmetricEigen(reduced);
  const loadings = matrixOf(r.rows, factors, (i, f) => at(vectors, i, f) * Math.sqrt(Math.max(0, values[f] ?? 0)));
  return { loadings, rest: { values: values.slice(factors), vectors, factors } };
}

interface Rest {
  readonly values: readonly number[];
  readonly vectors: Matrix;
  readonly factors: number;
}

/** Half the sum of squares the factors leave unexplained, and its slope in each unique variance. */
function misfit({ values, vectors, factors }: Rest): { value: number; slopes: number[] } {
  const slopes = Array.from({ length: vectors.rows }, (_, i) =>
    values.reduce((sum, e, j) => sum - e * at(vectors, i, factors + j) ** 2, 0),
  );
  return { value: values.reduce((sum, e) => sum + e * e, 0) / 2, slopes };
}

/**
 * Minimum residual factor loadings (unrotated): the factors that leave the smallest squared residual correlations.
 *
 * The same solution as unweighted least squares (Harman & Jones 1966; Jöreskog 1977): unique variances are sought by
 * a quasi-Newton method, loadings follow from the eigenvectors of what is left.
 * @param r correlation matrix. @param factors how many.
 * @returns loadings (items × factors), largest factor first.
 * @throws RangeError unless 1 ≤ factors < items.
 */
export function minresFactors(r: Matrix, factors: number): Matrix {
  if (!(factors >= 1 && factors < r.rows)) throw new RangeError('minresFactors requires 1 <= factors < items');
  const psiOf = (t: Float64Array): number[] => Array.from(t, (ti) => FLOOR + Math.exp(ti));
  const objective = (t: Float64Array) => {
    const { value, slopes } = misfit(loadingsFor(r, psiOf(t), factors).rest);
    return { value, gradient: t.map((ti, i) => (slopes[i] ?? 0) * Math.exp(ti)) };
  };
  const start = new Float64Array(r.rows).fill(Math.log(0.5));
  const { x } = minimise(objective, start, { tolerance: 1e-8, maxSteps: 500 });
  return loadingsFor(r, psiOf(x), factors).loadings;
}
