import { iinProblem } from '../iin.ts';
import type { Language } from '../language.ts';
import { birthDateOfIin, isPupilsBirthDate, readDay, sexOfIin } from './birth-date.ts';
import { gradeOf, tidyClassName } from './class-name.ts';
import type { RosterColumns, RosterField } from './field.ts';
import type { RosterIssue, RosterIssueCode } from './issue.ts';
import { type NameParts, splitFullName } from './name-parts.ts';
import { tidyCell } from './tidy-cell.ts';
import { languageOf, sexOf } from './vocabulary.ts';

/** A pupil as a row of a class list tells; what it does not tell is null. */
export type RosterPupil = NameParts & {
  ownId: string | null;
  birthDate: string;
  sex: 'female' | 'male' | null;
  language: Language | null;
  class: string | null;
  iin: string | null;
};

export type RowReading = { pupil: RosterPupil | null; issues: readonly RosterIssue[] };

/** What is taken for granted of a file: the class it is about, if no column says it, and the day it is read. */
export type ReadingContext = { today: string; class: string | null };

const longestName = 80;
const longestOwnId = 64;

/** Reads one row; `pupil` is null where anything in it is wrong. Every wrong cell is named, not only the first. */
export function readRow(cells: readonly string[], columns: RosterColumns, context: ReadingContext): RowReading {
  const issues: RosterIssue[] = [];
  const wrong = (field: RosterField, code: RosterIssueCode): null => {
    issues.push({ field, code });
    return null;
  };
  const cell = (field: RosterField): string => tidyCell(cells[columns.indexOf(field)] ?? '');
  const names = readNames(cell, columns, wrong);
  const sex = readWord(cell('sex'), sexOf, () => wrong('sex', 'sex-unknown'));
  const iin = readIin(cell('iin'), wrong);
  const birthDate = readBirthDate(cell('birthDate'), iin, context.today, wrong);
  if (iin !== null && birthDate !== null) checkIin(iin, birthDate, sex, wrong);
  const language = readWord(cell('language'), languageOf, () => wrong('language', 'language-unknown'));
  const ownId = cell('ownId').length > longestOwnId ? wrong('ownId', 'too-long') : cell('ownId') || null;
  const schoolClass = readClass(cell('class') || context.class || '', wrong);
  if (issues.length > 0 || names === null || birthDate === null) return { pupil: null, issues };
  return { pupil: { ...names, ownId, birthDate, sex, language, class: schoolClass, iin }, issues };
}

type Wrong = (field: RosterField, code: RosterIssueCode) => null;
type Cell = (field: RosterField) => string;

function readNames(cell: Cell, columns: RosterColumns, wrong: Wrong): NameParts | null {
  if (!columns.includes('familyName')) return readFullName(cell('fullName'), wrong);
  const familyName = readName(cell('familyName'), 'familyName', wrong);
  const givenName = readName(cell('givenName'), 'givenName', wrong);
  const patronymic = cell('patronymic') === '' ? null : readName(cell('patronymic'), 'patronymic', wrong);
  return familyName === null || givenName === null ? null : { familyName, givenName, patronymic };
}

function readFullName(text: string, wrong: Wrong): NameParts | null {
  const checked = readName(text, 'fullName', wrong);
  return checked === null ? null : (splitFullName(checked) ?? wrong('fullName', 'one-word-name'));
}

function readName(text: string, field: RosterField, wrong: Wrong): string | null {
  if (text === '') return wrong(field, 'missing');
  if (text.length > (field === 'fullName' ? 2 * longestName : longestName)) return wrong(field, 'too-long');
  return /\p{L}/u.test(text) && !/\p{N}/u.test(text) ? text : wrong(field, 'not-a-name');
}

/** An empty cell tells nothing; a word nobody knows is wrong. */
function readWord<Value>(text: string, known: (text: string) => Value | null, refuse: () => null): Value | null {
  return text === '' ? null : (known(text) ?? refuse());
}

/** Twelve digits; a spreadsheet's number may have lost the zeros it began with, which its check digit still tells. */
function readIin(text: string, wrong: Wrong): string | null {
  const digits = text.replace(/[ -]/g, '');
  if (digits === '' || /^\d{12}$/.test(digits)) return digits || null;
  const padded = digits.padStart(12, '0');
  return /^\d{9,11}$/.test(digits) && iinProblem(padded, centuryDay(padded)) === null
    ? padded
    : wrong('iin', 'iin-digits');
}

function readBirthDate(text: string, iin: string | null, today: string, wrong: Wrong): string | null {
  if (text === '' && iin === null) return wrong('birthDate', 'missing');
  const day = text === '' ? birthDateOfIin(iin ?? '') : readDay(text);
  if (day === null) return text === '' ? wrong('iin', 'iin-birth-date') : wrong('birthDate', 'date-unreadable');
  return isPupilsBirthDate(day, today) ? day : wrong('birthDate', 'date-out-of-range');
}

function checkIin(iin: string, birthDate: string, sex: RosterPupil['sex'], wrong: Wrong): void {
  const problem = iinProblem(iin, birthDate);
  if (problem !== null) wrong('iin', iinProblem(iin, centuryDay(iin)) === null ? 'iin-birth-date' : 'iin-check');
  else if (sex !== null && sexOfIin(iin) !== null && sexOfIin(iin) !== sex) wrong('iin', 'iin-sex');
}

/** The day an IIN begins with, in whichever century. */
const centuryDay = (iin: string): string => `20${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;

function readClass(text: string, wrong: Wrong): string | null {
  if (text === '') return wrong('class', 'missing');
  return gradeOf(text) === null ? wrong('class', 'class-unreadable') : tidyClassName(text);
}
