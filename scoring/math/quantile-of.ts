import { findRoot } from './find-root.ts';

/**
 * The inverse of a rising distribution function on (0, ∞): the x with cdf(x) = p.
 *
 * Brackets by doubling and halving, then solves in ln x, where the scale of the answer does not matter. Below the
 * median the lower tail is matched, above it the upper one, so that neither end loses figures.
 * @throws RangeError unless 0 < p < 1.
 */
export function quantileOf(tails: (x: number) => { lower: number; upper: number }, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile requires 0 < p < 1, got ${p}`);
  const miss = (logX: number): number => {
    const { lower, upper } = tails(Math.exp(logX));
    return p < 0.5 ? lower - p : 1 - p - upper;
  };
  let low = 0;
  let high = 0;
  while (miss(low) > 0 && low > -700) low -= 2;
  while (miss(high) < 0 && high < 700) high += 2;
  return Math.exp(findRoot(miss, { low, high, tolerance: 1e-15 }) ?? low);
}
