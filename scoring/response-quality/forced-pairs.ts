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
  /** Wins of each type in either round: used again for every person, read by nobody else. */
  readonly wins: Int32Array;
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
    wins: new Int32Array(2 * types.length),
  };
}

/** The same figures as `pairConsistency` of scoring/scale, allocating next to nothing. */
export function forcedPairs(plan: ForcedPairsPlan, values: Float64Array): ForcedPairs {
  const { first, again, sameSide, a, b, types, wins } = plan;
  let repeats = 0;
  let agreed = 0;
  wins.fill(0);
  for (let i = 0; i < first.length; i++) {
    const one = values[first[i] ?? 0] ?? Number.NaN;
    const two = values[again[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(one) || Number.isNaN(two)) continue;
    repeats++;
    const firstA = one === 1;
    const againA = (two === 1) === (sameSide[i] === 1);
    if (firstA === againA) agreed++;
    const won = (firstA ? a[i] : b[i]) ?? 0;
    const wonAgain = types + ((againA ? a[i] : b[i]) ?? 0);
    wins[won] = (wins[won] ?? 0) + 1;
    wins[wonAgain] = (wins[wonAgain] ?? 0) + 1;
  }
  return { repeats, agreed, circular: repeats === first.length ? circular(plan) : null };
}

/** Only where every two types meet just once in a round are triads defined. */
function circular({ types: n, first, wins }: ForcedPairsPlan): number | null {
  if (first.length !== (n * (n - 1)) / 2) return null;
  let squares = 0;
  for (let type = 0; type < wins.length; type++) squares += (wins[type] ?? 0) ** 2;
  return (n * (n - 1) * (2 * n - 1)) / 6 - squares / 2;
}
