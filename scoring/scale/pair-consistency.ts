import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import type { Answers } from '../scores.ts';
import { type Comparison, circularTriads, type IncompleteRound, type RoundConsistency } from './circular-triads.ts';

/**
 * How consistent somebody was over two rounds of the same forced pairs. `repeats` were answered in both rounds, `agreed` of
 * them with the same type; `expectedByChance` is what coin tossing gives.
 */
export interface PairConsistency {
  readonly repeats: number;
  readonly agreed: number;
  readonly expectedByChance: number;
  readonly rounds: readonly (RoundConsistency | IncompleteRound)[];
}

/**
 * Consistency of a forced-choice instrument whose `quality.repeats` names each pair of the first round with its repetition.
 * It flags; it is never scored.
 * @throws RangeError when a repetition compares other types than its first pair
 */
export function pairConsistency(instrument: Instrument, answers: Answers): PairConsistency {
  const byId = new Map(instrument.items.map((item) => [item.id, item]));
  const repeats = (instrument.quality?.repeats ?? []).map(([a = '', b = '']) => [byId.get(a), byId.get(b)] as const);
  const types = [...new Set(repeats.flatMap(([first]) => typesOf(first)))];
  const chosen = repeats.map(([first, again]) => {
    if (typesOf(first).sort().join() !== typesOf(again).sort().join()) {
      throw new RangeError(`${again?.id} does not repeat ${first?.id}`);
    }
    return [comparison(first, answers), comparison(again, answers)] as const;
  });
  const both = chosen.filter(([first, again]) => first !== null && again !== null);
  const agreed = both.filter(([first, again]) => first?.chosen === again?.chosen).length;
  const rounds = [0, 1].map((round) =>
    circularTriads(
      types,
      chosen.flatMap((pair) => pair[round] ?? []),
    ),
  );
  return { repeats: both.length, agreed, expectedByChance: both.length / 2, rounds };
}

function typesOf(item: InstrumentItem | undefined): string[] {
  return item?.pair === undefined ? [] : [item.pair.a, item.pair.b];
}

/** Of a pair the lower code is alternative a. */
function comparison(item: InstrumentItem | undefined, answers: Answers): Comparison | null {
  const answer = answers[item?.id ?? ''];
  if (item?.pair === undefined || answer === undefined) return null;
  const { a, b } = item.pair;
  return answer === 1 ? { chosen: a, other: b } : { chosen: b, other: a };
}
