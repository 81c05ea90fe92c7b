/** A dense matrix, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

export const zeros = (rows: number, cols: number): Matrix => ({ rows, cols, values: new Float64Array(rows * cols) });

/** Builds a matrix cell by cell. @example matrixOf(2, 2, (i, j) => (i === j ? 1 : 0)) */
export function matrixOf(rows: number, cols: number, cell: (i: number, j: number) => number): Matrix {
  const out = zeros(rows, cols);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < cols; j += 1) out.values[i * cols + j] = cell(i, j);
  return out;
}

/** @throws RangeError when rows differ in length. */
export function matrixFromRows(rows: readonly (readonly number[])[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== cols)) throw new RangeError('the rows of a matrix must have one length');
  return { rows: rows.length, cols, values: Float64Array.from(rows.flat()) };
}

/** The cell in row i, column j. @throws RangeError outside the matrix. */
export function at(matrix: Matrix, i: number, j: number): number {
  const value = j < matrix.cols ? matrix.values[i * matrix.cols + j] : undefined;
  if (value === undefined) throw new RangeError(`no cell ${i}, ${j} in a ${matrix.rows} x ${matrix.cols} matrix`);
  return value;
}

export const identity = (size: number): Matrix => matrixOf(size, size, (i, j) => (i === j ? 1 : 0));

export const transpose = (m: Matrix): Matrix => matrixOf(m.cols, m.rows, (i, j) => at(m, j, i));

/** @throws RangeError when the inner sizes differ. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows) throw new RangeError(`cannot multiply ${a.rows} x ${a.cols} by ${b.rows} x ${b.cols}`);
  const out = zeros(a.rows, b.cols);
  for (let i = 0; i < a.rows; i += 1) {
    for (let l = 0; l < a.cols; l += 1) {
      const factor = a.values[i * a.cols + l] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < b.cols; j += 1) {
        const cell = i * b.cols + j;
        out.values[cell] = (out.values[cell] ?? 0) + factor * (b.values[l * b.cols + j] ?? 0);
      }
    }
  }
  return out;
}

export function multiplyVector(m: Matrix, v: ArrayLike<number>): Float64Array {
  if (m.cols !== v.length) throw new RangeError(`cannot multiply ${m.rows} x ${m.cols} by a vector of ${v.length}`);
  const out = new Float64Array(m.rows);
  for (let i = 0; i < m.rows; i += 1) {
    let sum = 0;
    for (let j = 0; j < m.cols; j += 1) sum += (m.values[i * m.cols + j] ?? 0) * (v[j] ?? 0);
    out[i] = sum;
  }
  return out;
}

export const diagonalOf = (m: Matrix): number[] =>
  Array.from({ length: Math.min(m.rows, m.cols) }, (_, i) => at(m, i, i));

/** The sum of all cells: for a covariance matrix, the variance of the sum score. */
export const sumOf = (m: Matrix): number => m.values.reduce((sum, x) => sum + x, 0);

/** Keeps the given rows and columns of a square matrix. */
export const submatrix = (m: Matrix, indices: readonly number[]): Matrix =>
  matrixOf(indices.length, indices.length, (i, j) => at(m, indices[i] ?? -1, indices[j] ?? -1));

/** Row i as a view. */
export const rowView = (m: Matrix, i: number): Float64Array => m.values.subarray(i * m.cols, (i + 1) * m.cols);

/** Column j as a copy. */
export const columnCopy = (m: Matrix, j: number): number[] => Array.from({ length: m.rows }, (_, i) => at(m, i, j));
