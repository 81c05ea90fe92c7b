import { gaussLegendre } from './gauss-legendre.ts';
import { normalCdf, normalDensity } from './normal.ts';

const RULE = gaussLegendre(48);

/**
 * Φ₂(h, k; r) = P(X ≤ h and Y ≤ k) for two standard normals with correlation r.
 *
 * Plackett's identity: ∂Φ₂/∂r is the bivariate density, so Φ₂ is Φ(h)Φ(k) plus that density integrated over the
 * correlation from 0 to r, here with r = sin θ as in Drezner & Wesolowsky (1990). For |r| near 1 the integrand sharpens,
 * and the answer is taken from one side: the probability that X lies under h, integrated over X with Y given X.
 * @throws RangeError unless −1 ≤ r ≤ 1.
 */
export function bivariateNormalCdf(h: number, k: number, r: number): number {
  if (!(Math.abs(r) <= 1)) throw new RangeError(`a correlation lies within [-1, 1], got ${r}`);
  if (r === 1) return normalCdf(Math.min(h, k));
  if (r === -1) return Math.max(0, normalCdf(h) + normalCdf(k) - 1);
  return Math.abs(r) < 0.95 ? byCorrelation(h, k, r) : byConditioning(h, k, r);
}

function byCorrelation(h: number, k: number, r: number): number {
  const half = Math.asin(r) / 2;
  let sum = 0;
  for (const { node, weight } of RULE) {
    const angle = half * (node + 1);
    const sine = Math.sin(angle);
    const cosineSquare = Math.cos(angle) ** 2;
    sum += weight * Math.exp(-(h * h + k * k - 2 * h * k * sine) / (2 * cosineSquare));
  }
  return normalCdf(h) * normalCdf(k) + (half * sum) / (2 * Math.PI);
}

function byConditioning(h: number, k: number, r: number): number {
  const spread = Math.sqrt(1 - r * r);
  const low = -12;
  const high = Math.min(h, 12);
  if (high <= low) return 0;
  // Cut at the place where Y given X turns from certain to impossible; there the integrand is steep.
  const turn = Math.min(high, Math.max(low, k / r));
  const cuts = [low, turn - 9 * spread, turn - 3 * spread, turn, turn + 3 * spread, turn + 9 * spread, high]
    .map((x) => Math.min(high, Math.max(low, x)))
    .sort((a, b) => a - b);
  const f = (x: number): number => normalDensity(x) * normalCdf((k - r * x) / spread);
  let total = 0;
  for (let i = 1; i < cuts.length; i += 1) total += integrate(f, cuts[i - 1] ?? 0, cuts[i] ?? 0);
  return total;
}

function integrate(f: (x: number) => number, low: number, high: number): number {
  const half = (high - low) / 2;
  let sum = 0;
  for (const { node, weight } of RULE) sum += weight * f(low + half * (node + 1));
  return half * sum;
}
