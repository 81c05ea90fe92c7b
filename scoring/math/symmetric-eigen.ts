import { type Matrix, zeros } from './matrix.ts';

export interface SymmetricEigen {
  /** Eigenvalues, largest first. */
  readonly values: readonly number[];
  /** Eigenvectors in columns, in the order of the values, each of length one. */
  readonly vectors: Matrix;
}

/** Turns rows and columns p and q of `a` (size n) by the angle that makes the cell (p, q) zero. */
function rotate(a: Float64Array, v: Float64Array, place: { n: number; p: number; q: number }): void {
  const { n, p, q } = place;
  const apq = a[p * n + q] ?? 0;
  const theta = ((a[q * n + q] ?? 0) - (a[p * n + p] ?? 0)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < n; i += 1) {
    const x = a[i * n + p] ?? 0;
    const y = a[i * n + q] ?? 0;
    a[i * n + p] = c * x - s * y;
    a[i * n + q] = s * x + c * y;
  }
  for (let i = 0; i < n; i += 1) {
    const x = a[p * n + i] ?? 0;
    const y = a[q * n + i] ?? 0;
    a[p * n + i] = c * x - s * y;
    a[q * n + i] = s * x + c * y;
    const vp = v[p * n + i] ?? 0;
    const vq = v[q * n + i] ?? 0;
    v[p * n + i] = c * vp - s * vq;
    v[q * n + i] = s * vp + c * vq;
  }
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) sum += (a[i * n + j] ?? 0) ** 2;
  return sum;
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations.
 *
 * Jacobi is slower than tridiagonal methods but finds small eigenvalues to full relative accuracy, and the matrices
 * here have at most a few hundred rows (Golub & Van Loan, Matrix Computations, §8.5). Each vector's sign is fixed so
 * that its largest element is positive, and results do not depend on the order of rotations.
 * @throws RangeError when the matrix is not square.
 */
export function symmetricEigen(m: Matrix): SymmetricEigen {
  const n = m.rows;
  if (m.cols !== n) throw new RangeError('symmetricEigen requires a square matrix');
  const a = Float64Array.from(m.values);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) v[i * n + i] = 1;
  const scale = a.reduce((sum, x) => sum + x * x, 0);
  for (let sweep = 0; sweep < 60 && offDiagonal(a, n) > 1e-32 * scale; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) if ((a[p * n + q] ?? 0) !== 0) rotate(a, v, { n, p, q });
    }
  }
  return sorted(a, v, n);
}

function sorted(a: Float64Array, v: Float64Array, n: number): SymmetricEigen {
  const diagonal = Array.from({ length: n }, (_, i) => a[i * n + i] ?? 0);
  const order = diagonal.map((_, i) => i).sort((i, j) => (diagonal[j] ?? 0) - (diagonal[i] ?? 0));
  const vectors = zeros(n, n);
  for (const [column, source] of order.entries()) {
    const vector = v.subarray(source * n, (source + 1) * n);
    const largest = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < n; i += 1) vectors.values[i * n + column] = sign * (vector[i] ?? 0);
  }
  return { values: order.map((i) => diagonal[i] ?? 0), vectors };
}
