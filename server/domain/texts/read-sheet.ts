import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { isLanguage, type Language, languages } from '../language.ts';
import { keyOf, pairDigest, type Reviewed, sourceLanguage, type TextSource, textRows } from './text-source.ts';
import { withWords, wordsOf } from './text-words.ts';

export type SheetCell = { line: number; cells: readonly string[] };
/** What came back: the rows of the texts and those of the reviewers, headings first. */
export type TextSheet = { texts: readonly SheetCell[]; review: readonly SheetCell[] };

/** Something wrong, as a person finds it in the sheet. */
export type SheetError = { sheet: 'texts' | 'review'; line: number; column: string; problem: string };
export type TextChange = { instrument: string; id: string; language: Language; before: string; after: string };
export type ReviewerNote = { instrument: string; language: Language; reviewers: { name: string; date: string }[] };

export type SheetReading = {
  rows: number;
  changes: TextChange[];
  errors: SheetError[];
  adjudicated: ReviewerNote[];
  /** The texts as they would be, of the instruments that change. */
  texts: { instrument: string; texts: Readonly<Record<Language, InstrumentText>>; reviewed: Reviewed }[];
};

export const textColumns = ['instrument', 'id', 'source', 'kk', 'ru', 'en', 'missing', 'changed since', 'key'] as const;
export const reviewColumns = [
  'instrument',
  'language',
  'status',
  'reviewer 1',
  'date 1',
  'reviewer 2',
  'date 2',
] as const;

/** Says what of a text breaks the rules of its instrument. */
export type TextCheck = (instrument: string, text: InstrumentText) => readonly { where: string; problem: string }[];

/**
 * Reads a reviewed sheet against the texts of today. Nothing is ever lost: an empty cell where there are words is an error, a
 * row that is not there changes nothing, and a phrase that was changed here after the export is not written over.
 */
export function readSheet(sources: readonly TextSource[], sheet: TextSheet, check: TextCheck): SheetReading {
  const byId = new Map(sources.map((source) => [source.instrument, source]));
  const errors: SheetError[] = [];
  const changes = readRows(byId, sheet.texts, errors);
  const adjudicated = readReviewers(byId, sheet.review, errors);
  const touched = new Set([...changes, ...adjudicated].map(({ instrument }) => instrument));
  const texts = [...touched].flatMap((id) => {
    const source = byId.get(id);
    return source === undefined ? [] : [rewritten(source, changes, adjudicated)];
  });
  const lineOf = new Map(sheet.texts.map(({ line, cells }) => [`${cells[0]} ${cells[1]}`, line]));
  for (const { instrument, texts: three } of texts) {
    for (const language of languages) {
      for (const { where, problem } of check(instrument, three[language])) {
        errors.push({
          sheet: 'texts',
          line: lineOf.get(`${instrument} ${where}`) ?? 0,
          column: language,
          problem: `${where} ${problem}`,
        });
      }
    }
  }
  return { rows: Math.max(0, sheet.texts.length - 1), changes, errors, adjudicated, texts };
}

type Sources = ReadonlyMap<string, TextSource>;

function readRows(sources: Sources, [head, ...rows]: readonly SheetCell[], errors: SheetError[]): TextChange[] {
  const bad = wrongHead('texts', head, textColumns, errors);
  if (bad) return [];
  const known = new Map([...sources.values()].flatMap(textRows).map((row) => [`${row.instrument} ${row.id}`, row]));
  const seen = new Set<string>();
  return rows.flatMap(({ line, cells }): TextChange[] => {
    const [instrument = '', id = '', , kk = '', ru = '', en = '', , , key = ''] = cells;
    const fail = (column: string, problem: string): TextChange[] => {
      errors.push({ sheet: 'texts', line, column, problem });
      return [];
    };
    const today = known.get(`${instrument} ${id}`);
    if (!sources.has(instrument)) return fail('instrument', `there is no instrument «${instrument}»`);
    if (today === undefined) return fail('id', `${instrument} has no «${id}»`);
    if (seen.has(`${instrument} ${id}`)) return fail('id', 'stands in the sheet twice');
    seen.add(`${instrument} ${id}`);
    const given = { kk: kk.trim(), ru: ru.trim(), en: en.trim() };
    const moved = key !== keyOf(today.kk, today.ru, today.en);
    return languages.flatMap((language) => {
      const [before, after] = [today[language], given[language]];
      if (after === before) return [];
      if (after === '') return fail(language, 'is empty, and there are words here: nothing is deleted by a sheet');
      if (moved) return fail(language, 'was changed here after this sheet was exported; export it anew');
      return [{ instrument, id, language, before, after }];
    });
  });
}

