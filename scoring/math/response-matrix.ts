/**
 * Answers of n persons to k items, row-major, NaN where an answer is missing.
 *
 * Codes are kept as they were given: categories may start anywhere and need not be contiguous.
 * Kernels read `values[row * k + column] ?? 0`: an index inside the array never falls back, and the compiler,
 * which cannot know that, is satisfied without a cast.
 */
export interface ResponseMatrix {
  readonly n: number;
  readonly k: number;
  readonly values: Float64Array;
}

/**
 * Builds a matrix from rows; null and undefined are missing.
 *
 * @throws RangeError when rows differ in length or a value is infinite.
 * @example responseMatrix([[1, 2], [null, 3]]) // { n: 2, k: 2, values: [1, 2, NaN, 3] }
 */
export function responseMatrix(rows: readonly (readonly (number | null | undefined)[])[]): ResponseMatrix {
  const k = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * k).fill(Number.NaN);
  for (const [row, cells] of rows.entries()) {
    if (cells.length !== k) throw new RangeError(`row ${row} has ${cells.length} cells, expected ${k}`);
    for (const [column, cell] of cells.entries()) {
      if (cell === Infinity || cell === -Infinity) throw new RangeError(`row ${row} holds an infinite value`);
      values[row * k + column] = cell ?? Number.NaN;
    }
  }
  return { n: rows.length, k, values };
}

/** The answers of one person, a view (not a copy). */
export const rowOf = (matrix: ResponseMatrix, row: number): Float64Array =>
  matrix.values.subarray(row * matrix.k, (row + 1) * matrix.k);

/** The answers to one item, a copy. */
export function columnOf(matrix: ResponseMatrix, column: number): Float64Array {
  if (column < 0 || column >= matrix.k) throw new RangeError(`no column ${column} in a matrix of ${matrix.k}`);
  const out = new Float64Array(matrix.n);
  for (let row = 0; row < matrix.n; row += 1) out[row] = matrix.values[row * matrix.k + column] ?? 0;
  return out;
}

/** Keeps the given columns, in the given order. */
export function selectColumns(matrix: ResponseMatrix, columns: readonly number[]): ResponseMatrix {
  const values = new Float64Array(matrix.n * columns.length);
  for (const [target, column] of columns.entries()) {
    const cells = columnOf(matrix, column);
    for (let row = 0; row < matrix.n; row += 1) values[row * columns.length + target] = cells[row] ?? 0;
  }
  return { n: matrix.n, k: columns.length, values };
}

/** Keeps the given rows, in the given order. */
export function selectRows(matrix: ResponseMatrix, rows: readonly number[]): ResponseMatrix {
  const values = new Float64Array(rows.length * matrix.k);
  for (const [target, row] of rows.entries()) values.set(rowOf(matrix, row), target * matrix.k);
  return { n: rows.length, k: matrix.k, values };
}

/** Indices of the rows without a missing answer (listwise deletion). */
export function completeRowIndices(matrix: ResponseMatrix): number[] {
  const rows: number[] = [];
  for (let row = 0; row < matrix.n; row += 1) if (!rowOf(matrix, row).some(Number.isNaN)) rows.push(row);
  return rows;
}

/** Rows without a missing answer: what the classical statistics are computed on. */
export function completeRows(matrix: ResponseMatrix): ResponseMatrix {
  const rows = completeRowIndices(matrix);
  return rows.length === matrix.n ? matrix : selectRows(matrix, rows);
}
