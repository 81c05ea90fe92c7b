/** σ(x) = 1/(1 + e⁻ˣ), without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** ln(p/(1 − p)). @throws RangeError unless 0 < p < 1. */
export function logit(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`logit requires 0 < p < 1, got ${p}`);
  return Math.log(p / (1 - p));
}
