import type { Difference } from '../../contract/aggregate.schema.ts';

/** A mean as a release told it. */
export type ToldMean = { readonly n: number; readonly mean: number | null; readonly sd: number | null };

/** Half the width of the 95 % interval of a mean (normal quantile; groups have 30 pupils and more); null where not told. */
export const marginOf = ({ n, mean, sd }: ToldMean): number | null =>
  mean === null || sd === null || n < 2 ? null : (z * sd) / Math.sqrt(n);

const z = 1.959964;

/**
 * The difference of the means of two groups without a pupil in common, its error from each group's own deviation
 * (Welch 1947, «The generalization of Student's problem when several different population variances are involved»,
 * Biometrika 34). Null where a mean or a deviation is not told.
 */
export function differenceOf(one: ToldMean, other: ToldMean): Difference | null {
  const [a, b] = [marginOf(one), marginOf(other)];
  if (one.mean === null || other.mean === null || a === null || b === null) return null;
  const by = one.mean - other.mean;
  const margin = Math.hypot(a, b);
  return { by, margin, verdict: Math.abs(by) <= margin ? 'within-error' : by > 0 ? 'higher' : 'lower' };
}

/**
 * What is left of a whole without one of its parts: comparing a part with the whole would compare it with itself. Null where
 * something is not told, or nothing is left.
 */
export function restOf(whole: ToldMean, part: ToldMean): ToldMean | null {
  const n = whole.n - part.n;
  if (n < 2 || whole.mean === null || part.mean === null || whole.sd === null || part.sd === null) return null;
  const mean = (whole.n * whole.mean - part.n * part.mean) / n;
  const squares = squaresOf(whole.n, whole.mean, whole.sd) - squaresOf(part.n, part.mean, part.sd);
  return { n, mean, sd: Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1)) };
}

const squaresOf = (n: number, mean: number, sd: number): number => (n - 1) * sd * sd + n * mean * mean;
