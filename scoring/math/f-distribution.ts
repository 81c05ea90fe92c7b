import { incompleteBeta } from './incomplete-beta.ts';
import { quantileOf } from './quantile-of.ts';

/** Degrees of freedom above and below the fraction bar. */
export interface FDegrees {
  readonly numerator: number;
  readonly denominator: number;
}

function tails(x: number, { numerator, denominator }: FDegrees): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const scaled = numerator * x;
  const total = scaled + denominator;
  return incompleteBeta(scaled / total, numerator / 2, denominator / 2, denominator / total);
}

/** P(F ≤ x). @throws RangeError unless both degrees of freedom are positive. */
export const fCdf = (x: number, df: FDegrees): number => tails(x, df).lower;

/** P(F > x): the p value of an F test. */
export const fUpperTail = (x: number, df: FDegrees): number => tails(x, df).upper;

/**
 * The x with P(F ≤ x) = p, for 0 < p < 1.
 * @example fQuantile(0.975, { numerator: 5, denominator: 18 }) // 3.3820
 */
export const fQuantile = (p: number, df: FDegrees): number => quantileOf((x) => tails(x, df), p);
