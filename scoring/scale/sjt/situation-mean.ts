import { SJT_SCORINGS } from './scorings.ts';

/**
 * The mean of standardised distances over situations of the given sizes for somebody who stands, in every situation, at a given
 * share of the way from the opposite order of the options (0) over chance (½) to the key's own (1).
 * Within a situation of m options the sum is 2(m − 1)(r − 1), so the share is (1 + r)/2.
 */
export function situationMean(sizes: readonly number[], share: number): number {
  const range = SJT_SCORINGS['standardised-distance'].range;
  const options = sizes.reduce((sum, m) => sum + m, 0);
  if (options === 0) return 0;
  return sizes.reduce((sum, m) => sum + m * range(m, 0)[0] * (1 - share), 0) / options;
}
