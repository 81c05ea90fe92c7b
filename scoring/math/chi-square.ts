import { incompleteGamma } from './incomplete-gamma.ts';
import { quantileOf } from './quantile-of.ts';

const tails = (x: number, df: number) => incompleteGamma(df / 2, Math.max(0, x) / 2);

/**
 * P(χ² ≤ x) with df degrees of freedom.
 * @throws RangeError unless df > 0.
 */
export const chiSquareCdf = (x: number, df: number): number => tails(x, df).lower;

/**
 * P(χ² > x): the p value of a chi-square test.
 * @throws RangeError unless df > 0.
 * @example chiSquareUpperTail(3.841458820694124, 1) // 0.05
 */
export const chiSquareUpperTail = (x: number, df: number): number => tails(x, df).upper;

/** The x with P(χ² ≤ x) = p, for 0 < p < 1. */
export const chiSquareQuantile = (p: number, df: number): number => quantileOf((x) => tails(x, df), p);
