import { incompleteBeta } from './incomplete-beta.ts';
import { quantileOf } from './quantile-of.ts';

/** P(|T| > |t|): the two-sided p value of a t test. @throws RangeError unless df > 0. */
export function tTwoSided(t: number, df: number): number {
  const square = t * t;
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square)).lower;
}

/** P(T ≤ t) with df degrees of freedom. */
export function tCdf(t: number, df: number): number {
  const outside = tTwoSided(t, df) / 2;
  return t > 0 ? 1 - outside : outside;
}

/**
 * The t with P(T ≤ t) = p, for 0 < p < 1.
 * @example tQuantile(0.975, 10) // 2.2281388519649385
 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const outside = Math.min(p, 1 - p);
  const size = quantileOf((x) => ({ upper: tTwoSided(x, df), lower: 1 - tTwoSided(x, df) }), 1 - 2 * outside);
  return p < 0.5 ? -size : size;
}
