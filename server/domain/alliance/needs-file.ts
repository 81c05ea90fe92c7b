import type { NewNeed } from '../../contract/alliance.schema.ts';
import { isLanguage, type Language, type Words } from '../language.ts';
import { foldForSearch } from '../search-fold.ts';

export type SheetRow = { readonly line: number; readonly cells: readonly string[] };
type Named = { readonly id: string; readonly name: Words };
export type NeedsWords = {
  readonly subjects: readonly Named[];
  readonly districts: readonly Named[];
  readonly language: Language;
};
export type NeedsError = { row: number; column: string; found: string; expected: string };
export type NeedsRead = { rows: number; needs: NewNeed[]; errors: NeedsError[] };

type Column = 'subject' | 'language' | 'district' | 'year' | 'count' | 'reason';
const columns: readonly Column[] = ['subject', 'language', 'district', 'year', 'count', 'reason'];

/** What a column may be called, in the three languages; the first of each is how the template calls it. */
export const needsHeadings: Readonly<Record<Column, Words>> = {
  subject: { kk: 'Пән', ru: 'Предмет', en: 'Subject' },
  language: { kk: 'Оқыту тілі', ru: 'Язык обучения', en: 'Language' },
  district: { kk: 'Аудан', ru: 'Район', en: 'District' },
  year: { kk: 'Жыл', ru: 'Год', en: 'Year' },
  count: { kk: 'Саны', ru: 'Количество', en: 'Count' },
  reason: { kk: 'Негіздеме', ru: 'Обоснование', en: 'Reason' },
};

const languageNames: Readonly<Record<string, Language>> = {
  қазақ: 'kk',
  қазақша: 'kk',
  казахский: 'kk',
  kazakh: 'kk',
  орыс: 'ru',
  орысша: 'ru',
  русский: 'ru',
  russian: 'ru',
  ағылшын: 'en',
  английский: 'en',
  english: 'en',
};

/**
 * Reads requests for teachers from the rows of a sheet: the first row names the columns in any of the three languages, subjects
 * and districts may be written by name or id. Every wrong cell is told by row and column, in the reader's language.
 */
export function readNeeds(sheet: readonly SheetRow[], words: NeedsWords): NeedsRead {
  const [head, ...body] = sheet;
  const at = new Map(columns.map((column) => [column, headingAt(head?.cells ?? [], column)]));
  const missing = columns.filter((column) => at.get(column) === -1);
  if (missing.length > 0) {
    const errors = missing.map((column) => ({
      row: head?.line ?? 1,
      column: needsHeadings[column][words.language],
      found: '',
      expected: said[words.language].heading,
    }));
    return { rows: body.length, needs: [], errors };
  }
  const read = body.map(({ line, cells }) =>
    readRow(line, (column) => (cells[at.get(column) ?? -1] ?? '').trim(), words),
  );
  return {
    rows: body.length,
    needs: read.flatMap(({ need }) => (need === null ? [] : [need])),
    errors: read.flatMap(({ errors }) => errors),
  };
}

const headingAt = (cells: readonly string[], column: Column): number =>
  cells.findIndex((cell) =>
    [column, ...Object.values(needsHeadings[column])].some(
      (name) => foldForSearch(name) === foldForSearch(cell.trim()),
    ),
  );

function readRow(
  row: number,
  cell: (column: Column) => string,
  words: NeedsWords,
): { need: NewNeed | null; errors: NeedsError[] } {
  const errors: NeedsError[] = [];
  const tell = (column: Column, expected: string): null => {
    errors.push({ row, column: needsHeadings[column][words.language], found: cell(column).slice(0, 100), expected });
    return null;
  };
  const text = said[words.language];
  const subject = byName(words.subjects, cell('subject')) ?? tell('subject', text.subject);
  const district = byName(words.districts, cell('district')) ?? tell('district', text.district);
  const language = languageOf(cell('language')) ?? tell('language', text.language);
  const year = whole(cell('year'), 2024, 2100) ?? tell('year', text.year);
  const count = whole(cell('count'), 1, 10_000) ?? tell('count', text.count);
  const reason = cell('reason').length >= 3 ? cell('reason').slice(0, 200) : tell('reason', text.reason);
  if (subject === null || district === null || language === null || year === null || count === null || reason === null)
    return { need: null, errors };
  return { need: { subject, language, district, year, count, reason }, errors };
}

const byName = (all: readonly Named[], text: string): string | null =>
  all.find(
    ({ id, name }) => id === text || Object.values(name).some((one) => foldForSearch(one) === foldForSearch(text)),
  )?.id ?? null;

const languageOf = (text: string): Language | null =>
  isLanguage(text) ? text : (languageNames[text.toLowerCase()] ?? null);

const whole = (text: string, low: number, high: number): number | null => {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= low && value <= high ? value : null;
};

type Said = Record<'heading' | 'subject' | 'district' | 'language' | 'year' | 'count' | 'reason', string>;
const said: Readonly<Record<Language, Said>> = {
  kk: {
    heading: 'бірінші жолда осындай баған тақырыбы',
    subject: 'тізімдегі пән, мысалы «Математика мұғалімі»',
    district: 'өз облысыңыздағы аудан',
    language: 'kk, ru немесе en',
    year: '2024 пен 2100 аралығындағы жыл',
    count: '1 мен 10 000 аралығындағы бүтін сан',
    reason: 'кемінде үш таңбадан тұратын негіздеме',
  },
  ru: {
    heading: 'столбец с таким заголовком в первой строке',
    subject: 'предмет из списка, например «Учитель математики»',
    district: 'район вашей области',
    language: 'kk, ru или en',
    year: 'год от 2024 до 2100',
    count: 'целое число от 1 до 10 000',
    reason: 'обоснование, хотя бы три знака',
  },
  en: {
    heading: 'a column of this name in the first row',
    subject: 'a subject of the list, e.g. “Mathematics teacher”',
    district: 'a district of your region',
    language: 'kk, ru or en',
    year: 'a year from 2024 to 2100',
    count: 'a whole number from 1 to 10,000',
    reason: 'a reason of at least three characters',
  },
};
