import { listForms, loadForm, loadFormNorms, loadFormTexts } from '../instruments/forms.ts';
import type { Instrument } from '../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../instruments/schema/norms.schema.ts';
import type { InstrumentText } from '../instruments/schema/text.schema.ts';
import { applies, compile, type Plan } from '../scoring/index.ts';
import type { AnswerDomain } from './domain/batch.ts';
import type { Language } from './domain/language.ts';
import { Problem } from './domain/problem.ts';

/** One version of an instrument with everything made ready from it. */
export type ShelvedInstrument = {
  instrument: Instrument;
  answerDomain: AnswerDomain;
  text(language: Language): InstrumentText;
  /** The plan for a pupil: with the norm that applies to them, or without; error bands come from the best reliability known. */
  planFor(pupil: { language: Language; demo: boolean }): Plan;
  normOf(plan: { normId: string | null; normVersion: string | null }): NormSet | null;
};

export type InstrumentShelf = ReturnType<typeof instrumentShelf>;

/** The population a school's pupil belongs to: grade 9 in Kazakhstan. A norm counts only where it was made on it. */
const schoolPopulation = 'kz-grade-9';

/** Instruments and batteries, loaded and compiled once; a battery is the one form that its instruments make together. */
export function instrumentShelf() {
  const shelf = new Map<string, ShelvedInstrument>();
  const get = (id: string): ShelvedInstrument => {
    const known = shelf.get(id) ?? shelve(id);
    shelf.set(id, known);
    return known;
  };
  return {
    ids: (): readonly string[] => listForms(),
    current(id: string): ShelvedInstrument {
      // The folder is looked at once per id, not once per answer.
      if (!shelf.has(id) && !listForms().includes(id)) throw new Problem('not-found');
      return get(id);
    },
    /** Throws `not-found` where there is no such instrument in that version. */
    version(id: string, version: string): ShelvedInstrument {
      const known = this.current(id);
      if (known.instrument.version !== version) throw new Problem('not-found');
      return known;
    },
  };
}

function shelve(id: string): ShelvedInstrument {
  const instrument = loadForm(id);
  const norms = loadFormNorms(id);
  const plans = new Map<string, Plan>();
  return {
    instrument,
    answerDomain: answerDomain(instrument),
    text: (language) => loadFormTexts(id, language),
    planFor({ language, demo }) {
      const norm = norms.find((set) => applies(set, { language, demo, population: schoolPopulation }));
      const key = norm === undefined ? '' : `${norm.id}@${norm.version}`;
      const plan = plans.get(key) ?? compile(instrument, norm, errorFrom(norm ?? norms[0]));
      plans.set(key, plan);
      return plan;
    },
    normOf: ({ normId, normVersion }) => norms.find((set) => set.id === normId && set.version === normVersion) ?? null,
  };
}

const errorFrom = (error: NormSet | undefined) => (error === undefined ? {} : { error });

function answerDomain({ items, formats }: Instrument): AnswerDomain {
  return new Map(items.map(({ id, format }) => [id, new Set(formats[format]?.points ?? [])]));
}
