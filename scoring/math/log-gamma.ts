const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Stirling's asymptotic series, good to the last digit from x = 10 on. */
function stirling(x: number): number {
  const inverseSquare = 1 / (x * x);
  let series = 0;
  for (let i = STIRLING.length - 1; i >= 0; i -= 1) series = series * inverseSquare + (STIRLING[i] ?? 0);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series / x;
}

/**
 * ln Γ(x) for x > 0: the logarithm of the factorial of x − 1, continued to fractions.
 *
 * Stirling's series (Abramowitz & Stegun 6.1.41) for x ≥ 10, and the recurrence Γ(x) = Γ(x + 1)/x below it.
 * @throws RangeError unless x > 0.
 * @example logGamma(5) // ln 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma requires x > 0, got ${x}`);
  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return stirling(shifted) - Math.log(product);
}
