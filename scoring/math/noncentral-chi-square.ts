import { incompleteGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';

const poisson = (j: number, mean: number): number => Math.exp(-mean + j * Math.log(mean) - logGamma(j + 1));

/**
 * P(χ²(df, ncp) ≤ x): a chi-square whose model is wrong by `noncentrality`; RMSEA intervals are made of it.
 *
 * A Poisson mixture of central distributions (Johnson, Kotz & Balakrishnan 1995, ch. 29), summed outward from the
 * mixture's mode until the terms vanish.
 * @throws RangeError unless df > 0 and noncentrality ≥ 0.
 */
export function noncentralChiSquareCdf(x: number, df: number, noncentrality: number): number {
  if (!(noncentrality >= 0)) throw new RangeError(`noncentrality must be >= 0, got ${noncentrality}`);
  if (x <= 0) return 0;
  const mean = noncentrality / 2;
  if (mean === 0) return incompleteGamma(df / 2, x / 2).lower;
  const mode = Math.floor(mean);
  const term = (j: number): number => poisson(j, mean) * incompleteGamma(df / 2 + j, x / 2).lower;
  let sum = 0;
  for (let j = mode; j >= 0; j -= 1) {
    if (poisson(j, mean) < 1e-18) break;
    sum += term(j);
  }
  for (let j = mode + 1; poisson(j, mean) >= 1e-18; j += 1) sum += term(j);
  return Math.min(1, sum);
}
