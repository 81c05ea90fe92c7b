import { at, columnCopy, type Matrix, matrixOf, multiply, sumOf } from '../math/matrix.ts';
import { minresFactors } from './minres-factors.ts';
import { obliminRotation } from './oblimin-rotation.ts';

export interface OmegaHierarchical {
  /** Share of the sum's variance due to the general factor alone. */
  readonly omegaHierarchical: number;
  /** Share due to all common factors. */
  readonly omegaTotal: number;
  /** Explained common variance: the general factor's part of what is common. */
  readonly ecv: number;
  readonly generalLoadings: readonly number[];
  /** Loadings on the group factors after the general one is taken out (items × factors). */
  readonly groupLoadings: Matrix;
}

/** General factor of the factor correlations; with two factors it is not identified, and equal loadings are taken. */
function secondOrder(phi: Matrix): number[] {
  if (phi.rows === 1) return [1];
  if (phi.rows === 2)
    return [Math.sqrt(Math.abs(at(phi, 0, 1))), Math.sign(at(phi, 0, 1)) * Math.sqrt(Math.abs(at(phi, 0, 1)))];
  return columnCopy(minresFactors(phi, 1), 0);
}

/** An oblique factor may point either way; turned so that most of its loadings are positive. */
function signed({ pattern, phi }: { pattern: Matrix; phi: Matrix }): { pattern: Matrix; phi: Matrix } {
  const signs = Array.from({ length: pattern.cols }, (_, f) =>
    columnCopy(pattern, f).reduce((sum, l) => sum + l, 0) < 0 ? -1 : 1,
  );
  return {
    pattern: matrixOf(pattern.rows, pattern.cols, (i, f) => at(pattern, i, f) * (signs[f] ?? 1)),
    phi: matrixOf(phi.rows, phi.cols, (i, j) => at(phi, i, j) * (signs[i] ?? 1) * (signs[j] ?? 1)),
  };
}

/**
 * ω hierarchical: how much of the sum score is one general trait, and how much belongs to groups of items.
 *
 * Factors by minimum residuals, oblimin rotation, one factor over their correlations, and the Schmid–Leiman
 * transformation that splits each item's loading into a general and a group part. Items whose general loading is
 * negative are reversed, as `psych::omega` does. Rotation is not unique: figures agree with other programs to about .02.
 *
 * Source: Schmid & Leiman 1957, Psychometrika 22, 53–61; Zinbarg, Revelle, Yovel & Li 2005, Psychometrika 70, 123–133.
 * @param r correlation matrix of keyed items. @param factors number of group factors.
 * @throws RangeError unless 1 ≤ factors < items.
 */
export function omegaHierarchical(r: Matrix, factors: number): OmegaHierarchical {
  const { pattern, phi } = signed(obliminRotation(minresFactors(r, factors)));
  const second = secondOrder(phi);
  const general = Array.from(multiply(pattern, { rows: factors, cols: 1, values: Float64Array.from(second) }).values);
  const keys = general.map((g) => (g < 0 ? -1 : 1));
  const groupLoadings = matrixOf(
    r.rows,
    factors,
    (i, f) => at(pattern, i, f) * Math.sqrt(Math.max(0, 1 - (second[f] ?? 0) ** 2)) * (keys[i] ?? 1),
  );
  const total = sumOf(matrixOf(r.rows, r.rows, (i, j) => at(r, i, j) * (keys[i] ?? 1) * (keys[j] ?? 1)));
  const communalities = communalitiesOf(pattern, phi);
  const generalSquares = general.reduce((sum, g) => sum + g * g, 0);
  return {
    omegaHierarchical: general.reduce((sum, g) => sum + Math.abs(g), 0) ** 2 / total,
    omegaTotal: 1 - communalities.reduce((sum, h) => sum + 1 - h, 0) / total,
    ecv: generalSquares / (generalSquares + groupLoadings.values.reduce((sum, l) => sum + l * l, 0)),
    generalLoadings: general.map(Math.abs),
    groupLoadings,
  };
}

/** What the common factors explain of each item: its row of pattern · Φ · patternᵀ. */
function communalitiesOf(pattern: Matrix, phi: Matrix): number[] {
  const structure = multiply(pattern, phi);
  return Array.from({ length: pattern.rows }, (_, i) => {
    let sum = 0;
    for (let f = 0; f < pattern.cols; f += 1) sum += at(structure, i, f) * at(pattern, i, f);
    return sum;
  });
}
