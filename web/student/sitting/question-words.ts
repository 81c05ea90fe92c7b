import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Question } from './question-order.ts';

export type QuestionWords = {
  /** What happened, where the item belongs to a situation. */
  situation: string | null;
  /** What is asked about the stem; null where the stem asks by itself. */
  ask: string | null;
  stem: string;
  /** A forced pair: two alternatives, one to choose. */
  isPair: boolean;
  options: { value: number; label: string }[];
};

/** Puts one question into words. A forced pair has no stem of its own: its two alternatives are the options. */
export function wordsOf(question: Question, text: InstrumentText): QuestionWords {
  const { item, situation, format } = question;
  const words = text.items[item] ?? '';
  const { labels = [], question: ask = null } = text.formats[format.id] ?? {};
  const isPair = typeof words !== 'string';
  const names = isPair ? [words.a, words.b] : labels;
  return {
    situation: situation === null ? null : (text.situations?.[situation] ?? null),
    ask: isPair ? null : ask,
    stem: isPair ? (ask ?? '') : words,
    isPair,
    options: format.points.map((value, index) => ({ value, label: names[index] ?? String(value) })),
  };
}

/** A question by itself, in a list: every pair asks the same, and is told by its two alternatives. */
export function briefOf({ isPair, stem, options }: QuestionWords): string {
  return isPair ? options.map(({ label }) => label).join(' / ') : stem;
}
