import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import { describe, type Plan, type ScaleDescription } from '../../scoring/index.ts';
import type { NormNote, ScaleResult } from '../contract/result.schema.ts';
import type { Language } from './language.ts';
import { populationWords } from './norm/population-words.ts';
import type { StoredResult } from './result.ts';

/**
 * A stored result in one language, what the person says of themselves most first: the order of the picture, whatever norm
 * stands behind the sentences. Scales with too few answers come last, without numbers.
 */
export function scaleResults(result: StoredResult, plan: Plan, text: InstrumentText): ScaleResult[] {
  const of = new Map(result.scales.map((score) => [score.scale, score.of]));
  const scales = describe(plan, result, text).map((words) => ({
    ...toScaleResult(words, of.get(words.scale) ?? 0, text),
    ...endsOf(plan, words.scale),
  }));
  return scales.sort((a, b) => place(plan, b) - place(plan, a));
}

/** Where a mean lies between the ends of its own answer scale, 0…1; below all where there is none. */
function place(plan: Plan, { scale, mean }: ScaleResult): number {
  const ends = plan.scales.find(({ id }) => id === scale);
  if (mean === null || ends === undefined) return Number.NEGATIVE_INFINITY;
  return (mean - ends.lowest) / (ends.highest - ends.lowest);
}

function endsOf(plan: Plan, scale: string): { from?: number; to?: number } {
  const ends = plan.scales.find(({ id }) => id === scale);
  return ends === undefined ? {} : { from: ends.lowest, to: ends.highest };
}

const nothing = { raw: null, mean: null, sem: null, low: null, high: null, t: null, stanine: null, percentile: null };

function toScaleResult(words: ScaleDescription, of: number, text: InstrumentText): ScaleResult {
  const { scale, name, about } = words;
  const ends = { lowEnd: text.scales[scale]?.lowEnd ?? '', highEnd: text.scales[scale]?.highEnd ?? '' };
  if (words.kind === 'insufficient') {
    return { scale, name, about, ...ends, sentence: '', scored: false, answered: words.answered, of, ...nothing };
  }
  const { raw, mean, sem, low, high, t, stanine, percentile, answered } = words.score;
  return {
    scale,
    name,
    about,
    ...ends,
    sentence: words.sentence,
    scored: true,
    answered,
    of,
    raw,
    mean,
    sem,
    low,
    high,
    t,
    stanine,
    percentile,
  };
}

/** The opening of the pupil's page: what stands out, and how far to trust it. */
export function opening(scales: readonly ScaleResult[], language: Language): { headline: string; summary: string } {
  const first = scales.find(({ scored }) => scored);
  const words = openings[language];
  if (first === undefined) return { headline: words.nothing, summary: words.nothingSummary };
  return { headline: words.headline(first.name), summary: words.summary };
}

type Opening = { headline(name: string): string; summary: string; nothing: string; nothingSummary: string };

const openings: Readonly<Record<Language, Opening>> = {
  kk: {
    headline: (name) => `Саған ең жақыны: ${lowerFirst(name)}`,
    summary:
      'Бұл — бүгінгі жауаптарыңнан шыққан сурет. Адам өзгереді, сурет те өзгеруі мүмкін. Өзіңді қалай көретініңмен салыстырып көр.',
    nothing: 'Әзірге айтуға жауап аз',
    nothingSummary:
      'Сұрақтардың көбі жауапсыз қалды, сондықтан сипаттама жасалмады. Қаласаң, педагогыңмен сөйлесіп, қайта өтуге болады.',
  },
  ru: {
    headline: (name) => `Ближе всего тебе: ${lowerFirst(name)}`,
    summary:
      'Это картина по твоим сегодняшним ответам. Люди меняются, и она может измениться. Сравни её с тем, каким человеком ты видишь себя.',
    nothing: 'Пока ответов слишком мало',
    nothingSummary:
      'Большинство вопросов осталось без ответа, поэтому рассказа не получилось. Если захочешь, поговори с педагогом и пройди ещё раз.',
  },
  en: {
    headline: (name) => `What fits you most: ${lowerFirst(name)}`,
    summary:
      'This picture comes from the answers you gave today. People change, and so may the picture. Compare it with how you see yourself.',
    nothing: 'Too few answers to say anything yet',
    nothingSummary:
      'Most questions were left open, so there is no description. If you like, talk to your counsellor and try again.',
  },
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Which norm the numbers rest on, as the reader is told; null: none was applied. */
export function normNoteOf(norm: NormSet | null, language: Language): NormNote {
  if (norm === null) return null;
  return {
    id: norm.id,
    version: norm.version,
    population: populationWords(norm.population)[language],
    n: norm.n,
    provisional: norm.provisional,
  };
}
