import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { createRandom, type Random } from '../math/random.ts';
import { shuffled } from '../math/shuffled.ts';
import { compileQuality, type QualityPlan } from '../response-quality/compile-quality.ts';
import { judgeQuality } from '../response-quality/judge-quality.ts';
import { makeReference } from '../response-quality/make-reference.ts';
import { measureQuality } from '../response-quality/measure-quality.ts';
import { suspicionCut } from '../response-quality/suspicion-cut.ts';
import { areaUnderCurve } from './area-under-curve.ts';

/** How planted answers come about: any point, only the middle ones, one and the same, or up the scale again and again. */
export type Planted = 'random' | 'middle' | 'straight' | 'staircase';

/**
 * `falseFlags`: real rows of the test half whose suspicion is beyond the cut that the training half set (see suspicion-cut.ts); `caught`: planted rows that
 * are; `anyFlag`: planted rows with a flag of any kind; `auc` of the mixture of all shares against the real rows.
 */
export interface CarelessOutcome {
  readonly planted: Planted;
  readonly caught: readonly { readonly share: number; readonly bySuspicion: number; readonly anyFlag: number }[];
  readonly auc: number;
}

export interface CarelessStudy {
  readonly trained: number;
  readonly tested: number;
  readonly falseFlags: number;
  readonly states: Readonly<Record<'valid' | 'review' | 'repeat-offered', number>>;
  readonly outcomes: readonly CarelessOutcome[];
}

export const SHARES = [1, 0.5, 0.25] as const;
const KINDS: readonly Planted[] = ['random', 'middle', 'straight', 'staircase'];

/**
 * Plants careless answers into real rows: a reference is made of one half of the rows, and the other half is judged, as it is
 * and with its last answers (all, half, a quarter, in the order of presentation) replaced.
 * @param rows real answers by item position
 */
export function carelessStudy(form: Instrument, rows: readonly Float64Array[], seed: number): CarelessStudy {
  const random = createRandom(seed);
  const mixed = shuffled(rows, random);
  const half = Math.floor(mixed.length / 2);
  const [train, test] = [mixed.slice(0, half), mixed.slice(half)];
  const reference = makeReference(form, { id: 'study', version: '1.0.0', simulated: false, values: train });
  const plan = compileQuality(form, reference);
  const order = plan.orderOf(0);
  const cut = suspicionCut(reference);
  const real = judged(plan, order, test);
  const states = { valid: 0, review: 0, 'repeat-offered': 0 };
  for (const { state } of real) states[state] += 1 / real.length;
  return {
    trained: train.length,
    tested: test.length,
    falseFlags: shareOf(real, ({ suspicion }) => suspicion > cut),
    states,
    outcomes: KINDS.map((planted) => outcomeOf(planted, real)),
  };

  function outcomeOf(planted: Planted, honest: readonly Judged[]): CarelessOutcome {
    const byShare = SHARES.map((share) =>
      judged(
        plan,
        order,
        test.map((row) => plant(plan, row, order, planted, share, random)),
      ),
    );
    return {
      planted,
      caught: SHARES.map((share, at) => ({
        share,
        bySuspicion: shareOf(byShare[at] ?? [], ({ suspicion }) => suspicion > cut),
        anyFlag: shareOf(byShare[at] ?? [], ({ state }) => state !== 'valid'),
      })),
      auc: areaUnderCurve(
        byShare.flat().map(({ suspicion }) => suspicion),
        honest.map(({ suspicion }) => suspicion),
      ),
    };
  }
}

interface Judged {
  readonly suspicion: number;
  readonly state: 'valid' | 'review' | 'repeat-offered';
}

function judged(plan: QualityPlan, order: Int32Array, rows: readonly Float64Array[]): Judged[] {
  return rows.map((values) => {
    const indices = measureQuality(plan, { values, order });
    return { suspicion: indices.suspicion ?? 0, state: judgeQuality(plan, indices).state };
  });
}

function shareOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length);
}

function plant(
  { items }: QualityPlan,
  row: Float64Array,
  order: Int32Array,
  planted: Planted,
  share: number,
  random: Random,
): Float64Array {
  const out = row.slice();
  const from = Math.round(order.length * (1 - share));
  const favourite = random.integer(5);
  for (let at = from; at < order.length; at++) {
    const position = order[at] ?? 0;
    const points = items.points[position] ?? [];
    const last = points.length - 1;
    const point = {
      random: random.integer(points.length),
      middle: 1 + random.integer(Math.max(1, last - 1)),
      straight: favourite % points.length,
      staircase: (at + favourite) % points.length,
    }[planted];
    out[position] = points[point] ?? Number.NaN;
  }
  return out;
}
