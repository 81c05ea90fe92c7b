import type { Situation, SituationScoring } from './situation.ts';
import { takeRatings } from './sjt-plan.ts';

/** A situation allows few enough answers that what they are worth is computed once for each, when it is first met. */
export interface TabledSituation {
  readonly situation: Situation;
  readonly score: SituationScoring;
  readonly lowest: number;
  /** How many codes an option allows, one apart; 0 where the table would be too large or the codes are not one apart. */
  readonly codes: number;
  /** For each combination of answers: 0 not met yet, 1 met. Filled as people come. */
  readonly met: Uint8Array;
  /** For each combination the values of its options, NaN where the scoring is undefined. */
  readonly values: Float64Array;
  readonly given: Float64Array;
  readonly scored: Float64Array;
}

/** Five options of four points, or four of five, fit in. */
const MOST_COMBINATIONS = 1024;

/** @param points the codes its options allow */
export function tabledSituation(
  situation: Situation,
  score: SituationScoring,
  points: readonly number[],
): TabledSituation {
  const length = situation.item.length;
  const lowest = Math.min(...points);
  const combinations = points.length ** length;
  const tabled = combinations <= MOST_COMBINATIONS && points.every((point) => Number.isInteger(point - lowest));
  const codes = tabled && Math.max(...points) - lowest === points.length - 1 ? points.length : 0;
  return {
    situation,
    score,
    lowest,
    codes,
    met: new Uint8Array(codes === 0 ? 0 : combinations),
    values: new Float64Array(codes === 0 ? 0 : combinations * length),
    given: new Float64Array(length),
    scored: new Float64Array(length),
  };
}

/** Writes the value of each option from `at` on; NaN everywhere where the situation is not usable. */
export function writeSituation(tabled: TabledSituation, answers: Float64Array, out: Float64Array, at: number): void {
  const { situation, met, values } = tabled;
  const { length } = situation.item;
  const combination = combinationOf(tabled, answers);
  if (combination < 0) {
    writeDirectly(tabled, answers, out, at);
    return;
  }
  const from = combination * length;
  if (met[combination] === 0) {
    writeDirectly(tabled, answers, values, from);
    met[combination] = 1;
  }
  for (let j = 0; j < length; j++) out[at + j] = values[from + j] ?? Number.NaN;
}

/** The place of these answers in the table; −1 where one is missing, is no code, or nothing is tabled. */
function combinationOf({ situation: { item }, lowest, codes }: TabledSituation, answers: Float64Array): number {
  let combination = 0;
  for (let j = 0; j < item.length; j++) {
    const answer = (answers[item[j] ?? -1] ?? Number.NaN) - lowest;
    const code = answer | 0;
    if (code !== answer || code < 0 || code >= codes) return -1;
    combination = combination * codes + code;
  }
  return combination;
}

function writeDirectly(tabled: TabledSituation, answers: Float64Array, out: Float64Array, at: number): void {
  const { situation, score, given, scored } = tabled;
  const usable = takeRatings(situation.item, answers, given) && score(given, situation, scored);
  for (let j = 0; j < scored.length; j++) out[at + j] = usable ? (scored[j] ?? Number.NaN) : Number.NaN;
}
