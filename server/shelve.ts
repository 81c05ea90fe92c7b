import { isBattery } from '../instruments/forms.ts';
import type { Careers } from '../instruments/schema/careers.schema.ts';
import type { Instrument } from '../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../instruments/schema/propensity.schema.ts';
import type { InstrumentText } from '../instruments/schema/text.schema.ts';
import {
  type AdaptiveForm,
  applies,
  compile,
  compileAdaptive,
  compilePropensity,
  compileQuality,
  demoNorm,
  demoReference,
  type Plan,
  type QualityPlan,
  type QualityReference,
} from '../scoring/index.ts';
import type { Analysis } from './domain/analysis.ts';
import type { AnswerDomain } from './domain/batch.ts';
import type { KeptForm } from './domain/kept-form.ts';
import type { Language } from './domain/language.ts';
import { schoolPopulation } from './domain/norm/norm-version.ts';
import { fitNorm } from './domain/panel/keyed-form.ts';

/** A norm that a campaign made of its own sittings, with what response quality compares with. */
export type OwnNorm = { set: NormSet; reference: QualityReference };

/** Whose sitting it is, as far as norms are concerned; `own`: the norm in force of the pupil's campaign and language. */
export type NormedPupil = { language: Language; demo: boolean; own?: OwnNorm | null };

/** One version of a form with everything made ready from it. */
export type ShelvedInstrument = {
  instrument: Instrument;
  answerDomain: AnswerDomain;
  text(language: Language): InstrumentText;
  /** The plan for a pupil: with the norm that applies to them, or without; error bands come from the best reliability known. */
  planFor(pupil: NormedPupil): Plan;
  /** All it takes to make a result: the plan, and how quality, propensity and fields are told. */
  analysisFor(pupil: NormedPupil): Analysis;
  /** The same by the norm (null: none) and the weights that a stored result names, whatever is in force today. */
  analysisBy(norm: NormSet | OwnNorm | null, demo: boolean, weights?: PropensityTable | null): Analysis;
  propensityTable: PropensityTable | null;
  careers: Careers | null;
  adaptive: AdaptiveForm | null;
  /** Answers a whole sitting has, at most: of a bank only as many as its test is long. */
  length: number;
  normOf(plan: { normId: string | null; normVersion: string | null }): NormSet | null;
};

/** Makes everything ready from one version of a form, today's or one that was kept. */
export function shelve(
  { instrument, texts, propensity, norms, errorNorm }: KeptForm,
  today: () => Careers,
): ShelvedInstrument {
  const { id } = instrument;
  const normFor = normFinder(norms, instrument);
  // A battery without an index is guidance only: whoever sits it is told their own answers and never placed among others.
  const isGuidance = isBattery(id) && propensity === null;
  const careers = instrument.scales.some((scale) => scale.id === 'investigative') ? today() : null;
  const adaptive = compileAdaptive(instrument);
  const analyses = new Map<string, Analysis>();
  const qualities = new Map<string, QualityPlan>();
  const qualityFor = (demo: boolean, own: QualityReference | undefined): QualityPlan => {
    const key = own === undefined ? `${demo}` : `${own.id}@${own.version}`;
    // A reference made of simulated people exists in the demo country only, and is made when it is first needed.
    const reference = (): QualityReference | undefined =>
      own ?? (demo && isBattery(id) ? demoReference(instrument) : undefined);
    return remembered(qualities, key, () => compileQuality(instrument, reference()));
  };
  const analysisBy = (norm: NormSet | OwnNorm | null, demo: boolean, table = propensity): Analysis => {
    const own = norm !== null && 'reference' in norm ? norm : null;
    const named = own?.set ?? (norm !== null && 'scales' in norm ? norm : undefined);
    return remembered(analyses, `${named?.id}@${named?.version}/${demo}/${table?.version}`, () => {
      const fit = named === undefined ? undefined : fitNorm(named, instrument, table);
      const weights = fit === undefined ? table : fit.table;
      return {
        plan: compile(instrument, fit?.norm, errorFrom(fit?.norm ?? errorNorm ?? undefined)),
        quality: qualityFor(demo, own?.reference),
        propensity: weights === null ? null : compilePropensity(weights, fit?.norm),
        careers,
        adaptive,
      };
    });
  };
  const analysisFor = ({ own = null, ...pupil }: NormedPupil): Analysis => {
    if (isGuidance) return analysisBy(null, pupil.demo);
    const fits =
      own !== null && isOf(own.set, instrument) && applies(own.set, { ...pupil, population: schoolPopulation });
    return analysisBy(fits ? own : (normFor.of(pupil) ?? null), pupil.demo);
  };
  return {
    instrument,
    answerDomain: answerDomain(instrument),
    text: (language) => texts[language],
    analysisFor,
    analysisBy,
    planFor: (pupil) => analysisFor(pupil).plan,
    propensityTable: propensity,
    careers,
    adaptive,
    length:
      instrument.items.length -
      (adaptive === null ? 0 : adaptive.items.length - Math.min(adaptive.maxItems, adaptive.items.length)),
    normOf: normFor.byId,
  };
}

/** Norms of a form: its own; in the demo country, for a form that has none, one made of simulated people of the language. */
function normFinder(own: readonly NormSet[], instrument: Instrument) {
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

/** A norm of raw scores holds within one major version of its form: the next one has other items or keys. */
const isOf = (norm: NormSet, { id, version }: Instrument): boolean =>
  norm.instrument === id && norm.instrumentVersion.split('.')[0] === version.split('.')[0];

/** Norms come and go over the years a server runs; what was made for old ones is made again if it is asked for. */
const mostRemembered = 60;

function remembered<Made>(known: Map<string, Made>, key: string, make: () => Made): Made {
  const there = known.get(key);
  if (there !== undefined) return there;
  if (known.size >= mostRemembered) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

const errorFrom = (error: NormSet | undefined) => (error === undefined ? {} : { error });

function answerDomain({ items, formats }: Instrument): AnswerDomain {
  return new Map(items.map(({ id, format }) => [id, new Set(formats[format]?.points ?? [])]));
}
