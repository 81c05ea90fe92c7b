import { isBattery, listForms, loadErrorNorm, loadForm, loadFormNorms, loadFormTexts } from '../instruments/forms.ts';
import { loadCareers, loadPropensity } from '../instruments/load.ts';
import type { PropensityTable } from '../instruments/schema/propensity.schema.ts';
import { type KeptForm, keptFormId } from './domain/kept-form.ts';
import { Problem } from './domain/problem.ts';
import { type ShelvedInstrument, shelve } from './shelve.ts';

export type { NormedPupil, OwnNorm, ShelvedInstrument } from './shelve.ts';
export type InstrumentShelf = ReturnType<typeof instrumentShelf>;

/** Instruments and batteries, loaded and compiled once; a battery is the one form that its instruments make together. */
export function instrumentShelf() {
  const shelf = new Map<string, ShelvedInstrument>();
  /** Earlier versions, from the database: results of the past rest on them. */
  const kept = new Map<string, KeptForm>();
  const at = (key: string, form: () => KeptForm): ShelvedInstrument => {
    const known = shelf.get(key) ?? shelve(form(), loadCareers);
    shelf.set(key, known);
    return known;
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
    /** Throws `not-found` where there is no such instrument in that version, and none was kept. */
    version(id: string, version: string): ShelvedInstrument {
      if (listForms().includes(id) && loadForm(id).version === version) return this.current(id);
      const earlier = [...kept.values()].find(
        ({ instrument }) => instrument.id === id && instrument.version === version,
      );
      if (earlier === undefined) throw new Problem('not-found');
      return at(`${id}@${version}`, () => earlier);
    },
    /** The weights of a form's index in a version; null where the form has none, or that version was not kept. */
    weights(id: string, version: string): PropensityTable | null {
      const today = listForms().includes(id) ? this.current(id).propensityTable : null;
      if (today?.version === version) return today;
      const all = [...kept.values()].filter(({ instrument }) => instrument.id === id);
      return all.find(({ propensity }) => propensity?.version === version)?.propensity ?? null;
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
