import { createHash } from 'node:crypto';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { Language } from '../language.ts';
import { wordsOf } from './text-words.ts';

/** What two reviewers saw when they adjudicated: the date, and of each place a digest of the source and the translation. */
export type Reviewed = Partial<Record<Language, { date: string; digests: Readonly<Record<string, string>> }>>;

/** One instrument's words as the round trip sees them. `places`: every place that any of the languages has. */
export type TextSource = {
  instrument: string;
  version: string;
  texts: Readonly<Record<Language, InstrumentText>>;
  reviewed: Reviewed;
};

/** One line of the sheet. `missing` and `changedSince` are for people; `key` tells what stood here when it was exported. */
export type TextRow = {
  instrument: string;
  id: string;
  source: Language;
  kk: string;
  ru: string;
  en: string;
  missing: string;
  changedSince: string;
  key: string;
};

const translations = ['kk', 'ru', 'en'] as const;

export function textRows(source: TextSource): TextRow[] {
  const words = { kk: wordsOf(source.texts.kk), ru: wordsOf(source.texts.ru), en: wordsOf(source.texts.en) };
  const places = [...new Set(translations.flatMap((language) => [...words[language].keys()]))];
  const original = sourceLanguage(source);
  return places.map((id) => {
    const at = (language: Language): string => words[language].get(id) ?? '';
    return {
      instrument: source.instrument,
      id,
      source: original,
      kk: at('kk'),
      ru: at('ru'),
      en: at('en'),
      missing: translations.filter((language) => at(language).trim() === '').join(', '),
      changedSince: changedSince(source, id, at),
      key: keyOf(at('kk'), at('ru'), at('en')),
    };
  });
}

/** The language the others are compared with. */
export const sourceLanguage = ({ texts }: TextSource): Language =>
  translations.find((language) => texts[language].status === 'source') ?? 'en';

function changedSince(source: TextSource, id: string, at: (language: Language) => string): string {
  const original = at(sourceLanguage(source));
  return translations
    .flatMap((language) => {
      const seen = source.reviewed[language];
      return seen === undefined || seen.digests[id] === pairDigest(original, at(language))
        ? []
        : [`${language} ${seen.date}`];
    })
    .join(', ');
}

export const keyOf = (kk: string, ru: string, en: string): string => digest([kk, ru, en]);
export const pairDigest = (original: string, translation: string): string => digest([original, translation]);

const digest = (words: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);

/** How far an instrument's texts are, for a list. */
export function textStanding(source: TextSource) {
  const rows = textRows(source);
  return translations.map((language) => {
    const { status, reviewedBy } = source.texts[language];
    return {
      language,
      status,
      phrases: rows.length,
      missing: rows.filter((row) => row[language].trim() === '').length,
      changed: rows.filter(({ changedSince }) => changedSince.includes(`${language} `)).length,
      reviewers: reviewedBy.map(({ name, role, date }) => ({ name, role, date })),
    };
  });
}
