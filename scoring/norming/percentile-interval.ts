import { normalQuantile } from '../math/normal.ts';
import type { Interval } from '../reliability/alpha-interval.ts';

/**
 * Sampling interval of a percentile: how far it could move with another norm sample of the same size.
 *
 * Wilson's interval for a share, which stays inside (0, 1) near the ends. Says nothing of measurement error.
 * Source: Wilson 1927, J. Amer. Statist. Assoc. 22, 209–212.
 * @throws RangeError unless 0 ≤ percentile ≤ 1 and n ≥ 1.
 */
export function percentileInterval(percentile: number, n: number, confidence = 0.95): Interval {
  if (!(percentile >= 0 && percentile <= 1) || !(n >= 1))
    throw new RangeError('percentileInterval requires a share and n');
  const z = normalQuantile(0.5 + confidence / 2);
  const centre = (percentile + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((percentile * (1 - percentile)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
