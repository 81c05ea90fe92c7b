import { cholesky, choleskySolve } from '../math/cholesky.ts';
import { matrixOf } from '../math/matrix.ts';
import type { QualityReference } from './reference.ts';

/** Covariances are drawn toward zero by so much: a sample of a few hundred overstates them, and held-out halves agree. */
const SHRINKAGE = 0.3;

/** An answer is foretold from at most so many others, those it correlates with most. */
const MOST_PREDICTORS = 30;

/**
 * How each answer follows from the person's other answers: mean + Σ weight × deviation, with the standard deviation of what
 * is left. Item i's predictors stand from start[i] to start[i + 1].
 */
export interface AnswerPrediction {
  readonly mean: Float64Array;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly weight: Float64Array;
  readonly sd: Float64Array;
}

/** Ridge regressions of every answer on others, out of means and covariances. Items that do not vary predict nothing. */
export function answerPrediction({ means, covariance }: QualityReference): AnswerPrediction {
  const cov = (i: number, j: number): number => covariance[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  const rows = means.map((_, i) => regression(i, means.length, cov));
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    start[i + 1] = (start[i] ?? 0) + row.from.length;
  });
  return {
    mean: Float64Array.from(means),
    start,
    from: Int32Array.from(rows.flatMap(({ from }) => from)),
    weight: Float64Array.from(rows.flatMap(({ weight }) => weight)),
    sd: Float64Array.from(rows, ({ sd }) => sd),
  };
}

function regression(i: number, k: number, cov: (i: number, j: number) => number) {
  const strength = (j: number): number => Math.abs(cov(i, j)) / Math.sqrt(cov(j, j));
  const from = Array.from({ length: k }, (_, j) => j)
    .filter((j) => j !== i && cov(j, j) > 0 && cov(i, j) !== 0)
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, MOST_PREDICTORS);
  const shrunk = (a: number, b: number): number => (a === b ? cov(a, a) : (1 - SHRINKAGE) * cov(a, b));
  const lower = cholesky(matrixOf(from.length, from.length, (a, b) => shrunk(from[a] ?? 0, from[b] ?? 0)));
  const target = from.map((j) => shrunk(i, j));
  const weight = lower === null || from.length === 0 ? from.map(() => 0) : [...choleskySolve(lower, target)];
  const explained = weight.reduce((sum, w, a) => sum + w * (target[a] ?? 0), 0);
  return { from, weight, sd: Math.sqrt(Math.max(0.01, cov(i, i) - explained)) };
}
