import { at, type Matrix, matrixOf, zeros } from './matrix.ts';
import { completeRows, type ResponseMatrix } from './response-matrix.ts';

/**
 * The sample covariance matrix of the columns (divisor n − 1), on complete rows.
 * @returns null with fewer than two complete rows.
 */
export function covarianceMatrix(matrix: ResponseMatrix): Matrix | null {
  const data = completeRows(matrix);
  const { n, k, values } = data;
  if (n < 2) return null;
  const centres = columnMeans(data);
  const out = zeros(k, k);
  const row = new Float64Array(k);
  for (let person = 0; person < n; person += 1) {
    for (let j = 0; j < k; j += 1) row[j] = (values[person * k + j] ?? 0) - (centres[j] ?? 0);
    for (let i = 0; i < k; i += 1) {
      const di = row[i] ?? 0;
      for (let j = i; j < k; j += 1) out.values[i * k + j] = (out.values[i * k + j] ?? 0) + di * (row[j] ?? 0);
    }
  }
  return matrixOf(k, k, (i, j) => at(out, Math.min(i, j), Math.max(i, j)) / (n - 1));
}

/** Column means of a matrix without missing answers. */
export function columnMeans({ n, k, values }: ResponseMatrix): Float64Array {
  const sums = new Float64Array(k);
  for (let person = 0; person < n; person += 1) {
    for (let j = 0; j < k; j += 1) sums[j] = (sums[j] ?? 0) + (values[person * k + j] ?? 0);
  }
  return sums.map((sum) => sum / n);
}

/**
 * Covariance scaled to unit variances.
 * @returns null when some column does not vary: its correlations are undefined.
 */
export function correlationFromCovariance(covariance: Matrix): Matrix | null {
  const spread = Array.from({ length: covariance.rows }, (_, i) => Math.sqrt(at(covariance, i, i)));
  if (spread.some((s) => !(s > 0))) return null;
  return matrixOf(covariance.rows, covariance.cols, (i, j) =>
    i === j ? 1 : at(covariance, i, j) / ((spread[i] ?? 1) * (spread[j] ?? 1)),
  );
}

/** Pearson correlations of the columns on complete rows; null as above. */
export function correlationMatrix(matrix: ResponseMatrix): Matrix | null {
  const covariance = covarianceMatrix(matrix);
  return covariance === null ? null : correlationFromCovariance(covariance);
}
