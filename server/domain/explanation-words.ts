import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import { explain, type Plan, type ScaleTrace } from '../../scoring/index.ts';
import type { Explanation } from '../contract/result.schema.ts';
import type { StoredAnswer } from './batch.ts';
import type { Language } from './language.ts';
import { answersOf } from './result.ts';

/** From one scale's sentence down to its items, in one language: each answer, whether it was reversed, and the arithmetic. */
export function explanationIn(
  language: Language,
  plan: Plan,
  instrument: Instrument,
  text: InstrumentText,
  stored: Readonly<Record<string, StoredAnswer>>,
  scale: string,
): Explanation {
  const trace = explain(plan, answersOf(stored), scale);
  const formats = new Map(instrument.items.map(({ id, format }) => [id, format]));
  return {
    scale,
    name: text.scales[scale]?.name ?? scale,
    steps: steps(language, trace),
    items: trace.items.map(({ item, answer, key, keyed }) => ({
      item,
      text: itemText(text.items[item]),
      answer,
      answerLabel: labelOf(instrument, text, formats.get(item), answer),
      reversed: key === -1,
      keyed,
    })),
  };
}

const itemText = (words: InstrumentText['items'][string] | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : `${words.a} / ${words.b}`;

function labelOf(
  { formats }: Instrument,
  text: InstrumentText,
  format: string | undefined,
  answer: number | null,
): string {
  if (format === undefined || answer === null) return '—';
  const at = formats[format]?.points.indexOf(answer) ?? -1;
  return text.formats[format]?.labels[at] ?? String(answer);
}

function steps(language: Language, { score, norm }: ScaleTrace): string[] {
  const words = sentences[language];
  const number = (value: number, digits = 2): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
  if (score.kind === 'insufficient') return [words.tooFew(score.answered, score.required)];
  const lines = [words.mean(score.answered, score.of, number(score.mean))];
  if (score.sem !== null && score.low !== null && score.high !== null) {
    lines.push(words.band(number(score.sem), number(score.low), number(score.high)));
  }
  lines.push(
    norm === null
      ? words.noNorm
      : words.norm(`${norm.id} ${norm.version}`, score.t === null ? '—' : number(score.t, 0)),
  );
  return lines;
}

type Sentences = {
  tooFew(answered: number, required: number): string;
  mean(answered: number, of: number, mean: string): string;
  band(sem: string, low: string, high: string): string;
  norm(id: string, t: string): string;
  noNorm: string;
};

const sentences: Readonly<Record<Language, Sentences>> = {
  kk: {
    tooFew: (answered, required) =>
      `Жауап саны — ${answered}, ал балл шығару үшін кемінде ${required} керек: балл есептелмеді.`,
    mean: (answered, of, mean) =>
      `${of} тұжырымның ${answered}-іне жауап берілді. Кері тұжырымдар аударылған соң орташа жауап — ${mean}.`,
    band: (sem, low, high) => `Өлшеу қателігі — ${sem}. Нақты мән 90 % ықтималдықпен ${low} мен ${high} аралығында.`,
    norm: (id, t) => `Салыстыру нормасы: ${id}; T балы — ${t}.`,
    noNorm: 'Бұл оқушының тілі мен тобына жасалған норма жоқ, сондықтан балл басқалармен салыстырылмайды.',
  },
  ru: {
    tooFew: (answered, required) => `Ответов ${answered}, а для балла нужно не меньше ${required}: балл не посчитан.`,
    mean: (answered, of, mean) =>
      `Отвечено утверждений: ${answered} из ${of}. После переворота обратных средний ответ — ${mean}.`,
    band: (sem, low, high) =>
      `Погрешность измерения — ${sem}. С вероятностью 90 % точное значение лежит между ${low} и ${high}.`,
    norm: (id, t) => `Норма для сравнения: ${id}; балл T — ${t}.`,
    noNorm: 'Для языка и группы этого ученика нормы нет, поэтому балл ни с кем не сравнивается.',
  },
  en: {
    tooFew: (answered, required) =>
      `${answered} answers are there and a score needs at least ${required}: none was computed.`,
    mean: (answered, of, mean) =>
      `${answered} of ${of} statements answered. After turning the reversed ones round the mean answer is ${mean}.`,
    band: (sem, low, high) =>
      `The error of measurement is ${sem}. With 90 % probability the true value lies between ${low} and ${high}.`,
    norm: (id, t) => `Compared with the norm ${id}; T score ${t}.`,
    noNorm: 'There is no norm for this pupil’s language and group, so the score is not compared with anyone.',
  },
};
