import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { Random } from '../math/random.ts';
import type { SimulateOptions } from './options.ts';

/**
 * Latent traits of one person, a z-score for each scale: √common·g + √(1 − common)·u with one g for all scales, so that any
 * two correlate by `common`, plus the group's shift. Every number is drawn even where a study sets the trait: fixing one
 * trait leaves the rest of the person as they were.
 */
export function drawTraits(
  { scales }: Instrument,
  random: Random,
  options: SimulateOptions,
): ReadonlyMap<string, number> {
  const { common = 0.2, shift = {}, traits = {} } = options;
  const coached = options.kind === 'coached' ? 1.2 : 0;
  const general = random.normal();
  return new Map(
    scales.map(({ id }) => {
      const drawn = Math.sqrt(common) * general + Math.sqrt(1 - common) * random.normal() + (shift[id] ?? 0);
      return [id, (traits[id] ?? drawn) + coached];
    }),
  );
}
