import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../../instruments/schema/propensity.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Language } from './language.ts';

/**
 * One version of a form with all that a result made by it needs to be told and explained: keys, texts, weights, the norms that
 * came with it. `errorNorm`: where the error bands come from as long as no norm applies.
 */
export type KeptForm = {
  instrument: Instrument;
  texts: Readonly<Record<Language, InstrumentText>>;
  propensity: PropensityTable | null;
  norms: readonly NormSet[];
  errorNorm: NormSet | null;
};

/** One place for a form and its weights, so that new weights alone are a version of their own. */
export const keptFormId = ({ instrument, propensity }: Pick<KeptForm, 'instrument' | 'propensity'>): string =>
  `${instrument.id}@${instrument.version}${propensity === null ? '' : `/${propensity.version}`}`;

/**
 * Can a sitting of one version be scored by another? When the other asks for no item, and for no answer, that was not
 * there: another key, other weights, other scales. Items that were added were never answered.
 */
export function mayScore(sat: Instrument, by: Instrument): boolean {
  const points = ({ items, formats }: Instrument): Map<string, string> =>
    new Map(items.map(({ id, format }) => [id, (formats[format]?.points ?? []).join()]));
  const answered = points(sat);
  return [...points(by)].every(([item, codes]) => answered.get(item) === codes);
}
