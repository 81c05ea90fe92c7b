import type { Situation, SituationScoring } from './situation.ts';

/** A scale over situations. `of` is the number of its options, `required` how many must stand in usable situations. */
export interface SjtPlan {
  readonly of: number;
  readonly required: number;
  readonly situations: readonly Situation[];
  readonly score: SituationScoring;
}

/** Values of all options of one situation, null when it is not usable. */
export function scoreSituation(
  situation: Situation,
  score: SituationScoring,
  values: Float64Array,
): Float64Array | null {
  const given = new Float64Array(situation.item.length);
  if (!takeRatings(situation.item, values, given)) return null;
  const scored = new Float64Array(given.length);
  return score(given, situation, scored) ? scored : null;
}

/** Copies the ratings of a situation; false where one is missing. */
export function takeRatings(item: Int32Array, values: Float64Array, given: Float64Array): boolean {
  for (let j = 0; j < given.length; j++) {
    const answer = values[item[j] ?? -1] ?? Number.NaN;
    if (Number.isNaN(answer)) return false;
    given[j] = answer;
  }
  return true;
}
