import { logGamma } from './log-gamma.ts';

const TINY = 1e-300;
const EPSILON = 1e-16;
const MAX_TERMS = 100_000;

const nonZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/** Lentz's continued fraction of the incomplete beta function; quick where x < (a + 1)/(a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return fraction;
}

const front = (x: number, y: number, a: number, b: number): number =>
  Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));

/**
 * The regularised incomplete beta function, both sides: `lower` is I_x(a, b), `upper` its complement.
 *
 * `y` is 1 − x and is asked for separately because a caller often knows it exactly where 1 − x would round.
 * Continued fraction as in Press et al., Numerical Recipes, §6.4.
 * @throws RangeError unless a, b > 0 and 0 ≤ x ≤ 1.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): { lower: number; upper: number } {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) {
    throw new RangeError(`incompleteBeta requires a, b > 0 and 0 <= x <= 1, got ${a}, ${b}, ${x}`);
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (front(x, y, a, b) * betaFraction(x, a, b)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (front(x, y, a, b) * betaFraction(y, b, a)) / b;
  return { lower: 1 - upper, upper };
}
