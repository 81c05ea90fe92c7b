import { isBattery, listForms, loadErrorNorm, loadForm, loadFormNorms, loadFormTexts } from '../instruments/forms.ts';
import { loadCareers, loadPropensity } from '../instruments/load.ts';
import type { Careers } from '../instruments/schema/careers.schema.ts';
import type { Instrument } from '../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../instruments/schema/propensity.schema.ts';
import type { InstrumentText } from '../instruments/schema/text.schema.ts';
import {
  applies,
  compile,
  compilePropensity,
  compileQuality,
  demoNorm,
  demoReference,
  type Plan,
  type QualityPlan,
} from '../scoring/index.ts';
import type { Analysis } from './domain/analysis.ts';
import type { AnswerDomain } from './domain/batch.ts';
import type { Language } from './domain/language.ts';
import { Problem } from './domain/problem.ts';

/** Whose sitting it is, as far as norms are concerned. */
export type NormedPupil = { language: Language; demo: boolean };

/** One version of a form with everything made ready from it. */
export type ShelvedInstrument = {
  instrument: Instrument;
  answerDomain: AnswerDomain;
  text(language: Language): InstrumentText;
  /** The plan for a pupil: with the norm that applies to them, or without; error bands come from the best reliability known. */
  planFor(pupil: NormedPupil): Plan;
  /** All it takes to make a result: the plan, and how quality, propensity and fields are told. */
  analysisFor(pupil: NormedPupil): Analysis;
  propensityTable: PropensityTable | null;
  careers: Careers | null;
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
      if (!listForms().includes(id)) throw new Problem('not-found');
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
  const normFor = normFinder(id, instrument);
  const propensityTable = isBattery(id) ? loadPropensity(id) : null;
  const careers = instrument.scales.some((scale) => scale.id === 'investigative') ? loadCareers() : null;
  const analyses = new Map<string, Analysis>();
  const qualities = new Map<boolean, QualityPlan>();
  const qualityFor = (demo: boolean): QualityPlan => {
    // A reference made of simulated people exists in the demo country only, and is made when it is first needed.
    const known =
      qualities.get(demo) ?? compileQuality(instrument, demo && isBattery(id) ? demoReference(instrument) : undefined);
    qualities.set(demo, known);
    return known;
  };
  const analysisFor = (pupil: NormedPupil): Analysis => {
    const norm = normFor.of(pupil);
    const key = `${norm?.id}@${norm?.version}/${pupil.demo}`;
    const known = analyses.get(key) ?? {
      plan: compile(instrument, norm, errorFrom(norm ?? loadErrorNorm(id))),
      quality: qualityFor(pupil.demo),
      propensity: propensityTable === null ? null : compilePropensity(propensityTable, norm),
      careers,
    };
    analyses.set(key, known);
    return known;
  };
  return {
    instrument,
    answerDomain: answerDomain(instrument),
    text: (language) => loadFormTexts(id, language),
    analysisFor,
    planFor: (pupil) => analysisFor(pupil).plan,
    propensityTable,
    careers,
    normOf: normFor.byId,
  };
}

/** Norms of a form: its own; in the demo country, for a form that has none, one made of simulated people of the language. */
function normFinder(id: string, instrument: Instrument) {
  const own = loadFormNorms(id);
  const simulated = new Map<Language, NormSet>();
  const demo = (language: Language): NormSet => {
    const known = simulated.get(language) ?? demoNorm(instrument, language);
    simulated.set(language, known);
    return known;
  };
  const languages: readonly Language[] = ['kk', 'ru', 'en'];
  return {
    of: (pupil: NormedPupil): NormSet | undefined => {
      const who = { ...pupil, population: schoolPopulation };
      return own.find((set) => applies(set, who)) ?? (pupil.demo ? demo(pupil.language) : undefined);
    },
    byId: ({ normId, normVersion }: { normId: string | null; normVersion: string | null }): NormSet | null => {
      const language = languages.find((one) => normId === `simulated-${one}`);
      const all = language === undefined ? own : [demo(language)];
      return all.find((set) => set.id === normId && set.version === normVersion) ?? null;
    },
  };
}

const errorFrom = (error: NormSet | undefined) => (error === undefined ? {} : { error });

function answerDomain({ items, formats }: Instrument): AnswerDomain {
  return new Map(items.map(({ id, format }) => [id, new Set(formats[format]?.points ?? [])]));
}
