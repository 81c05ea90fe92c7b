import type { InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import type { Plan, ScalePlan } from '../compile/plan.ts';
import { type SjtPlan, scoreSituation } from '../scale/sjt/sjt-plan.ts';
import { score, toValues } from '../score.ts';
import type { Answers, ScaleScore } from '../scores.ts';

/**
 * How one item entered a scale. `keyed` is the answer after reversing (for a count 1 or 0: matched or not; for an
 * option of a situation the value its scoring gave); `contribution`
 * is its part in the scale's mean, and the contributions add up to that mean. An unanswered item has nulls.
 */
export interface ItemTrace {
  readonly item: string;
  readonly key: 1 | -1;
  readonly answer: number | null;
  readonly keyed: number | null;
  readonly contribution: number | null;
}

/** How one scale entered a nested one. */
export interface PartTrace {
  readonly weight: number;
  readonly contribution: number | null;
  readonly trace: ScaleTrace;
}

/** From answers to one scale's score: the items it rests on, or the scales it is made of, and the norm and error used. */
export interface ScaleTrace {
  readonly scale: string;
  readonly method: InstrumentScale['score'];
  readonly score: ScaleScore;
  readonly norm: { readonly id: string; readonly version: string } | null;
  readonly items: readonly ItemTrace[];
  readonly parts: readonly PartTrace[];
}

/**
 * Opens a score to its last item.
 * @throws RangeError when the instrument has no such scale, or an answer is not one of its item's points
 */
export function explain(plan: Plan, answers: Answers, scaleId: string): ScaleTrace {
  const index = plan.scales.findIndex(({ id }) => id === scaleId);
  const scale = plan.scales[index];
  const scored = score(plan, answers).scales[index];
  if (scale === undefined || scored === undefined) throw new RangeError(`${plan.instrument} has no scale ${scaleId}`);
  const { normId: id, normVersion: version } = plan;
  return {
    scale: scaleId,
    method: scale.declared.score,
    score: scored,
    norm: scale.norm === null || id === null || version === null ? null : { id, version },
    items: scale.sjt === null ? itemTraces(plan, scale, answers) : optionTraces(plan, scale.sjt, answers),
    parts: partTraces(plan, scale, answers),
  };
}

function itemTraces(plan: Plan, { declared }: ScalePlan, answers: Answers): ItemTrace[] {
  const terms = declared.items ?? [];
  const weightOf = ({ weight = 1 }: { weight?: number }): number => weight;
  const total = terms.reduce((sum, term) => (answers[term.item] === undefined ? sum : sum + weightOf(term)), 0);
  return terms.map((term) => {
    const { item, key, match } = term;
    const answer = answers[item];
    if (answer === undefined) return { item, key, answer: null, keyed: null, contribution: null };
    const keyed = match === undefined ? keyedAnswer(plan, item, key, answer) : Number(answer === match);
    return { item, key, answer, keyed, contribution: (weightOf(term) * keyed) / total };
  });
}

/** Options of situations: keyed is the value the scoring gave the option, null where its situation was not usable. */
function optionTraces(plan: Plan, sjt: SjtPlan, answers: Answers): ItemTrace[] {
  const values = toValues(plan, answers);
  const scored = sjt.situations.map((situation) => scoreSituation(situation, sjt.score, values));
  const counted = sjt.situations.map(({ counted }) => counted.reduce((sum, flag) => sum + flag, 0));
  const answered = counted.reduce((sum, count, index) => sum + (scored[index] === null ? 0 : count), 0);
  return sjt.situations.flatMap((situation, index) =>
    Array.from(situation.item, (position, j) => {
      const item = plan.itemIds[position] ?? '';
      const keyed = scored[index]?.[j] ?? null;
      return {
        item,
        key: 1 as const,
        answer: answers[item] ?? null,
        keyed,
        contribution: keyed === null ? null : keyed / answered,
      };
    }).filter((_trace, j) => situation.counted[j] === 1),
  );
}

function keyedAnswer(plan: Plan, item: string, key: 1 | -1, answer: number): number {
  const points = plan.points[plan.position.get(item) ?? -1] ?? [];
  return key === 1 ? answer : Math.min(...points) + Math.max(...points) - answer;
}

function partTraces(plan: Plan, { declared }: ScalePlan, answers: Answers): PartTrace[] {
  const parts = declared.parts ?? [];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map(({ scale, weight }) => {
    const trace = explain(plan, answers, scale);
    const contribution = trace.score.kind === 'scored' ? (weight * trace.score.mean) / total : null;
    return { weight, contribution, trace };
  });
}
