import { chiSquareUpperTail } from '../math/chi-square.ts';
import { type Matrix, matrixOf, submatrix } from '../math/matrix.ts';
import { pseudoInverse } from '../math/pseudo-inverse.ts';
import type { LeafScale } from './leaf-scales.ts';
import type { QualityReference } from './reference.ts';

/**
 * Mahalanobis distance of the profile of scale means, rather than of the single answers: with two hundred items the latter
 * needs a sample no campaign has. Centre and covariances of the means follow from those of the answers.
 */
export interface ProfileDistancePlan {
  readonly scales: readonly LeafScale[];
  readonly centre: Float64Array;
  readonly covariance: Matrix;
  readonly whole: { readonly inverse: Matrix; readonly rank: number };
  /** Used again for every person. */
  readonly deviation: Float64Array;
}

export interface ProfileDistance {
  readonly d2: number;
  readonly df: number;
}

export function profileDistancePlan(scales: readonly LeafScale[], reference: QualityReference): ProfileDistancePlan {
  const cov = (i: number, j: number): number => reference.covariance[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  const covariance = matrixOf(scales.length, scales.length, (a, b) => meanCovariance(scales[a], scales[b], cov));
  return {
    scales,
    centre: Float64Array.from(scales, (scale) => keyedMean(scale, (position) => reference.means[position] ?? 0)),
    covariance,
    whole: pseudoInverse(covariance),
    deviation: new Float64Array(scales.length),
  };
}

function keyedMean({ item, slope, intercept }: LeafScale, of: (position: number) => number): number {
  let sum = 0;
  for (let term = 0; term < item.length; term++) {
    sum += (intercept[term] ?? 0) + (slope[term] ?? 0) * of(item[term] ?? 0);
  }
  return sum / item.length;
}

function meanCovariance(a: LeafScale | undefined, b: LeafScale | undefined, cov: (i: number, j: number) => number) {
  if (a === undefined || b === undefined) return 0;
  let sum = 0;
  for (let i = 0; i < a.item.length; i++) {
    for (let j = 0; j < b.item.length; j++) {
      sum += (a.slope[i] ?? 0) * (b.slope[j] ?? 0) * cov(a.item[i] ?? 0, b.item[j] ?? 0);
    }
  }
  return sum / (a.item.length * b.item.length);
}

/** Scales with a missing answer are left out, with their degree of freedom. Null when none is complete. */
export function profileDistance(plan: ProfileDistancePlan, values: Float64Array): ProfileDistance | null {
  const { scales, centre, deviation } = plan;
  let missing = 0;
  for (let index = 0; index < scales.length; index++) {
    const scale = scales[index];
    deviation[index] = scale === undefined ? Number.NaN : meanAnswer(scale, values) - (centre[index] ?? 0);
    if (Number.isNaN(deviation[index])) missing++;
  }
  if (missing > 0) return distanceOfSome(plan);
  return plan.whole.rank === 0 ? null : { d2: quadratic(plan.whole.inverse, deviation), df: plan.whole.rank };
}

function distanceOfSome({ covariance, deviation }: ProfileDistancePlan): ProfileDistance | null {
  const present = [...deviation.keys()].filter((index) => !Number.isNaN(deviation[index]));
  if (present.length === 0) return null;
  const { inverse, rank } = pseudoInverse(submatrix(covariance, present));
  const own = Float64Array.from(present, (index) => deviation[index] ?? 0);
  return rank === 0 ? null : { d2: quadratic(inverse, own), df: rank };
}

/** Mean keyed answer; NaN where one is missing. */
function meanAnswer({ item, slope, intercept }: LeafScale, values: Float64Array): number {
  let sum = 0;
  for (let term = 0; term < item.length; term++) {
    sum += (intercept[term] ?? 0) + (slope[term] ?? 0) * (values[item[term] ?? 0] ?? Number.NaN);
  }
  return sum / item.length;
}

function quadratic({ rows, values }: Matrix, d: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    let row = 0;
    for (let j = 0; j < rows; j++) row += (values[i * rows + j] ?? 0) * (d[j] ?? 0);
    sum += (d[i] ?? 0) * row;
  }
  return sum;
}

/** P(χ² > D²): how rare a profile this unusual is among people who answer alike. */
export const rarityOf = ({ d2, df }: ProfileDistance): number => chiSquareUpperTail(d2, df);
