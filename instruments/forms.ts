import { mergeBattery } from './battery/merge-battery.ts';
import { mergeTexts } from './battery/merge-texts.ts';
import { deepFreeze } from './freeze.ts';
import { listBatteries, listInstruments, loadBattery, loadInstrument, loadNorms, loadTexts } from './load.ts';
import type { Instrument } from './schema/instrument.schema.ts';
import type { NormSet } from './schema/norms.schema.ts';
import type { InstrumentText, Language } from './schema/text.schema.ts';

/**
 * A form is what a pupil sits through: one instrument, or a battery merged into one. Every function takes the id of either
 * and throws an Error that lists the ids there are when there is no such form.
 */
export function listForms(): string[] {
  return [...listInstruments(), ...listBatteries()].sort();
}

export const isBattery = (id: string): boolean => listBatteries().includes(id);

const forms = new Map<string, Instrument>();
const formTexts = new Map<string, InstrumentText>();

export function loadForm(id: string): Instrument {
  if (!isBattery(id)) return loadInstrument(id);
  const known = forms.get(id);
  if (known !== undefined) return known;
  const battery = loadBattery(id);
  const form = deepFreeze(
    mergeBattery(battery, new Map(battery.instruments.map((one) => [one.id, loadInstrument(one.id)]))),
  );
  forms.set(id, form);
  return form;
}

export function loadFormTexts(id: string, language: Language): InstrumentText {
  if (!isBattery(id)) return loadTexts(id, language);
  const key = `${id}/${language}`;
  const known = formTexts.get(key);
  if (known !== undefined) return known;
  const battery = loadBattery(id);
  const texts = battery.instruments.map((one) => loadTexts(one.id, language));
  const text = deepFreeze(mergeTexts(battery, loadForm(id), texts));
  formTexts.set(key, text);
  return text;
}

/** Norm sets made for this form; a battery has its own, from sittings of the whole battery. */
export const loadFormNorms = (id: string): readonly NormSet[] => loadNorms(id);

/**
 * Where to take standard errors from, where no norm applies: the form's first norm set; for a battery without one, what its
 * instruments know of the scales it shows whole. Undefined where nothing is known.
 */
export function loadErrorNorm(id: string): NormSet | undefined {
  const own = loadFormNorms(id)[0];
  if (own !== undefined || !isBattery(id)) return own;
  const form = loadForm(id);
  const sizes = new Map(form.scales.map((scale) => [scale.id, scale.items?.length]));
  const known = loadBattery(id).instruments.flatMap((member) => {
    const set = loadNorms(member.id)[0];
    const whole = loadInstrument(member.id).scales.filter((scale) => sizes.get(scale.id) === scale.items?.length);
    return set === undefined ? [] : [{ set, scales: whole.map((scale) => scale.id) }];
  });
  const first = known[0]?.set;
  if (first === undefined) return undefined;
  const { correlations: _ofItsOwn, ...header } = first;
  const scales = known.flatMap(({ set, scales }) =>
    scales.flatMap((scale) => {
      const norm = set.scales[scale];
      return norm === undefined ? [] : [[scale, norm] as const];
    }),
  );
  return {
    ...header,
    id: 'of-its-instruments',
    instrument: id,
    instrumentVersion: form.version,
    scales: Object.fromEntries(scales),
  };
}
