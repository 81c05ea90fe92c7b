import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { PropensityTable } from '../../instruments/schema/propensity.schema.ts';

/** How sharply simulated people choose between two types: the slope of simulate/sincere-answer.ts. */
const CHOICE_SLOPE = 1.2;

/**
 * What a person would score without any error, as far as the order of people goes: for a rated scale the latent trait, for
 * a count of chosen alternatives its expectation given the traits of all types.
 */
export function trueScore(form: Instrument, scale: string, traits: ReadonlyMap<string, number>): number {
  const declared = form.scales.find(({ id }) => id === scale);
  if (declared?.score !== 'choice-count') return traits.get(scale) ?? 0;
  const byId = new Map(form.items.map((item) => [item.id, item]));
  return (declared.items ?? []).reduce((sum, { item }) => {
    const pair = byId.get(item)?.pair;
    const other = pair?.a === scale ? pair.b : (pair?.a ?? '');
    const lead = (traits.get(scale) ?? 0) - (traits.get(other) ?? 0);
    return sum + 1 / (1 + Math.exp(-CHOICE_SLOPE * lead));
  }, 0);
}

/** The index of everybody without error: weighted sum of standardised true scores, in the order of `people`. */
export function trueIndex(
  form: Instrument,
  { parts }: Pick<PropensityTable, 'parts'>,
  people: readonly ReadonlyMap<string, number>[],
): number[] {
  const total = people.map(() => 0);
  for (const { scale, weight } of parts) {
    if (weight === 0) continue;
    const scores = people.map((traits) => trueScore(form, scale, traits));
    const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
    const sd = Math.sqrt(scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / scores.length);
    for (const [at, score] of scores.entries()) total[at] = (total[at] ?? 0) + (weight * (score - mean)) / sd;
  }
  return total;
}
