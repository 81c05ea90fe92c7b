import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { Random } from '../math/random.ts';
import type { SimulateOptions } from './options.ts';

/**
 * Latent traits of one person, a z-score for each scale: √common·g + Σ loading·factor + what is left of the scale's own, so
 * that scales correlate through g and through the factors they share, plus the group's shift. Every number is drawn even
 * where a study sets the trait: fixing one trait leaves the rest of the person as they were.
 */
export function drawTraits(
  { scales }: Instrument,
  random: Random,
  options: SimulateOptions,
): ReadonlyMap<string, number> {
  const { common = 0.2, shift = {}, traits = {}, factors = {} } = options;
  const coached = options.kind === 'coached' ? 1.2 : 0;
  const general = random.normal();
  const shared = Object.values(factors).map((loadings) => ({ loadings, value: random.normal() }));
  return new Map(
    scales.map(({ id }) => {
      const loadings = shared.map((factor) => factor.loadings[id] ?? 0);
      const own = Math.sqrt(Math.max(0, 1 - common - loadings.reduce((sum, loading) => sum + loading ** 2, 0)));
      const through = shared.reduce((sum, { value }, index) => sum + (loadings[index] ?? 0) * value, 0);
      const drawn = Math.sqrt(common) * general + through + own * random.normal() + (shift[id] ?? 0);
      return [id, (traits[id] ?? drawn) + coached];
    }),
  );
}
