import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';
import type { AnswerCodes } from './answer-codes.ts';

/** Repeated forced pairs by item position; `turned` 1: alternative a of the first is alternative b of its repetition. */
export interface ForcedPairsPlan {
  readonly first: Int32Array;
  readonly again: Int32Array;
  readonly turned: Uint8Array;
  readonly types: number;
  /** Indices of the types of the first one's alternatives, a and b in turn. */
  readonly chosen: Int32Array;
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
    turned: Uint8Array.from(repeats, ({ pair, again }) => (pair.a === again.pair?.a ? 0 : 1)),
    types: types.length,
    chosen: Int32Array.from(repeats.flatMap(({ pair }) => [types.indexOf(pair.a), types.indexOf(pair.b)])),
    wins: new Int32Array(2 * types.length),
  };
}

/**
 * The same figures as `pairConsistency` of scoring/scale, allocating next to nothing. Which alternative somebody chose cannot
 * be guessed, so it is a number here and no branch: answers 1 and 2 have the codes 2 and 3 (see answer-codes.ts).
 */
export function forcedPairs(plan: ForcedPairsPlan, { codes }: AnswerCodes): ForcedPairs {
  const { first, again, turned, chosen, types, wins } = plan;
  let repeats = 0;
  let agreed = 0;
  wins.fill(0);
  for (let pair = 0; pair < first.length; pair++) {
    const one = codes[first[pair] ?? 0] ?? 0;
    const two = codes[again[pair] ?? 0] ?? 0;
    if (one === 0 || two === 0) continue;
    repeats++;
    const side = one & 1;
    const sideAgain = (two & 1) ^ (turned[pair] ?? 0);
    agreed += 1 ^ side ^ sideAgain;
    const won = chosen[2 * pair + side] ?? 0;
    const wonAgain = types + (chosen[2 * pair + sideAgain] ?? 0);
    wins[won] = (wins[won] ?? 0) + 1;
    wins[wonAgain] = (wins[wonAgain] ?? 0) + 1;
  }
  return { repeats, agreed, circular: repeats === first.length ? circular(plan) : null };
}

/** Only where every two types meet just once in a round are triads defined. */
function circular({ types: n, first, wins }: ForcedPairsPlan): number | null {
  if (first.length !== (n * (n - 1)) / 2) return null;
  let squares = 0;
  for (let type = 0; type < wins.length; type++) {
    const won = wins[type] ?? 0;
    squares += won * won;
  }
  return (n * (n - 1) * (2 * n - 1)) / 6 - squares / 2;
}
