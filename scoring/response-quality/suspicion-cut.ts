import { sortedQuantile } from '../math/sorted-quantile.ts';
import type { QualityReference } from './reference.ts';

/** Of people whom the reference has not seen, at most this share may be told that they seem to have stopped reading. */
const MOST_FLAGGED = 0.05;
/** How sure of that, one-sided: z of one chance in twenty. */
const Z95 = 1.6448536269514722;

/**
 * Where suspicion begins to count. The sample's own 95 % would flag 5 % of others on average, and more than that every
 * second time: shares of two samples differ by chance. So the cut lies at 1 − p where p + z·√(2p(1 − p)/n) = 5 %: in a
 * second sample as large as the reference, more than 5 % lie beyond it once in twenty times. The larger the reference,
 * the nearer it comes to 95 %. Set by the reference alone; the people it is used on have no part in it.
 */
export function suspicionCut({ n, quantiles }: Pick<QualityReference, 'n' | 'quantiles'>): number {
  const { suspicion } = quantiles;
  return suspicion.length === 0 ? Number.POSITIVE_INFINITY : sortedQuantile(suspicion, 1 - shareBeyond(n));
}

/** The smaller root of (q − p)² = a·p(1 − p), a = 2z²/n. */
export function shareBeyond(n: number): number {
  const a = (2 * Z95 ** 2) / n;
  const half = MOST_FLAGGED + a / 2;
  return (half - Math.sqrt(half ** 2 - (1 + a) * MOST_FLAGGED ** 2)) / (1 + a);
}
