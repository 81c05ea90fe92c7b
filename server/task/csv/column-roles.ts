import { list } from './answer-columns.ts';
import { CsvProblem } from './csv-problem.ts';

/** What is asked of a table of responses. Without `items` every column of whole numbers is an item. */
export interface TableRequest {
  /** Names of items, or patterns with «*»: `N*`, `Q1,Q2`. */
  readonly items?: readonly string[];
  readonly exclude?: readonly string[];
  /** Columns kept as text beside the answers: a group, a wave, an age. */
  readonly keep?: readonly string[];
  /** Which answers each item allows, where that is known. */
  readonly points?: ReadonlyMap<string, readonly number[]>;
  /** Whether items may have no column (an instrument's), or not (names that somebody typed). */
  readonly absentItems?: boolean;
}

/** What each column is: `asked` items were named, `candidate` ones are items if their cells are whole numbers. */
export type Role = 'asked' | 'candidate' | 'kept' | 'id' | 'time' | 'other';

export interface ColumnRoles {
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  /** Column of the person's id, −1 without one. */
  readonly id: number;
  readonly absent: readonly string[];
}

const ID =
  /^(id|rows?|row\.?names|person|subject|respondent|participant|pid|case|case ?no|expert|judge|rater|.+[_. -]id|person ?id)$/i;
/** Says something of the person: no item, unless it is asked for by its name. */
const PERSON = /^(age|sex|gender|grade|class|year|birth ?year|school|region|language|locality|device|group|wave)$/i;
const TIME = /^(.+)[._](ms|rt|time)$/i;

/** The item whose response times a column holds; null where it holds none. */
export const timedItem = (name: string): string | null => TIME.exec(name)?.[1] ?? null;

const matcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, (c) => (c === '*' ? '.*' : `\\${c}`))}$`);

/**
 * Says what each column of a header is.
 * @throws CsvProblem without a header, when a name that matters stands there twice, or an asked column is not there
 */
export function columnRoles(header: readonly string[] | undefined, request: TableRequest): ColumnRoles {
  if (header === undefined) throw new CsvProblem('the file is empty; expected a first line of column names');
  const names = header.map((name) => name.trim());
  refuseTwice(names);
  const asked = request.items?.map(matcher) ?? [];
  const excluded = request.exclude?.map(matcher) ?? [];
  const keep = request.keep ?? [];
  mustBeThere(names, keep, 'column');
  mustBeThere(names, request.absentItems === true ? [] : exactOnly(request.items), 'item');
  const roleOf = (name: string): Role => {
    if (keep.includes(name)) return 'kept';
    if (excluded.some((pattern) => pattern.test(name))) return 'other';
    if (asked.some((pattern) => pattern.test(name))) return 'asked';
    const timed = timedItem(name);
    if (timed !== null && names.includes(timed)) return 'time';
    if (ID.test(name)) return 'id';
    return name === '' || request.items !== undefined || PERSON.test(name) ? 'other' : 'candidate';
  };
  const roles = names.map(roleOf);
  if (!roles.some((role) => role === 'asked' || role === 'candidate')) {
    const wanted = request.items === undefined ? '' : `; expected ${list(request.items)}`;
    throw new CsvProblem(`line 1: no column is named after an item; found ${list(names)}${wanted}`);
  }
  return { names, roles, id: idColumn(names, roles, keep), absent: absentOf(names, request) };
}

function idColumn(names: readonly string[], roles: readonly Role[], keep: readonly string[]): number {
  const exact = names.findIndex(
    (name, at) => name.toLowerCase() === 'id' && (roles[at] === 'id' || keep.includes(name)),
  );
  return exact >= 0 ? exact : roles.indexOf('id');
}

const exactOnly = (items: readonly string[] | undefined): string[] =>
  (items ?? []).filter((name) => !name.includes('*'));

const absentOf = (names: readonly string[], { items }: TableRequest): string[] =>
  exactOnly(items).filter((item) => !names.includes(item));

function refuseTwice(names: readonly string[]): void {
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice.length > 0) throw new CsvProblem(`line 1: column ${list([...new Set(twice)])} stands there twice`);
}

function mustBeThere(names: readonly string[], wanted: readonly string[], what: string): void {
  const absent = wanted.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new CsvProblem(`line 1: no ${what} ${list(absent)}; found ${list(names)}`);
}
