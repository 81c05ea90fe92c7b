import type { Instrument, InstrumentScale } from '../../../instruments/schema/instrument.schema.ts';
import type { Plan } from '../../../scoring/index.ts';

/** One keyed answer as a formula: intercept + slope × answer. */
export interface Term {
  readonly item: string;
  readonly position: number;
  readonly slope: number;
  readonly intercept: number;
}

/** What every peer is asked to compute: the same scales, the same keys, the same thresholds. */
export interface ScaleRules {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly match: readonly { readonly item: string; readonly position: number; readonly value: number }[];
}

/** The keyed items of every scale that is a sum or a count; distances from a key are left to us, peers have nothing for them. */
export function scaleRules(instrument: Instrument, plan: Plan): ScaleRules[] {
  return instrument.scales.flatMap((scale) => {
    const items = scale.items ?? [];
    if (items.length === 0 || scale.score === 'sjt' || scale.score === 'scales') return [];
    return [{ id: scale.id, ...keyed(scale, plan) }];
  });
}

function keyed({ items = [], score }: InstrumentScale, plan: Plan): Omit<ScaleRules, 'id'> {
  const position = (item: string): number => plan.position.get(item) ?? -1;
  const counts = score === 'match-count' || score === 'choice-count';
  return {
    match: counts ? items.map(({ item, match }) => ({ item, position: position(item), value: match ?? 1 })) : [],
    terms: counts
      ? []
      : items.map(({ item, key }) => {
          const points = plan.points[position(item)] ?? [];
          const turned = Math.min(...points) + Math.max(...points);
          return { item, position: position(item), slope: key, intercept: key === 1 ? 0 : turned };
        }),
  };
}
