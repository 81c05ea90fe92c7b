import type { Instrument, InstrumentScale } from '../../instruments/schema/instrument.schema.ts';
import { SJT_SCORINGS, type SjtScoring } from '../scale/sjt/scorings.ts';
import type { Situation } from '../scale/sjt/situation.ts';
import { bounds, type ItemTable, positionOf } from './item-table.ts';

/** The scoring a scale of situations names. @throws RangeError when it names none */
export function scoringOf({ id, sjt }: InstrumentScale): SjtScoring {
  if (sjt === undefined) throw new RangeError(`Scale ${id} names no way to score situations`);
  return SJT_SCORINGS[sjt.method];
}

/**
 * The situations a scale rests on, with all their keyed options; options the key leaves out (experts disagreed on them) are
 * left out here too. A situation needs two keyed options at least.
 * @throws RangeError when the key is missing, or lacks the single ratings that the scoring needs
 */
export function situationsOf(instrument: Instrument, scale: InstrumentScale, items: ItemTable): Situation[] {
  const key = instrument.keys?.[scale.sjt?.key ?? ''];
  if (key === undefined) throw new RangeError(`${instrument.id} has no key ${scale.sjt?.key} for scale ${scale.id}`);
  if (scoringOf(scale).needsRatings && key.ratings === undefined) {
    throw new RangeError(`Scale ${scale.id} needs the single ratings of the experts, which its key does not hold`);
  }
  const inScale = new Set((scale.items ?? []).map(({ item }) => item));
  const names = new Set(instrument.items.flatMap(({ id, situation }) => (inScale.has(id) ? (situation ?? []) : [])));
  return [...names].flatMap((name) => {
    const options = instrument.items.filter(({ id, situation }) => situation === name && key.values[id] !== undefined);
    if (options.length < 2) return [];
    const first = bounds(items, positionOf(items, options[0]?.id ?? ''));
    return {
      item: Int32Array.from(options, ({ id }) => positionOf(items, id)),
      key: Float64Array.from(options, ({ id }) => key.values[id] ?? Number.NaN),
      counted: Uint8Array.from(options, ({ id }) => (inScale.has(id) ? 1 : 0)),
      ratings: options.map(({ id }) => key.ratings?.[id] ?? []),
      middle: (first.lowest + first.highest) / 2,
    };
  });
}

/** How many of a scale's options the key holds: what its score can rest on. */
export function countedOptions(situations: readonly Situation[]): number {
  return situations.reduce((sum, { counted }) => sum + counted.reduce((one, flag) => one + flag, 0), 0);
}
