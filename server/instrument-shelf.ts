import { isBattery, listForms, loadErrorNorm, loadForm, loadFormNorms, loadFormTexts } from '../instruments/forms.ts';
import { loadCareers, loadPropensity, loadRecording } from '../instruments/load.ts';
import type { PropensityTable } from '../instruments/schema/propensity.schema.ts';
import { type KeptForm, keptFormId } from './domain/kept-form.ts';
import { baseVersion, keyNumber } from './domain/panel/key-version.ts';
import { formWithKey, type PublishedKey } from './domain/panel/keyed-form.ts';
import { Problem } from './domain/problem.ts';
import { type ShelvedInstrument, shelve } from './shelve.ts';

export type { NormedPupil, OwnNorm, ShelvedInstrument } from './shelve.ts';
export type InstrumentShelf = ReturnType<typeof instrumentShelf>;

/** Instruments and batteries, loaded and compiled once; a battery is the one form that its instruments make together. */
export function instrumentShelf() {
  const shelf = new Map<string, ShelvedInstrument>();
  /** Earlier versions, from the database: results of the past rest on them. */
  const kept = new Map<string, KeptForm>();
  /** Keys that panels gave, by the panel's number. */
  const keys = new Map<number, PublishedKey>();
  const at = (key: string, form: () => KeptForm): ShelvedInstrument => {
    const known = shelf.get(key) ?? shelve(form(), loadCareers);
    shelf.set(key, known);
    return known;
  };
  /** A version of a form as it came; throws `not-found` where it is not on the shelf. */
  const baseForm = (id: string, version: string): KeptForm => {
    if (listForms().includes(id) && loadForm(id).version === version) return formOfToday(id);
    const earlier = [...kept.values()].find(({ instrument }) => instrument.id === id && instrument.version === version);
    if (earlier === undefined) throw new Problem('not-found');
    return earlier;
  };
  return {
    ids: (): readonly string[] => listForms(),
    /** Everything that is on the shelf today, to be kept for results of the future. */
    formsOfToday: (): readonly KeptForm[] => listForms().map(formOfToday),
    /** Takes in what was kept of earlier versions. */
    admit(forms: readonly KeptForm[]): void {
      for (const form of forms) kept.set(keptFormId(form), form);
    },
    current(id: string): ShelvedInstrument {
      if (!listForms().includes(id)) throw new Problem('not-found');
      return at(id, () => formOfToday(id));
    },
    /** Takes in keys of panels, in force or not: results name them. */
    admitKeys(published: readonly PublishedKey[]): void {
      for (const key of published) keys.set(key.number, key);
    },
    /** Throws `not-found` where there is no such instrument in that version, and none was kept. */
    version(id: string, version: string): ShelvedInstrument {
      if (listForms().includes(id) && loadForm(id).version === version) return this.current(id);
      return at(`${id}@${version}`, () => {
        const number = keyNumber(version);
        if (number === 0) return baseForm(id, version);
        const key = keys.get(number);
        const form = key === undefined ? null : formWithKey(baseForm(id, baseVersion(version)), key);
        if (form === null) throw new Problem('not-found');
        return form;
      });
    },
    /** A version by the first of these keys that speaks of its situations; as it came where none does. */
    keyed(id: string, version: string, published: readonly PublishedKey[]): ShelvedInstrument {
      const form = baseForm(id, baseVersion(version));
      for (const key of published) {
        const keyed = formWithKey(form, key);
        if (keyed !== null) return at(`${id}@${keyed.instrument.version}`, () => keyed);
      }
      return this.version(id, form.instrument.version);
    },
    /** Versions of a form that were kept: what a shelf elsewhere must be told of. */
    earlier: (id: string): readonly KeptForm[] => [...kept.values()].filter(({ instrument }) => instrument.id === id),
    /** A version without any panel's key: what other keys are tried on. */
    asItCame: (id: string, version: string): KeptForm => baseForm(id, baseVersion(version)),
    /** A recording of today's version; an earlier version's are not kept. Null where there is none. */
    recording: (id: string, version: string, file: string): Buffer | null =>
      listForms().includes(id) && loadForm(id).version === version ? loadRecording(id, file) : null,
    /** The weights of a form's index in a version; null where the form has none, or that version was not kept. */
    weights(id: string, version: string): PropensityTable | null {
      const base = baseVersion(version);
      const today = listForms().includes(id) ? formOfToday(id) : null;
      const all = [today, ...kept.values()].filter((form) => form?.instrument.id === id);
      const form = all.find((one) => one?.propensity?.version === base) ?? null;
      const key = keys.get(keyNumber(version));
      if (form === null || keyNumber(version) === 0) return form?.propensity ?? null;
      return key === undefined ? null : (formWithKey(form, key)?.propensity ?? null);
    },
  };
}

const formOfToday = (id: string): KeptForm => ({
  instrument: loadForm(id),
  texts: { kk: loadFormTexts(id, 'kk'), ru: loadFormTexts(id, 'ru'), en: loadFormTexts(id, 'en') },
  propensity: isBattery(id) ? loadPropensity(id) : null,
  norms: loadFormNorms(id),
  errorNorm: loadErrorNorm(id) ?? null,
});
