import { at, type Matrix, zeros } from './matrix.ts';

/** Reflects columns `step` … of a so that column `step` is zero below its head; the same reflection goes to y. */
function reflectColumn(a: Matrix, y: Float64Array, step: number): boolean {
  const { rows, cols, values } = a;
  let norm = 0;
  for (let i = step; i < rows; i += 1) norm += (values[i * cols + step] ?? 0) ** 2;
  if (norm === 0) return false;
  const head = values[step * cols + step] ?? 0;
  const alpha = head > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
  const v = Float64Array.from({ length: rows - step }, (_, i) => values[(step + i) * cols + step] ?? 0);
  v[0] = head - alpha;
  const size = v.reduce((sum, x) => sum + x * x, 0);
  for (let j = step; j < cols; j += 1) {
    let overlap = 0;
    for (let i = 0; i < v.length; i += 1) overlap += (v[i] ?? 0) * (values[(step + i) * cols + j] ?? 0);
    const factor = (2 * overlap) / size;
    for (let i = 0; i < v.length; i += 1) {
      const cell = (step + i) * cols + j;
      values[cell] = (values[cell] ?? 0) - factor * (v[i] ?? 0);
    }
  }
  let overlap = 0;
  for (let i = 0; i < v.length; i += 1) overlap += (v[i] ?? 0) * (y[step + i] ?? 0);
  for (let i = 0; i < v.length; i += 1) y[step + i] = (y[step + i] ?? 0) - ((2 * overlap) / size) * (v[i] ?? 0);
  return true;
}

export interface Triangular {
  /** Upper triangle of the design's QR factorisation (cols × cols). */
  readonly r: Matrix;
  /** Qᵀy, its first `cols` elements. */
  readonly qy: Float64Array;
  /** Sum of squares no combination of the columns reaches. */
  readonly residualSquares: number;
}

/** Householder QR of a design with its right-hand side. @throws RangeError with fewer rows than columns. */
export function triangularise(design: Matrix, y: ArrayLike<number>): Triangular {
  if (design.rows < design.cols || y.length !== design.rows) {
    throw new RangeError('least squares require at least as many rows as columns, and one answer per row');
  }
  const a: Matrix = { ...design, values: Float64Array.from(design.values) };
  const right = Float64Array.from(y);
  for (let step = 0; step < a.cols; step += 1) reflectColumn(a, right, step);
  const r = zeros(a.cols, a.cols);
  for (let i = 0; i < a.cols; i += 1) for (let j = i; j < a.cols; j += 1) r.values[i * a.cols + j] = at(a, i, j);
  const residualSquares = right.subarray(a.cols).reduce((sum, x) => sum + x * x, 0);
  return { r, qy: right.slice(0, a.cols), residualSquares };
}

/**
 * Ordinary least squares by Householder QR: the coefficients that leave the smallest sum of squares.
 *
 * Columns are brought to one length first, so that powers of one variable do not drown each other.
 * @returns null when the columns are linearly dependent to working precision.
 */
export function leastSquares(
  design: Matrix,
  y: ArrayLike<number>,
): { coefficients: number[]; residualSquares: number } | null {
  const { rows, cols } = design;
  const lengths = Array.from({ length: cols }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < rows; i += 1) sum += at(design, i, j) ** 2;
    return Math.sqrt(sum) || 1;
  });
  const scaled = { rows, cols, values: design.values.map((x, cell) => x / (lengths[cell % cols] ?? 1)) };
  const { r, qy, residualSquares } = triangularise(scaled, y);
  const solution = new Array<number>(cols).fill(0);
  for (let i = cols - 1; i >= 0; i -= 1) {
    const pivot = at(r, i, i);
    if (Math.abs(pivot) < 1e-11) return null;
    let sum = qy[i] ?? 0;
    for (let j = i + 1; j < cols; j += 1) sum -= at(r, i, j) * (solution[j] ?? 0);
    solution[i] = sum / pivot;
  }
  return { coefficients: solution.map((b, j) => b / (lengths[j] ?? 1)), residualSquares };
}
