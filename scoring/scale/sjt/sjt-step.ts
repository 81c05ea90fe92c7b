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
  // Used again for every situation and every person: nothing of them leaves this step.
  const most = Math.max(0, ...plan.situations.map(({ item }) => item.length));
  const given = Array.from({ length: most + 1 }, (_, length) => new Float64Array(length));
  const scored = Array.from({ length: most + 1 }, (_, length) => new Float64Array(length));
  return (values, out) => {
    let [answered, sum] = [0, 0];
    for (const situation of plan.situations) {
      const { length } = situation.item;
      const [x, points] = [given[length], scored[length]];
      if (x === undefined || points === undefined) continue;
      if (!take(situation, values, x) || !plan.score(x, situation, points)) continue;
      for (let j = 0; j < length; j++) {
        if (situation.counted[j] === 0) continue;
        answered++;
        sum += points[j] ?? 0;
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
  if (!take(situation, values, given)) return null;
  const scored = new Float64Array(given.length);
  return score(given, situation, scored) ? scored : null;
}

/** Copies the ratings of a situation; false where one is missing. */
function take({ item }: Situation, values: Float64Array, given: Float64Array): boolean {
  for (let j = 0; j < given.length; j++) {
    const answer = values[item[j] ?? -1] ?? Number.NaN;
    if (Number.isNaN(answer)) return false;
    given[j] = answer;
  }
  return true;
}
