import { logGamma } from './log-gamma.ts';

const TINY = 1e-300;
const EPSILON = 1e-16;
const MAX_TERMS = 100_000;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/** Lentz's continued fraction of the upper tail. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || TINY);
    c = b + numerator / c || TINY;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return fraction * Math.exp(a * Math.log(x) - x - logGamma(a));
}

/**
 * The regularised incomplete gamma function, both sides: `lower` is P(a, x), `upper` is Q(a, x) = 1 − P(a, x).
 *
 * Series where x < a + 1, continued fraction elsewhere, so that the smaller of the two keeps its relative accuracy
 * (Press et al., Numerical Recipes, §6.2).
 * @throws RangeError unless a > 0 and x ≥ 0.
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma requires a > 0 and x >= 0, got ${a}, ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = Math.min(1, lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, upperFraction(a, x));
  return { lower: 1 - upper, upper };
}
