import { chiSquareUpperTail } from '../math/chi-square.ts';
import { columnMeans, covarianceMatrix } from '../math/covariance.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { type Matrix, multiplyVector, submatrix } from '../math/matrix.ts';
import { pseudoInverse } from '../math/pseudo-inverse.ts';
import { completeRows, type ResponseMatrix, rowOf } from '../math/response-matrix.ts';

export interface MahalanobisDistance {
  /** Squared distance. */
  readonly d2: number;
  /** Degrees of freedom: independent items among those answered. */
  readonly df: number;
  /** P(χ² > D²). Below .001 a pattern is unusual, which is not the same as bad. */
  readonly p: number;
}

/** Centre and spread of a calibration sample. */
export interface MultivariateReference {
  readonly kind: 'multivariate-reference';
  readonly n: number;
  readonly centre: Float64Array;
  readonly covariance: Matrix;
}

/** The reference that distances are measured from, on complete rows. @returns insufficient with fewer than k + 2 of them. */
export function multivariateReference(matrix: ResponseMatrix): MultivariateReference | Insufficient {
  const data = completeRows(matrix);
  const covariance = covarianceMatrix(data);
  if (covariance === null || data.n < matrix.k + 2) return insufficient('complete rows', data.n, matrix.k + 2);
  return { kind: 'multivariate-reference', n: data.n, centre: columnMeans(data), covariance };
}

/**
 * Mahalanobis distance of every person from the centre of the sample, in the metric of its covariances: how unusual the
 * combination of answers is, even where each answer by itself is not.
 *
 * D² = (x − x̄)ᵀ S⁻¹ (x − x̄); S⁻¹ is a pseudo-inverse where S is singular. A person with missing answers is measured on
 * the items answered, with the degrees of freedom of those.
 * Source: Mahalanobis 1936; Meade & Craig 2012.
 * @returns one entry per row, null where nothing was answered.
 * @throws RangeError when the matrix and the reference differ in width.
 */
export function mahalanobisDistances(
  matrix: ResponseMatrix,
  reference: MultivariateReference,
): (MahalanobisDistance | null)[] {
  if (matrix.k !== reference.centre.length) throw new RangeError('the matrix and the reference have one width');
  const inverses = new Map<string, { inverse: Matrix; rank: number }>();
  return Array.from({ length: matrix.n }, (_, person) => {
    const row = rowOf(matrix, person);
    const answered = Array.from(row.keys()).filter((j) => !Number.isNaN(row[j]));
    if (answered.length === 0) return null;
    const key = answered.join();
    const known = inverses.get(key) ?? pseudoInverse(submatrix(reference.covariance, answered));
    inverses.set(key, known);
    const deviation = answered.map((j) => (row[j] ?? 0) - (reference.centre[j] ?? 0));
    const weighted = multiplyVector(known.inverse, deviation);
    const d2 = deviation.reduce((sum, d, i) => sum + d * (weighted[i] ?? 0), 0);
    if (known.rank === 0) return null;
    return { d2, df: known.rank, p: chiSquareUpperTail(d2, known.rank) };
  });
}
