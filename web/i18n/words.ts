import { type Language, languages } from './language.ts';
import { currentLanguage } from './locale.ts';
import { type Word, wordTables } from './word-tables.ts';

/** Tables that have come; a language is shown only when its own has (`chooseLanguage`). */
const here: Partial<Record<Language, readonly Word[]>> = {};

const isHere = (language: Language): boolean => here[language] !== undefined || wordTables[language] === undefined;

/** Null where the words of the language are here, or need not come; rejects where they cannot be fetched now. */
export const wordsOnTheirWay = (language: Language): Promise<void> | null =>
  isHere(language) ? null : bring(language);

/** What the first pages will be asked for next, with the line at rest: all languages, so that a switch needs no network. */
export async function bringAllWords(): Promise<void> {
  await Promise.all(languages.map(wordsOnTheirWay));
}

async function bring(language: Language): Promise<void> {
  const table = await wordTables[language]?.();
  if (table !== undefined) here[language] = table.words;
}

/** The word at this place of the chosen language's table; what the build puts in place of a message. */
export function word(at: number, inputs: Record<string, unknown> = {}): string {
  const found = here[currentLanguage()]?.[at] ?? '';
  return typeof found === 'string' ? found : found(inputs);
}
