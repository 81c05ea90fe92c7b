import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { followAdaptive } from '../adaptive/adaptive-form.ts';
import { adaptiveScore } from '../adaptive/adaptive-score.ts';
import { compileAdaptive } from '../adaptive/compile-adaptive.ts';
import type { Plan } from '../compile/plan.ts';
import { mean, variance } from '../math/moments.ts';

/** One person's score after an adaptive test: the sum and the mean expected over the whole bank. */
interface Placed {
  readonly raw: number;
  readonly mean: number;
}

export interface AdaptiveSample {
  readonly scale: string;
  /** In the order of the rows; null for somebody whose test had not ended. */
  readonly placed: readonly (Placed | null)[];
  /** Empirical: var(θ̂) / (var(θ̂) + mean SE²). Null where nobody differs. */
  readonly reliability: number | null;
}

/**
 * What an adaptive scale's norm is made of: each sitting's test is followed anew from its seed and answers. A norm of sums of
 * whole forms would not do: estimates from an adaptive test vary less than sums, and everybody was asked something else.
 * @returns null for a form that asks nothing adaptively, or without seeds.
 */
export function adaptiveSample(
  instrument: Instrument,
  plan: Plan,
  rows: readonly Float64Array[],
  seeds: readonly number[],
): AdaptiveSample | null {
  const form = compileAdaptive(instrument);
  if (form === null || seeds.length < rows.length) return null;
  const items = form.items.map(({ item }) => [item, plan.position.get(item) ?? -1] as const);
  const tests = rows.map((row, at) => {
    const answers = Object.fromEntries(
      items.flatMap(([item, position]) => {
        const value = row[position] ?? Number.NaN;
        return Number.isNaN(value) ? [] : [[item, value]];
      }),
    );
    const state = followAdaptive(form, seeds[at] ?? 0, answers);
    const score = state.reason === null ? null : adaptiveScore(form, state, null);
    return score?.kind === 'scored' && state.theta !== null && state.se !== null
      ? { placed: { raw: score.raw, mean: score.mean }, theta: state.theta, se: state.se }
      : null;
  });
  const ended = tests.filter((test) => test !== null);
  return { scale: form.scale, placed: tests.map((test) => test?.placed ?? null), reliability: reliabilityOf(ended) };
}

function reliabilityOf(ended: readonly { theta: number; se: number }[]): number | null {
  if (ended.length < 2) return null;
  const between = variance(ended.map(({ theta }) => theta));
  const within = mean(ended.map(({ se }) => se * se));
  return between > 0 ? between / (between + within) : null;
}