function wrongHead(
  sheet: SheetError['sheet'],
  head: SheetCell | undefined,
  columns: readonly string[],
  errors: SheetError[],
): boolean {
  const wrong = columns.findIndex((name, index) => head?.cells[index]?.trim() !== name);
  if (wrong < 0) return false;
  const found = head?.cells[wrong]?.trim() || 'nothing';
  errors.push({
    sheet,
    line: head?.line ?? 1,
    column: columns[wrong] ?? '',
    problem: `is expected here, found ${found}`,
  });
  return true;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => day.test(text) && !Number.isNaN(Date.parse(text));

function readReviewers(sources: Sources, [head, ...rows]: readonly SheetCell[], errors: SheetError[]): ReviewerNote[] {
  if (head === undefined || wrongHead('review', head, reviewColumns, errors)) return [];
  return rows.flatMap(({ line, cells }): ReviewerNote[] => {
    const [instrument = '', language = '', status = '', one = '', first = '', two = '', second = ''] = cells.map(
      (cell) => cell.trim(),
    );
    const fail = (column: string, problem: string): ReviewerNote[] => {
      errors.push({ sheet: 'review', line, column, problem });
      return [];
    };
    if (!['source', 'draft', 'adjudicated'].includes(status))
      return fail('status', 'must be source, draft or adjudicated');
    if (status !== 'adjudicated') return [];
    if (!sources.has(instrument)) return fail('instrument', `there is no instrument «${instrument}»`);
    if (!isLanguage(language)) return fail('language', 'must be kk, ru or en');
    if (one === '') return fail('reviewer 1', 'two named native speakers adjudicate: a name is missing');
    if (two === '' || two === one) return fail('reviewer 2', 'a second, other name is missing');
    if (!isDay(first)) return fail('date 1', 'must be a day like 2026-11-24');
    if (!isDay(second)) return fail('date 2', 'must be a day like 2026-11-24');
    const reviewers = [
      { name: one, date: first },
      { name: two, date: second },
    ];
    const known = sources.get(instrument)?.texts[language];
    const same = known?.status === 'adjudicated' && JSON.stringify(namesOf(known)) === JSON.stringify(reviewers);
    return same ? [] : [{ instrument, language, reviewers }];
  });
}

const namesOf = ({ reviewedBy }: InstrumentText) =>
  reviewedBy.filter(({ role }) => role === 'adjudicator').map(({ name, date }) => ({ name, date }));

function rewritten(source: TextSource, changes: readonly TextChange[], notes: readonly ReviewerNote[]) {
  const own = changes.filter(({ instrument }) => instrument === source.instrument);
  const fresh = (language: Language): InstrumentText => {
    const words = new Map(own.filter((one) => one.language === language).map(({ id, after }) => [id, after]));
    const text = withWords(source.texts[language], words);
    const note = notes.find((one) => one.instrument === source.instrument && one.language === language);
    if (note !== undefined) return { ...text, status: 'adjudicated', reviewedBy: adjudicators(text, note) };
    // Words that nobody adjudicated are a draft again; who read the earlier ones stays.
    return words.size > 0 && text.status === 'adjudicated' ? { ...text, status: 'draft' } : text;
  };
  const texts = { kk: fresh('kk'), ru: fresh('ru'), en: fresh('en') };
  return { instrument: source.instrument, texts, reviewed: reviewedNow(source, texts, notes) };
}

const adjudicators = ({ reviewedBy }: InstrumentText, { reviewers }: ReviewerNote): InstrumentText['reviewedBy'] => [
  ...reviewedBy.filter(({ role }) => role !== 'adjudicator'),
  ...reviewers.map(({ name, date }) => ({ name, role: 'adjudicator' as const, date })),
];

function reviewedNow(source: TextSource, texts: TextSource['texts'], notes: readonly ReviewerNote[]): Reviewed {
  const original = wordsOf(texts[sourceLanguage(source)]);
  const fresh = notes
    .filter(({ instrument }) => instrument === source.instrument)
    .map(({ language, reviewers }) => {
      const date =
        reviewers
          .map((one) => one.date)
          .sort()
          .at(-1) ?? '';
      const digests = [...wordsOf(texts[language])].map(([id, words]) => [
        id,
        pairDigest(original.get(id) ?? '', words),
      ]);
      return [language, { date, digests: Object.fromEntries(digests) }] as const;
    });
  return { ...source.reviewed, ...Object.fromEntries(fresh) };
}
