import { at, type Matrix, matrixOf } from './matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/**
 * The Moore–Penrose inverse of a symmetric matrix, and its rank.
 *
 * Directions whose eigenvalue is below 1e-10 of the largest are left out: they carry rounding, not information.
 */
export function pseudoInverse(m: Matrix): { inverse: Matrix; rank: number } {
  const { values, vectors } = symmetricEigen(m);
  const floor = 1e-10 * Math.max(0, ...values.map(Math.abs));
  const kept = values.map((value, index) => ({ value, index })).filter(({ value }) => Math.abs(value) > floor);
  const cell = (i: number, j: number): number =>
    kept.reduce((sum, { value, index }) => sum + (at(vectors, i, index) * at(vectors, j, index)) / value, 0);
  return { inverse: matrixOf(m.rows, m.rows, cell), rank: kept.length };
}
