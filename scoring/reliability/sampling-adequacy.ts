import { chiSquareUpperTail } from '../math/chi-square.ts';
import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../math/cholesky.ts';
import { at, type Matrix } from '../math/matrix.ts';

export interface SamplingAdequacy {
  /** Kaiser–Meyer–Olkin measure: below .5 no factors are to be sought. */
  readonly kmo: number;
  readonly kmoByItem: readonly number[];
  readonly bartlett: { readonly chiSquare: number; readonly df: number; readonly p: number };
}

/** Squared correlations and squared partial correlations of item i with the others, summed. */
function squares(r: Matrix, inverse: Matrix, i: number): { plain: number; partial: number } {
  let [plain, partial] = [0, 0];
  for (let j = 0; j < r.rows; j += 1) {
    if (j === i) continue;
    plain += at(r, i, j) ** 2;
    partial += at(inverse, i, j) ** 2 / (at(inverse, i, i) * at(inverse, j, j));
  }
  return { plain, partial };
}

/**
 * Whether correlations are worth factoring: KMO (shared against pairwise-only relations) and Bartlett's test that all
 * of them are zero.
 *
 * Source: Kaiser 1974, Psychometrika 39, 31–36; Bartlett 1951, Biometrika 38, 337–344.
 * @param n persons the correlations rest on.
 * @returns null when the matrix is singular.
 */
export function samplingAdequacy(r: Matrix, n: number): SamplingAdequacy | null {
  const inverse = choleskyInverse(r);
  const triangle = cholesky(r);
  if (inverse === null || triangle === null) return null;
  const perItem = Array.from({ length: r.rows }, (_, i) => squares(r, inverse, i));
  const plain = perItem.reduce((sum, s) => sum + s.plain, 0);
  const partial = perItem.reduce((sum, s) => sum + s.partial, 0);
  if (plain === 0) return null;
  const df = (r.rows * (r.rows - 1)) / 2;
  const chiSquare = Math.max(0, -(n - 1 - (2 * r.rows + 5) / 6) * choleskyLogDeterminant(triangle));
  return {
    kmo: plain / (plain + partial),
    kmoByItem: perItem.map((s) => (s.plain > 0 ? s.plain / (s.plain + s.partial) : 0)),
    bartlett: { chiSquare, df, p: chiSquareUpperTail(chiSquare, df) },
  };
}
