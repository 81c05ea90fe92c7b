import { type Plan, tBand } from '../../scoring/index.ts';
import type { EvidenceBand } from './propensity-words.ts';
import type { StoredResult } from './result.ts';

/** The error of what pathways look at, from the stored scores and the plan that they were made by. */
export function evidenceBands({ scales }: Pick<StoredResult, 'scales'>, plan: Plan): EvidenceBand {
  return (scale, unit) => {
    const score = scales.find((one) => one.scale === scale);
    const declared = plan.scales.find(({ id }) => id === scale);
    if (score?.kind !== 'scored' || declared === undefined) return null;
    if (unit === 't') return tBand(declared, score);
    return score.low === null || score.high === null ? null : { low: score.low, high: score.high };
  };
}
