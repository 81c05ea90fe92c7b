import type { Language } from './language.ts';

export type Word = string | ((inputs: Record<string, unknown>) => string);
export type WordTable = { words: readonly Word[] };

/**
 * A table of words for each language, to be fetched. The build of the pupil's page puts the tables in this file's place
 * (`split-words.mjs`); without them (while developing, on the staff's pages) each message carries its three languages itself.
 */
export const wordTables: Partial<Record<Language, () => Promise<WordTable>>> = {};
