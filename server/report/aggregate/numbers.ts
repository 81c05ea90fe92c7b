import type { Difference } from '../../contract/aggregate.schema.ts';
import { dayInWords } from '../../domain/day-words.ts';
import type { Language } from '../../domain/language.ts';
import { aggregatePhrases } from './aggregate-words.ts';

const locales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };

export const numberWords = (value: number, digits: number, language: Language): string =>
  value.toLocaleString(locales[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });

export const shareWords = (share: number, language: Language): string =>
  share.toLocaleString(locales[language], { style: 'percent', maximumFractionDigits: 0 });

export const dayWords = (instant: string, language: Language): string => dayInWords(new Date(instant), language);

/** «0,12 ± 0,08 higher», or that it lies within its error; empty where nothing can be said. */
export function differenceWords(difference: Difference | null, language: Language): string {
  if (difference === null) return '—';
  const { by, margin, verdict } = difference;
  const words = aggregatePhrases[language].verdict[verdict];
  if (verdict === 'within-error') return words;
  return `${numberWords(Math.abs(by), 2, language)} ± ${numberWords(margin, 2, language)} ${words}`;
}
