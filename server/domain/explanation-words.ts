import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import { explain, type ItemTrace, type Plan, type ScaleTrace, tBand } from '../../scoring/index.ts';
import type { Explanation } from '../contract/result.schema.ts';
import type { StoredAnswer } from './batch.ts';
import { explanationSentences } from './explanation-sentences.ts';
import type { Language } from './language.ts';
import { answersOf } from './result.ts';

/** A sitting that is explained, and the reader's language. */
export type Explained = {
  language: Language;
  plan: Plan;
  instrument: Instrument;
  text: InstrumentText;
  answers: Readonly<Record<string, StoredAnswer>>;
};

/** From one scale's sentence down to its items, in one language: each answer, whether it was reversed, and the arithmetic. */
export function explanationIn(told: Explained, scale: string): Explanation {
  const trace = explain(told.plan, answersOf(told.answers), scale);
  return {
    scale,
    name: told.text.scales[scale]?.name ?? scale,
    steps: [...traceSteps(told, trace), ...trace.parts.flatMap((part) => partSteps(told, part.trace))],
    items: itemsOf(trace).map((item) => itemInWords(told, item)),
  };
}

function partSteps(told: Explained, trace: ScaleTrace): string[] {
  return traceSteps(told, trace).map((step) => `${told.text.scales[trace.scale]?.name ?? trace.scale}. ${step}`);
}

/** The items of a scale, or of the scales it is made of. */
export const itemsOf = (trace: ScaleTrace): ItemTrace[] => [
  ...trace.items,
  ...trace.parts.flatMap((part) => itemsOf(part.trace)),
];

export function itemInWords(
  { instrument, text }: Explained,
  { item, answer, key, keyed }: ItemTrace,
): Explanation['items'][number] {
  const { format, situation } = instrument.items.find(({ id }) => id === item) ?? {};
  const stem = situation === undefined ? '' : `${text.situations?.[situation] ?? ''} — `;
  return {
    item,
    text: `${stem}${itemText(text.items[item])}`,
    answer,
    answerLabel: labelOf(instrument, text, item, format, answer),
    reversed: key === -1,
    keyed,
  };
}

const itemText = (words: InstrumentText['items'][string] | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : `${words.a} / ${words.b}`;

/** Of a forced pair the chosen alternative, of anything else the label of the point. */
function labelOf(
  { formats }: Instrument,
  text: InstrumentText,
  item: string,
  format: string | undefined,
  answer: number | null,
): string {
  if (format === undefined || answer === null) return '—';
  const words = text.items[item];
  const at = formats[format]?.points.indexOf(answer) ?? -1;
  if (words !== undefined && typeof words !== 'string') return at === 0 ? words.a : words.b;
  return text.formats[format]?.labels[at] ?? String(answer);
}

/** The arithmetic of one scale, a line for each step; a T score only with its error, and none by a key nobody but the authors set. */
function traceSteps({ language, plan, instrument }: Explained, trace: ScaleTrace): string[] {
  const { scale, score, norm, method } = trace;
  const words = explanationSentences[language];
  const number = numberIn(language);
  if (score.kind === 'insufficient') return [words.tooFew(score.answered, score.required)];
  const lines = [words.score(method, score.answered, score.of, number(score.mean))];
  if (itemsOf(trace).some(({ key }) => key === -1)) lines.push(words.reversed);
  if (score.sem === null || score.low === null || score.high === null) lines.push(words.noError);
  else lines.push(words.band(number(score.sem), number(score.low), number(score.high)));
  const declared = plan.scales.find(({ id }) => id === scale);
  const band = declared === undefined ? null : tBand(declared, score);
  if (isByAuthorsKey(instrument, scale)) lines.push(words.authorsKey);
  else if (norm === null) lines.push(words.noNorm);
  else if (score.t === null || band === null) lines.push(words.normOnly(`${norm.id} ${norm.version}`));
  else {
    const whole = (value: number) => number(value, 0);
    lines.push(words.norm(`${norm.id} ${norm.version}`, whole(score.t), whole(band.low), whole(band.high)));
  }
  return lines;
}

/** Whether situations were scored by the authors’ own key: until experts have set one it may place nobody. */
function isByAuthorsKey({ scales, keys = {} }: Instrument, scale: string): boolean {
  const key = scales.find(({ id }) => id === scale)?.sjt?.key;
  return key !== undefined && keys[key]?.source === 'authors';
}

export const numberIn =
  (language: Language) =>
  (value: number, digits = 2): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
