import { normalQuantile } from '../math/normal.ts';
import { stanine, sten } from './standard-scores.ts';

/** One observed raw score of a norm sample, with everything it converts to. */
export interface NormRow {
  readonly raw: number;
  /** Persons with exactly this score. */
  readonly count: number;
  /** Mid-rank percentile as a share: (persons below + half of those equal) / n. */
  readonly percentile: number;
  /** Blom's alternative: (mean rank − 3/8) / (n + 1/4). */
  readonly blom: number;
  readonly z: number;
  readonly t: number;
  readonly stanine: number;
  readonly sten: number;
}

/**
 * The norm table of a sample: each raw score seen in it, with its mid-rank percentile and what follows from that.
 *
 * In words: a person stands above all who scored lower and half of those who scored the same. z is the normal deviate
 * of that percentile, T = 50 + 10z (area transformation: T is normal even where raw scores are not).
 * Source: Crocker & Algina 1986, ch. 19; Blom 1958, Statistical Estimates and Transformed Beta-Variables.
 * @returns rows from the lowest raw score to the highest; none for an empty sample.
 * @throws RangeError when a score is not finite.
 * @example midRankTable([1, 2, 2, 3])[1].percentile // 0.5
 */
export function midRankTable(scores: readonly number[]): NormRow[] {
  if (!scores.every(Number.isFinite)) throw new RangeError('midRankTable requires finite scores');
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  let below = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([raw, count]) => {
      const row = normRow(raw, { below, count, n: scores.length });
      below += count;
      return row;
    });
}

function normRow(raw: number, { below, count, n }: { below: number; count: number; n: number }): NormRow {
  const percentile = (below + count / 2) / n;
  const rank = below + (count + 1) / 2;
  const z = normalQuantile(percentile);
  return {
    raw,
    count,
    percentile,
    blom: (rank - 0.375) / (n + 0.25),
    z,
    t: 50 + 10 * z,
    stanine: stanine(z),
    sten: sten(z),
  };
}
