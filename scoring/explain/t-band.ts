import type { ScalePlan } from '../compile/plan.ts';
import { proportionAt, tAt } from '../norm/norm-table.ts';
import type { ScoredScale } from '../scores.ts';

/**
 * The T scores that the ends of a scale's 90 % band would have had: no T is shown without them. Null without a norm or
 * without a known error. Raw scores are in proportion to means, so the norm can be asked at the band's ends.
 */
export function tBand({ norm }: Pick<ScalePlan, 'norm'>, score: ScoredScale): { low: number; high: number } | null {
  const { raw, mean, low, high, t } = score;
  if (norm === null || t === null || low === null || high === null || mean === 0) return null;
  const at = (value: number): number => tAt(proportionAt(norm, (raw / mean) * value));
  return { low: Math.min(at(low), t), high: Math.max(at(high), t) };
}
