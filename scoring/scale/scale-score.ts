import { ANSWERED, FIELDS, MEAN, PROPORTION, RAW, STANINE, T } from '../compile/layout.ts';
import type { ScalePlan } from '../compile/plan.ts';
import type { ScaleScore } from '../scores.ts';
import { anchorOf } from './anchor.ts';
import { levelOfCount } from './matches.ts';

/** z that leaves 5 % on either side: the half-width of a 90 % band in standard errors. */
const Z90 = 1.6448536269514722;

/** One scale out of the numbers `scoreInto` wrote. */
export function scaleScore(plan: ScalePlan, out: Float64Array, index: number): ScaleScore {
  const field = (offset: number): number => out[index * FIELDS + offset] ?? Number.NaN;
  const known = (offset: number): number | null => (Number.isNaN(field(offset)) ? null : field(offset));
  const { id: scale, of, required, sem } = plan;
  const answered = field(ANSWERED);
  const raw = known(RAW);
  const mean = known(MEAN);
  if (raw === null || mean === null) return { kind: 'insufficient', scale, answered, required, of };
  const proportion = known(PROPORTION);
  return {
    kind: 'scored',
    scale,
    answered,
    of,
    raw,
    mean,
    sem,
    low: sem === null ? null : Math.max(plan.lowest, mean - Z90 * sem),
    high: sem === null ? null : Math.min(plan.highest, mean + Z90 * sem),
    t: known(T),
    stanine: known(STANINE),
    percentile: proportion === null ? null : 100 * proportion,
    anchor: anchor(plan, raw, mean),
  };
}

/** A count that declares its own integer classes is classified by them; one that was prorated by the nearest integer. */
function anchor(plan: ScalePlan, raw: number, mean: number): number {
  return plan.levels === null ? anchorOf(mean, plan) : levelOfCount(plan.levels, Math.round(raw));
}
