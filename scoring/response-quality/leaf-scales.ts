import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import { bounds, type ItemTable, positionOf } from '../compile/item-table.ts';
import { isLinear } from '../compile/linear-rows.ts';

/** A scale as the indices of response quality read it: item positions and, for each, keyed = intercept + slope × answer. */
export interface LeafScale {
  readonly id: string;
  readonly item: Int32Array;
  readonly slope: Float64Array;
  readonly intercept: Float64Array;
}

/**
 * Scales of rated items that share none: small ones go before the larger ones that are made of the same items. Scales of
 * quality and plain counts of forced pairs are left out.
 */
export function leafScales(instrument: Instrument, items: ItemTable): LeafScale[] {
  const taken = new Set<string>();
  const rated = instrument.scales.filter((scale) => isLinear(scale) && scale.use !== 'quality');
  const bySize = [...rated].sort((a, b) => (a.items?.length ?? 0) - (b.items?.length ?? 0));
  const chosen = new Set<InstrumentScale>();
  for (const scale of bySize) {
    const own = (scale.items ?? []).map(({ item }) => item);
    if (own.length < 2 || own.some((item) => taken.has(item))) continue;
    chosen.add(scale);
    for (const item of own) taken.add(item);
  }
  return rated.filter((scale) => chosen.has(scale)).map((scale) => leaf(scale, items));
}

function leaf({ id, items: terms = [] }: InstrumentScale, items: ItemTable): LeafScale {
  const position = terms.map(({ item }) => positionOf(items, item));
  return {
    id,
    item: Int32Array.from(position),
    slope: Float64Array.from(terms, ({ key }) => key),
    intercept: Float64Array.from(terms, ({ key }, index) => {
      const { lowest, highest } = bounds(items, position[index] ?? 0);
      return key === 1 ? 0 : lowest + highest;
    }),
  };
}
