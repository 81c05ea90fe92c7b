import type { Language } from '../schema/text.schema.ts';
import type { Check } from './finding.ts';

interface Sign {
  readonly languages: readonly Language[];
  readonly pattern: RegExp;
  readonly problem: string;
}

const ALL: readonly Language[] = ['kk', 'ru', 'en'];

/** Signs that a text was broken on its way: by a keyboard, a spreadsheet, a translation machine. */
const SIGNS: readonly Sign[] = [
  { languages: ALL, pattern: /\s{2}/u, problem: 'has two spaces in a row' },
  { languages: ALL, pattern: /^\s|\s$/u, problem: 'begins or ends with a space' },
  { languages: ALL, pattern: /\s[,.;:!?]/u, problem: 'has a space before a mark' },
  { languages: ALL, pattern: /[,;:!?](?=[\p{L}])/u, problem: 'lacks a space after a mark' },
  { languages: ALL, pattern: /\.\.|,,/u, problem: 'has a doubled mark' },
  {
    languages: ALL,
    pattern: /(?!\n)[\p{Cc}\p{Cf}\uFFFD]/u,
    problem: 'has an invisible or broken character',
  },
  { languages: ALL, pattern: /<[a-z/]|&[a-z]+;/iu, problem: 'has markup' },
  { languages: ALL, pattern: /\bTODO\b|\bXXX\b|lorem ipsum/iu, problem: 'is unfinished' },
  {
    languages: ['kk', 'ru'],
    pattern: /\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u,
    problem: 'mixes Latin and Cyrillic letters in a word',
  },
  { languages: ['kk', 'ru'], pattern: /"[^"]*"/u, problem: 'has straight quotation marks; «…» are used here' },
  {
    languages: ['kk', 'ru'],
    pattern: /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/u,
    problem: 'has a lone Latin letter',
  },
  { languages: ['ru'], pattern: /[әғқңөұүһі]/iu, problem: 'has Kazakh letters' },
  { languages: ['en'], pattern: /\p{Script=Cyrillic}/u, problem: 'has Cyrillic letters' },
  { languages: ['ru'], pattern: /[а-яё]\((а|ла|на|ся)\)/iu, problem: 'spells out genders; say it without them' },
];

/** Signs of one string. Kazakh as a whole is checked by `checkKazakh`: a single short string may lack its own letters. */
export function* checkWording(where: string, words: string, language: Language): Check {
  for (const { languages, pattern, problem } of SIGNS) {
    const found = languages.includes(language) ? pattern.exec(words) : null;
    if (found !== null)
      yield { where, problem: `${problem}: «${words.slice(Math.max(0, found.index - 12), found.index + 12)}»` };
  }
}

const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;

/**
 * Kazakh text typed on a Russian keyboard drops its nine own letters. In running Kazakh nearly every sentence has one, so
 * a long string without any, or a whole text that lacks common ones, is suspect.
 */
export function* checkKazakh(strings: Iterable<{ where: string; words: string }>): Check {
  let whole = '';
  for (const { where, words } of strings) {
    whole += words.toLowerCase();
    if (words.length > 60 && !KAZAKH_LETTERS.test(words)) yield { where, problem: 'has none of the Kazakh letters' };
  }
  const absent = [...'әғқңөұүі'].filter((letter) => !whole.includes(letter));
  if (whole.length > 1000 && absent.length > 0) yield { where: '', problem: `never uses ${absent.join(' ')}` };
}

/** Sentences that stand in two languages letter by letter were not translated. */
export function* checkTranslated(
  strings: Iterable<{ where: string; words: string }>,
  other: Iterable<{ where: string; words: string }>,
): Check {
  const there = new Map([...other].map(({ where, words }) => [where, words]));
  for (const { where, words } of strings) {
    if (there.get(where) === words && /\p{L}{3}/u.test(words))
      yield { where, problem: `is not translated: «${words}»` };
  }
}
