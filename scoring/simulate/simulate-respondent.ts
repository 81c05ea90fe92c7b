import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { createRandom, type Random } from '../math/random.ts';
import { orderer } from '../order/presentation-order.ts';
import { type ItemModel, itemModels } from './item-model.ts';
import type { RespondentKind, SimulateOptions } from './options.ts';

import { type Person, sincereAnswer } from './sincere-answer.ts';
import { drawTraits } from './traits.ts';

/** One simulated person: answers and the milliseconds each took, by item id, in the order of presentation. */
export interface SimulatedRespondent {
  readonly answers: Readonly<Record<string, number>>;
  readonly timesMs: Readonly<Record<string, number>>;
  readonly traits: ReadonlyMap<string, number>;
}

/**
 * Makes simulated people for an instrument. Preparing is done once; the function that comes back makes one person for each
 * seed, the same one on every machine.
 * @param base options for every person of this simulator; `options` of a single person go before them
 */
export function createSimulator(instrument: Instrument, base: SimulateOptions = {}) {
  const orderOf = orderer(instrument);
  const models = itemModels(instrument, base.norm);
  return (seed: number, options: SimulateOptions = {}): SimulatedRespondent =>
    respond(instrument, orderOf(options.orderSeed ?? seed), models, seed, { ...base, ...options });
}

/** One simulated person, for when only one is wanted. @throws RangeError unless the seed is a whole number */
export function simulateRespondent(
  instrument: Instrument,
  seed: number,
  options: SimulateOptions = {},
): SimulatedRespondent {
  return createSimulator(instrument, options)(seed);
}

function respond(
  instrument: Instrument,
  order: Int32Array,
  models: ReadonlyMap<string, ItemModel>,
  seed: number,
  options: SimulateOptions,
): SimulatedRespondent {
  const random = createRandom(seed);
  const { kind = 'sincere', acquiescence = 0, missing = 0 } = options;
  const traits = drawTraits(instrument, random, options);
  const person: Person = { traits, random, agree: acquiescence + 0.2 * random.normal() };
  const pace = 0.25 * random.normal();
  const favourite = random.integer(5);
  const answers: Record<string, number> = {};
  const timesMs: Record<string, number> = {};
  for (const [index, position] of order.entries()) {
    const item = instrument.items[position];
    if (item === undefined) continue;
    const reads = readsAt(kind, index / order.length);
    const points = instrument.formats[item.format]?.points ?? [];
    const sincere = sincereAnswer(instrument, item, models.get(item.id), person);
    const answer = reads ? sincere : carelessAnswer(kind, points, favourite, random);
    const took = timeMs(instrument.formats[item.format]?.seconds ?? 8, reads, pace, random);
    if (random.uniform() < missing) continue;
    answers[item.id] = answer;
    timesMs[item.id] = took;
  }
  return { answers, timesMs, traits };
}

function readsAt(kind: RespondentKind, share: number): boolean {
  return kind === 'sincere' || kind === 'coached' || (kind === 'late' && share < 2 / 3);
}

function carelessAnswer(kind: RespondentKind, points: readonly number[], favourite: number, random: Random): number {
  const wanders = kind !== 'straight-line' || random.uniform() < 0.03;
  return points[wanders ? random.integer(points.length) : favourite % points.length] ?? 0;
}

/** Log-normal: about the format's seconds for those who read, about one second for those who do not. */
function timeMs(seconds: number, reads: boolean, pace: number, random: Random): number {
  const median = reads ? 0.75 * seconds : 1.1;
  return Math.max(300, Math.round(1000 * median * Math.exp(pace + 0.4 * random.normal())));
}
