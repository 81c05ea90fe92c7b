import { type Matrix, zeros } from './matrix.ts';

function pivotRow(a: Float64Array, size: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < size; i += 1) {
    if (Math.abs(a[i * size + column] ?? 0) > Math.abs(a[best * size + column] ?? 0)) best = i;
  }
  return best;
}

function swapRows(a: Float64Array, cols: number, rows: readonly [number, number]): void {
  const [i, j] = rows;
  if (i === j) return;
  const held = a.slice(i * cols, (i + 1) * cols);
  a.copyWithin(i * cols, j * cols, (j + 1) * cols);
  a.set(held, j * cols);
}

function eliminate(a: Float64Array, b: Float64Array, shape: { size: number; cols: number; column: number }): void {
  const { size, cols, column } = shape;
  const pivot = a[column * size + column] ?? 1;
  for (let i = column + 1; i < size; i += 1) {
    const factor = (a[i * size + column] ?? 0) / pivot;
    if (factor === 0) continue;
    for (let j = column; j < size; j += 1)
      a[i * size + j] = (a[i * size + j] ?? 0) - factor * (a[column * size + j] ?? 0);
    for (let j = 0; j < cols; j += 1) b[i * cols + j] = (b[i * cols + j] ?? 0) - factor * (b[column * cols + j] ?? 0);
  }
}

/**
 * Solves m·X = right by Gaussian elimination with partial pivoting; each column of `right` is one system.
 * @returns null when m is singular to working precision.
 * @throws RangeError when m is not square or the sizes differ.
 */
export function solve(m: Matrix, right: Matrix): Matrix | null {
  const size = m.rows;
  if (m.cols !== size || right.rows !== size) throw new RangeError('solve requires a square matrix and matching rows');
  const a = Float64Array.from(m.values);
  const b = Float64Array.from(right.values);
  const scale = a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(a, size, column);
    if (!(Math.abs(a[pivot * size + column] ?? 0) > 1e-14 * scale)) return null;
    swapRows(a, size, [column, pivot]);
    swapRows(b, right.cols, [column, pivot]);
    eliminate(a, b, { size, cols: right.cols, column });
  }
  return backSubstitute(a, b, { size, cols: right.cols });
}

function backSubstitute(a: Float64Array, b: Float64Array, shape: { size: number; cols: number }): Matrix {
  const { size, cols } = shape;
  const out = zeros(size, cols);
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let c = 0; c < cols; c += 1) {
      let sum = b[i * cols + c] ?? 0;
      for (let j = i + 1; j < size; j += 1) sum -= (a[i * size + j] ?? 0) * (out.values[j * cols + c] ?? 0);
      out.values[i * cols + c] = sum / (a[i * size + i] ?? 1);
    }
  }
  return out;
}
