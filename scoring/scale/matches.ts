import { ANSWERED, FIELDS, MEAN, RAW } from '../compile/layout.ts';
import type { ScaleStep } from '../compile/plan.ts';

/** Items of a count and, for each, the answer that counts. */
export interface MatchPlan {
  readonly scale: number;
  readonly item: Int32Array;
  readonly match: Float64Array;
  readonly required: number;
  readonly prorate: boolean;
}

/**
 * Counts matching answers: yes-no keys, chosen alternatives of forced pairs. raw is the integer count (prorated to all items
 * only where the policy says so), mean the share of matches among the answered, 0…1.
 */
export function matchStep({ scale, item, match, required, prorate }: MatchPlan): ScaleStep {
  const at = scale * FIELDS;
  return (values, out) => {
    let answered = 0;
    let matches = 0;
    for (let term = 0; term < item.length; term++) {
      const value = values[item[term] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      answered++;
      if (value === match[term]) matches++;
    }
    const enough = answered >= required;
    out[at + ANSWERED] = answered;
    out[at + RAW] = !enough ? Number.NaN : prorate ? (matches * item.length) / answered : matches;
    out[at + MEAN] = enough ? matches / answered : Number.NaN;
  };
}

/**
 * Class of an integer count, 1 for the lowest: `upperBounds` are the highest counts of all classes but the last.
 * Counts are classified as integers because a ratio misleads: 0.05 × 14 > 0.70 holds in floating point.
 * @throws RangeError for a count that is no integer
 */
export function levelOfCount(upperBounds: readonly number[], count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`levelOfCount requires an integer count, not ${count}`);
  return 1 + upperBounds.filter((bound) => count > bound).length;
}
