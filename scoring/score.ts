import { FIELDS } from './compile/layout.ts';
import type { Plan } from './compile/plan.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { applyNorms } from './norm/apply-norm.ts';
import { scoreLinear } from './scale/linear-block.ts';
import { scaleScore } from './scale/scale-score.ts';
import type { Answers, Scores } from './scores.ts';

/**
 * Scores one sitting.
 * @param answers by item id; ids of other instruments are passed over, an absent id is a missing answer
 * @throws RangeError when an answer is not one of its item's points
 */
export function score(plan: Plan, answers: Answers): Scores {
  return scoreRow(plan, toValues(plan, answers));
}

/** The same for answers that already stand in the order of `plan.itemIds`, NaN for a missing one, unchecked. */
export function scoreRow(plan: Plan, values: Float64Array): Scores {
  const out = new Float64Array(plan.scales.length * FIELDS);
  scoreInto(plan, values, out);
  return scoresIn(plan, out);
}

/** What `scoreInto` wrote, as values. */
export function scoresIn(plan: Plan, out: Float64Array): Scores {
  return {
    instrument: plan.instrument,
    instrumentVersion: plan.instrumentVersion,
    normId: plan.normId,
    normVersion: plan.normVersion,
    engineVersion: ENGINE_VERSION,
    scales: plan.scales.map((scale, index) => scaleScore(scale, out, index)),
  };
}

/**
 * The same for many sittings, allocating nothing: `values` holds one answer per item in the order of `plan.itemIds`, NaN for
 * a missing one, unchecked; `out` takes plan.scales.length × FIELDS numbers (see compile/layout.ts).
 */
export function scoreInto(plan: Plan, values: Float64Array, out: Float64Array): void {
  scoreLinear(plan.linear, values, out);
  for (const step of plan.steps) step(values, out);
  applyNorms(plan.norms, out);
}

/** Answers as the `values` of `scoreInto`. @throws RangeError when an answer is not one of its item's points */
export function toValues(plan: Plan, answers: Answers): Float64Array {
  return Float64Array.from(plan.itemIds, (id, index) => {
    const answer = answers[id];
    if (answer === undefined) return Number.NaN;
    const points = plan.points[index] ?? [];
    if (points.includes(answer)) return answer;
    throw new RangeError(`${id}: ${answer} is not one of ${points.join(', ')}`);
  });
}
