import type { Instrument, InstrumentItem } from '../../instruments/schema/instrument.schema.ts';
import type { Random } from '../math/random.ts';
import type { ItemModel } from './item-model.ts';

/** A person as far as answering is concerned. */
export interface Person {
  readonly traits: ReadonlyMap<string, number>;
  readonly agree: number;
  readonly random: Random;
}

/**
 * What a person who reads would answer: instructed items nearly always as instructed; pairs and yes-no by a logistic
 * choice between traits; rated items by their model. An item that no scale keys is answered about the middle.
 */
export function sincereAnswer(
  { formats, keys = {} }: Instrument,
  item: InstrumentItem,
  model: ItemModel | undefined,
  person: Person,
): number {
  const points = formats[item.format]?.points ?? [];
  const { random, traits } = person;
  if (item.expected !== undefined && random.uniform() < 0.97) return item.expected[0] ?? points[0] ?? 0;
  if (item.pair !== undefined) {
    const lead = (traits.get(item.pair.a) ?? 0) - (traits.get(item.pair.b) ?? 0);
    return (chooses(random, 1.2 * lead) ? points[0] : points[1]) ?? 0;
  }
  const trait = traits.get(model?.scale ?? '') ?? 0;
  if (points.length === 2) return (chooses(random, 1.5 * (model?.key ?? 1) * trait) ? points[1] : points[0]) ?? 0;
  const expert = Object.values(keys)[0]?.values[item.id];
  if (expert !== undefined) return nearestPoint(points, expert + (0.9 - 0.25 * trait) * random.normal());
  return nearestPoint(points, ratedAnswer(points, model, trait, person));
}

function ratedAnswer(points: readonly number[], model: ItemModel | undefined, trait: number, person: Person): number {
  const ends = Math.min(...points) + Math.max(...points);
  if (model === undefined) return ends / 2 + person.random.normal();
  const keyed = model.centre + model.loading * trait + model.noise * person.random.normal();
  return (model.key === 1 ? keyed : ends - keyed) + person.agree;
}

function chooses(random: Random, logit: number): boolean {
  return random.uniform() < 1 / (1 + Math.exp(-logit));
}

function nearestPoint(points: readonly number[], value: number): number {
  return points.reduce(
    (best, point) => (Math.abs(point - value) < Math.abs(best - value) ? point : best),
    points[0] ?? 0,
  );
}
