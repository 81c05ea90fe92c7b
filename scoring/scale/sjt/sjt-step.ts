import { ANSWERED, FIELDS, MEAN, RAW } from '../../compile/layout.ts';
import type { ScaleStep } from '../../compile/plan.ts';
import type { Situation, SituationScoring } from './situation.ts';

/** A scale over situations. `of` is the number of its options, `required` how many must stand in usable situations. */
export interface SjtPlan {
  readonly of: number;
  readonly required: number;
  readonly situations: readonly Situation[];
  readonly score: SituationScoring;
}

/**
 * mean: mean value of the scale's options over all usable situations; raw: that times the number of options. A situation
 * is usable when each of its options was rated and the scoring is defined for the ratings; `answered` counts the scale's
 * options in usable situations, so that a straight line everywhere ends as insufficient and not as a number.
 */
export function sjtStep(scale: number, plan: SjtPlan): ScaleStep {
  const at = scale * FIELDS;
  return (values, out) => {
    let [answered, sum] = [0, 0];
    for (const situation of plan.situations) {
      const scored = scoreSituation(situation, plan.score, values);
      if (scored === null) continue;
      for (let j = 0; j < scored.length; j++) {
        if (situation.counted[j] === 0) continue;
        answered++;
        sum += scored[j] ?? 0;
      }
    }
    const enough = answered >= plan.required && answered > 0;
    out[at + ANSWERED] = answered;
    out[at + MEAN] = enough ? sum / answered : Number.NaN;
    out[at + RAW] = enough ? (sum / answered) * plan.of : Number.NaN;
  };
}

/** Values of all options of one situation, null when it is not usable. */
export function scoreSituation(
  situation: Situation,
  score: SituationScoring,
  values: Float64Array,
): Float64Array | null {
  const given = new Float64Array(situation.item.length);
  for (let j = 0; j < given.length; j++) {
    const answer = values[situation.item[j] ?? -1] ?? Number.NaN;
    if (Number.isNaN(answer)) return null;
    given[j] = answer;
  }
  const scored = new Float64Array(given.length);
  return score(given, situation, scored) ? scored : null;
}
