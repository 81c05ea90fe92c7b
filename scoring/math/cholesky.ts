import { type Matrix, zeros } from './matrix.ts';

/**
 * The lower triangle L with L·Lᵀ = m, for a symmetric positive definite matrix.
 * @returns null when the matrix is not positive definite (singular to working precision included).
 */
export function cholesky(m: Matrix): Matrix | null {
  const size = m.rows;
  if (m.cols !== size) throw new RangeError('cholesky requires a square matrix');
  const lower = zeros(size, size);
  const l = lower.values;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = m.values[i * size + j] ?? 0;
      for (let c = 0; c < j; c += 1) sum -= (l[i * size + c] ?? 0) * (l[j * size + c] ?? 0);
      if (i !== j) l[i * size + j] = sum / (l[j * size + j] ?? 1);
      else if (sum > 1e-14 * Math.abs(m.values[i * size + i] ?? 0)) l[i * size + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** Solves L·Lᵀ·x = b, given the triangle of `cholesky`. */
export function choleskySolve(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const size = lower.rows;
  const l = lower.values;
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i += 1) {
    let sum = x[i] ?? 0;
    for (let j = 0; j < i; j += 1) sum -= (l[i * size + j] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (l[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0;
    for (let j = i + 1; j < size; j += 1) sum -= (l[j * size + i] ?? 0) * (x[j] ?? 0);
    x[i] = sum / (l[i * size + i] ?? 1);
  }
  return x;
}

/** The inverse of a symmetric positive definite matrix, null where it is not one. */
export function choleskyInverse(m: Matrix): Matrix | null {
  const lower = cholesky(m);
  if (lower === null) return null;
  const out = zeros(m.rows, m.rows);
  for (let j = 0; j < m.rows; j += 1) {
    const unit = new Float64Array(m.rows);
    unit[j] = 1;
    out.values.set(choleskySolve(lower, unit), j * m.rows);
  }
  return out;
}

/** ln |m| from the triangle of `cholesky`. */
export function choleskyLogDeterminant(lower: Matrix): number {
  let sum = 0;
  for (let i = 0; i < lower.rows; i += 1) sum += Math.log(lower.values[i * lower.rows + i] ?? 1);
  return 2 * sum;
}
