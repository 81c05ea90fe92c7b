import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../../../instruments/schema/propensity.schema.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { KeptForm } from '../kept-form.ts';
import type { Language } from '../language.ts';
import { keyedVersion, keyNumber } from './key-version.ts';
import type { KeyContent, Panel } from './panel.ts';
import { panelScaleWords } from './panel-scale-words.ts';

/** A key that a panel gave and somebody published, whether it is in force or was. */
export type PublishedKey = KeyContent & {
  number: number;
  instrument: string;
  /** The key of the instrument that it stands for. */
  key: string;
  demo: boolean;
  isInForce: boolean;
  publishedBy: string;
  publishedAt: Date;
};

export const publishedKeyOf = (panel: Panel): PublishedKey | null =>
  panel.keyed === null || panel.published === null
    ? null
    : {
        ...panel.keyed,
        number: panel.number,
        instrument: panel.instrument,
        key: panel.key,
        demo: panel.demo,
        isInForce: panel.state === 'published',
        publishedBy: panel.published.name,
        publishedAt: panel.published.at,
      };

/** What a form calls the instrument's key: a battery puts the instrument's id before it. Null where the form has no such key. */
function nameOfKey(
  { id, keys = {} }: Instrument,
  { instrument, key }: Pick<PublishedKey, 'instrument' | 'key'>,
): string | null {
  const name = id === instrument ? key : `${instrument}-${key}`;
  return Object.hasOwn(keys, name) ? name : null;
}

/**
 * A form by the key of a panel: dropped options no longer count, the scale speaks of the pupil, has its weight in the index, and
 * its pathway is open from the cut the panel set. A version of its own, so that every result says by which key it was made.
 * Null where the form does not have these situations.
 */
export function formWithKey(form: KeptForm, key: PublishedKey): KeptForm | null {
  const name = nameOfKey(form.instrument, key);
  if (name === null) return null;
  const scales = form.instrument.scales.flatMap((scale) => {
    if (scale.sjt?.key !== name) return [scale];
    const items = (scale.items ?? []).filter(({ item }) => key.values[item] !== undefined);
    return items.length === 0
      ? []
      : [{ ...scale, items, use: scale.use === 'context' ? ('profile' as const) : scale.use }];
  });
  const instrument: Instrument = {
    ...form.instrument,
    version: keyedVersion(form.instrument.version, key.number),
    scales,
    keys: {
      ...form.instrument.keys,
      [name]: {
        version: `${key.number}.0.0`,
        source: 'panel',
        date: key.publishedAt.toISOString().slice(0, 10),
        values: key.values,
        ratings: key.ratings,
      },
    },
  };
  const keyed = keyedScales(instrument);
  const words = (language: Language): InstrumentText => panelScaleWords(form.texts[language], [...keyed], language);
  return {
    instrument,
    texts: { kk: words('kk'), ru: words('ru'), en: words('en') },
    propensity: form.propensity === null ? null : weighed(form.propensity, keyed, key),
    norms: form.norms.map((set) => withoutScales(set, keyed)),
    errorNorm: form.errorNorm === null ? null : withoutScales(form.errorNorm, keyed),
  };
}

/** The scale that speaks of one pupil by this key; null where the form does not have these situations. */
export function keyedScale(form: KeptForm, key: PublishedKey): string | null {
  const keyed = formWithKey(form, key);
  return keyed === null ? null : ([...keyedScales(keyed.instrument)][0] ?? null);
}

/** Scales of situations that speak of one pupil. */
const keyedScales = ({ scales }: Instrument): ReadonlySet<string> =>
  new Set(scales.flatMap(({ id, sjt, use }) => (sjt !== undefined && use === 'profile' ? [id] : [])));

function weighed(table: PropensityTable, keyed: ReadonlySet<string>, key: PublishedKey): PropensityTable {
  return {
    ...table,
    version: keyedVersion(table.version, key.number),
    decidedBy: `${table.decidedBy} The key of the situations: panel ${key.number}, ${key.experts} experts, published by ${key.publishedBy}.`,
    parts: table.parts.map((part) => (keyed.has(part.scale) && part.weight === 0 ? { ...part, weight: 1 } : part)),
    pathways: table.pathways.map((pathway) => {
      const { closed, all = [], ...open } = pathway;
      if (closed === undefined || all.length === 0 || !all.every(({ scale }) => keyed.has(scale))) return pathway;
      return { ...open, all: all.map((one) => (key.cut === null ? one : { ...one, answersAtLeast: key.cut })) };
    }),
  };
}

/**
 * A norm and the weights as they hold for a form: a norm that was made by another key of the situations says nothing of them, and
 * until there is one by this key they have no weight in the index.
 */
export function fitNorm<Norm extends NormSet>(
  norm: Norm,
  instrument: Instrument,
  table: PropensityTable | null,
): { norm: Norm; table: PropensityTable | null } {
  if (keyNumber(norm.instrumentVersion) === keyNumber(instrument.version)) return { norm, table };
  const situations = new Set(instrument.scales.flatMap(({ id, sjt }) => (sjt === undefined ? [] : [id])));
  const parts = table?.parts.map((part) => (situations.has(part.scale) ? { ...part, weight: 0 } : part)) ?? [];
  return { norm: withoutScales(norm, situations), table: table === null ? null : { ...table, parts } };
}

function withoutScales<Norm extends NormSet>(norm: Norm, scales: ReadonlySet<string>): Norm {
  const left = Object.entries(norm.scales).filter(([id]) => !scales.has(id));
  return left.length === Object.keys(norm.scales).length ? norm : { ...norm, scales: Object.fromEntries(left) };
}
