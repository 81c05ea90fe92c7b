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
  const deviation = new Float64Array(plan.scales.length);
  const present: number[] = [];
  for (const [index, scale] of plan.scales.entries()) {
    const mean = keyedMean(scale, (position) => values[position] ?? Number.NaN);
    if (Number.isNaN(mean)) continue;
    deviation[present.length] = mean - (plan.centre[index] ?? 0);
    present.push(index);
  }
  if (present.length === 0) return null;
  const complete = present.length === plan.scales.length;
  const { inverse, rank } = complete ? plan.whole : pseudoInverse(submatrix(plan.covariance, present));
  return rank === 0 ? null : { d2: quadratic(inverse, deviation), df: rank };
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
