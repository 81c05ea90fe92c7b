import { findRoot } from '../math/find-root.ts';
import { noncentralChiSquareCdf } from '../math/noncentral-chi-square.ts';

export interface Rmsea {
  readonly rmsea: number;
  /** 90 % interval. */
  readonly low: number;
  readonly high: number;
}

/** The noncentrality at which so large a statistic has the given cumulative probability; 0 where even that is too much. */
function noncentralityAt(chiSquare: number, df: number, p: number): number {
  const miss = (ncp: number): number => noncentralChiSquareCdf(chiSquare, df, ncp) - p;
  if (miss(0) <= 0) return 0;
  let high = Math.max(1, chiSquare);
  while (miss(high) > 0) high *= 2;
  return findRoot(miss, { low: 0, high, tolerance: 1e-10 }) ?? 0;
}

/**
 * Root mean square error of approximation: misfit per degree of freedom, freed of the sample's size, with its interval.
 *
 * √(max(0, χ²/df − 1)/(n − 1)). Source: Steiger 1990; Browne & Cudeck 1993.
 * @throws RangeError unless df ≥ 1 and n ≥ 2.
 */
export function rmseaInterval(chiSquare: number, df: number, n: number): Rmsea {
  if (!(df >= 1) || !(n >= 2)) throw new RangeError('RMSEA requires a degree of freedom and two persons');
  const scale = (ncp: number): number => Math.sqrt(Math.max(0, ncp) / (df * (n - 1)));
  return {
    rmsea: scale(chiSquare - df),
    low: scale(noncentralityAt(chiSquare, df, 0.95)),
    high: scale(noncentralityAt(chiSquare, df, 0.05)),
  };
}
