import type { Language } from '../language.ts';
import { foldForSearch } from '../search-fold.ts';
import type { SheetRow } from './needs-file.ts';

export type EnrolmentLine = { row: number; number: string; unt: 'passed' | 'not-passed' | null; enrolled: boolean };
export type EnrolmentError = { row: number; column: string; found: string; expected: string };

/** Reads lines of «letter, national test, enrolled» from a sheet whose first row names the columns in any of the languages. */
export function readEnrolments(
  sheet: readonly SheetRow[],
  language: Language,
): { lines: EnrolmentLine[]; errors: EnrolmentError[]; words: EnrolmentWords } {
  const words = said[language];
  const [head, ...body] = sheet;
  const at = (column: 'number' | 'unt' | 'enrolled'): number =>
    (head?.cells ?? []).findIndex((cell) =>
      Object.values(said).some((each) => foldForSearch(each[column]) === foldForSearch(cell.trim())),
    );
  const [number, unt, enrolled] = [at('number'), at('unt'), at('enrolled')];
  if (number === -1) {
    return {
      lines: [],
      errors: [{ row: head?.line ?? 1, column: words.number, found: '', expected: words.heading }],
      words,
    };
  }
  const errors: EnrolmentError[] = [];
  const lines = body.flatMap(({ line: row, cells }): EnrolmentLine[] => {
    const cell = (index: number): string => (cells[index] ?? '').trim();
    const test = yesOrNo(cell(unt));
    const came = yesOrNo(cell(enrolled));
    const tell = (column: string, found: string) =>
      errors.push({ row, column, found: found.slice(0, 100), expected: words.yesNo });
    if (test === undefined) tell(words.unt, cell(unt));
    if (came === undefined) tell(words.enrolled, cell(enrolled));
    if (test === undefined || came === undefined) return [];
    return [
      {
        row,
        number: cell(number),
        unt: test === null ? null : test ? 'passed' : 'not-passed',
        enrolled: came === true,
      },
    ];
  });
  return { lines, errors, words };
}

const yes = new Set(['1', 'yes', 'да', 'иә', 'passed', 'сдан', 'тапсырды', '+']);
const no = new Set(['0', 'no', 'нет', 'жоқ', 'not-passed', 'не сдан', 'тапсырмады', '-']);

/** null: blank; undefined: neither yes nor no. */
function yesOrNo(text: string): boolean | null | undefined {
  const plain = text.toLowerCase();
  if (plain === '') return null;
  return yes.has(plain) ? true : no.has(plain) ? false : undefined;
}

export type EnrolmentWords = Record<
  'number' | 'unt' | 'enrolled' | 'heading' | 'yesNo' | 'known' | 'accepted' | 'yes',
  string
>;

const said: Readonly<Record<Language, EnrolmentWords>> = {
  kk: {
    number: 'Жолдама нөмірі',
    unt: 'ҰБТ тапсырылды',
    enrolled: 'Оқуға түсті',
    heading: 'бірінші жолда осындай баған тақырыбы',
    yesNo: 'иә, жоқ немесе бос',
    known: 'сіздің ұйымыңызға берілген жолдаманың нөмірі',
    accepted: 'отбасы қабылдаған жолдама',
    yes: 'иә',
  },
  ru: {
    number: 'Номер направления',
    unt: 'ЕНТ сдано',
    enrolled: 'Зачисление',
    heading: 'столбец с таким заголовком в первой строке',
    yesNo: 'да, нет или пусто',
    known: 'номер направления в вашу организацию',
    accepted: 'направление, которое семья приняла',
    yes: 'да',
  },
  en: {
    number: 'Letter number',
    unt: 'UNT passed',
    enrolled: 'Enrolled',
    heading: 'a column of this name in the first row',
    yesNo: 'yes, no or blank',
    known: 'the number of a letter to your organisation',
    accepted: 'a referral that the family has accepted',
    yes: 'yes',
  },
};
