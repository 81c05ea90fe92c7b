import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';

/** Repeated forced pairs by item position; `sameSide`: alternative a of the first is alternative a of its repetition. */
export interface ForcedPairsPlan {
  readonly first: Int32Array;
  readonly again: Int32Array;
  readonly sameSide: Uint8Array;
  readonly types: number;
  /** Indices of the types of the first one's alternatives. */
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** `agreed` of `repeats` pairs were answered alike; `circular`: Kendall's d over both rounds, null unless both are whole. */
export interface ForcedPairs {
  readonly repeats: number;
  readonly agreed: number;
  readonly circular: number | null;
}

export function forcedPairsPlan(instrument: Instrument, items: ItemTable): ForcedPairsPlan | null {
  const byId = new Map(instrument.items.map((item) => [item.id, item]));
  const repeats = (instrument.quality?.repeats ?? []).flatMap(([one = '', other = '']) => {
    const [first, again] = [byId.get(one), byId.get(other)];
    return first?.pair === undefined || again?.pair === undefined ? [] : [{ first, again, pair: first.pair }];
  });
  if (repeats.length === 0) return null;
  const types = [...new Set(repeats.flatMap(({ pair }) => [pair.a, pair.b]))];
  const at = (item: InstrumentItem): number => items.position.get(item.id) ?? 0;
  return {
    first: Int32Array.from(repeats, ({ first }) => at(first)),
    again: Int32Array.from(repeats, ({ again }) => at(again)),
    sameSide: Uint8Array.from(repeats, ({ pair, again }) => (pair.a === again.pair?.a ? 1 : 0)),
    types: types.length,
    a: Int32Array.from(repeats, ({ pair }) => types.indexOf(pair.a)),
    b: Int32Array.from(repeats, ({ pair }) => types.indexOf(pair.b)),
  };
}

/** The same figures as `pairConsistency` of scoring/scale, allocating next to nothing. */
export function forcedPairs(plan: ForcedPairsPlan, values: Float64Array): ForcedPairs {
  let [repeats, agreed] = [0, 0];
  const wins = new Float64Array(2 * plan.types);
  for (let i = 0; i < plan.first.length; i++) {
    const one = values[plan.first[i] ?? 0] ?? Number.NaN;
    const two = values[plan.again[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(one) || Number.isNaN(two)) continue;
    repeats++;
    const [firstA, againA] = [one === 1, (two === 1) === (plan.sameSide[i] === 1)];
    if (firstA === againA) agreed++;
    const [won, wonAgain] = [(firstA ? plan.a[i] : plan.b[i]) ?? 0, (againA ? plan.a[i] : plan.b[i]) ?? 0];
    wins[won] = (wins[won] ?? 0) + 1;
    wins[plan.types + wonAgain] = (wins[plan.types + wonAgain] ?? 0) + 1;
  }
  return { repeats, agreed, circular: repeats === plan.first.length ? circular(plan, wins) : null };
}

/** Only where every two types meet just once in a round are triads defined. */
function circular({ types: n, first }: ForcedPairsPlan, wins: Float64Array): number | null {
  if (first.length !== (n * (n - 1)) / 2) return null;
  let squares = 0;
  for (const won of wins) squares += won * won;
  return (n * (n - 1) * (2 * n - 1)) / 6 - squares / 2;
}
