import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';
import { list } from './answer-columns.ts';
import type { Notice, TableOutcome } from './answer-table.ts';
import { type CodeColumn, codeColumn } from './code-column.ts';
import { type ColumnRoles, columnRoles, type TableRequest, timedItem } from './column-roles.ts';
import { CsvProblem } from './csv-problem.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { isMissing } from './missing-cell.ts';

/** Answers of persons to items, as a CSV gave them, rows with a bad cell left out. */
export interface ResponseTable {
  readonly items: readonly string[];
  readonly matrix: ResponseMatrix;
  /** For each kept row its number in the file, the first row under the header being 1. */
  readonly rowNumbers: readonly number[];
  /** Rows of the file, those left out included. */
  readonly totalRows: number;
  /** The id of each kept row: its cell, or the number of the row. */
  readonly ids: readonly string[];
  /** The kept columns, one cell per kept row. */
  readonly text: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds per kept row, for the items that have a column of times; NaN where there is none. */
  readonly times: ReadonlyMap<string, Float64Array>;
  readonly outcome: TableOutcome;
}

/** More lines than this about single cells help nobody; the count at the end is always right. */
const MOST_CELLS_NAMED = 1000;

interface Gathered {
  readonly columns: ColumnRoles;
  readonly codes: readonly (CodeColumn | null)[];
  readonly text: readonly (string[] | null)[];
  readonly lines: number[];
  /** Rows that have more or fewer cells than the header. */
  readonly torn: Map<number, number>;
}

/**
 * Reads any CSV of responses: columns are items, a blank cell (or NA) is a missing answer. Columns that hold no answers are
 * passed over and named once; bad cells are named by line and column, and their rows are left out.
 * @throws CsvProblem when the table as a whole cannot be read
 */
export async function readResponses(
  input: AsyncIterable<Buffer | string>,
  request: TableRequest,
  notice: Notice,
): Promise<ResponseTable> {
  const records = csvRecords(input);
  const columns = columnRoles((await records.next()).value?.cells, request);
  const gathered = gatherer(columns, request);
  for await (const record of records) take(gathered, record);
  return assemble(gathered, request, notice);
}

function gatherer(columns: ColumnRoles, { points }: TableRequest): Gathered {
  const { roles, names, id } = columns;
  return {
    columns,
    codes: roles.map((role, at) =>
      role === 'asked' || role === 'candidate' ? codeColumn(role === 'asked', points?.get(names[at] ?? '')) : null,
    ),
    text: roles.map((role, at) => (role === 'kept' || role === 'time' || at === id ? [] : null)),
    lines: [],
    torn: new Map(),
  };
}

function take({ columns, codes, text, lines, torn }: Gathered, { line, cells }: CsvRecord): void {
  const row = lines.push(line) - 1;
  const width = columns.names.length;
  // Spreadsheets pad rows with empty cells beyond the header; anything else has slipped out of its column.
  const whole =
    cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''));
  if (!whole) torn.set(row, cells.length);
  for (let at = 0; at < width; at++) {
    const cell = whole ? (cells[at] ?? '') : '';
    codes[at]?.put(cell, row);
    text[at]?.push(at !== columns.id && isMissing(cell) ? '' : cell.trim());
  }
}

function assemble(gathered: Gathered, request: TableRequest, notice: Notice): ResponseTable {
  const { columns, codes, text, lines } = gathered;
  const { names, absent } = columns;
  const used = codes.flatMap((code, at) => (code !== null && code.refusal() === null ? [at] : []));
  if (used.length === 0) throw new CsvProblem('no column holds answers: whole numbers, blank where missing');
  nameColumns(gathered, request, notice);
  const bad = nameCells(gathered, used, notice);
  const kept = lines.flatMap((_, row) => (bad.has(row) ? [] : [row]));
  const items = [...used.map((at) => names[at] ?? ''), ...(request.absentItems === true ? absent : [])];
  const wanted = request.absentItems === true ? (request.items ?? items) : items;
  notice(`${kept.length} rows taken${bad.size > 0 ? `, ${bad.size} left out` : ''}`);
  const pick = (at: number): string[] => kept.map((row) => text[at]?.[row] ?? '');
  const timed = columns.roles.flatMap((role, at) => (role === 'time' ? [at] : []));
  return {
    items: wanted,
    matrix: matrixOf(
      wanted.map((item) => codes[names.indexOf(item)] ?? null),
      kept,
    ),
    rowNumbers: kept.map((row) => row + 1),
    totalRows: lines.length,
    ids: columns.id < 0 ? kept.map((row) => String(row + 1)) : pick(columns.id),
    text: new Map((request.keep ?? []).map((name) => [name, pick(names.indexOf(name))])),
    times: new Map(timed.map((at) => [timedItem(names[at] ?? '') ?? '', Float64Array.from(pick(at), milliseconds)])),
    outcome: { rows: kept.length, bad: bad.size, exitCode: bad.size > 0 ? 2 : 0 },
  };
}

const milliseconds = (cell: string): number =>
  /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;

function matrixOf(columns: readonly (CodeColumn | null)[], kept: readonly number[]): ResponseMatrix {
  const k = columns.length;
  const values = new Float64Array(kept.length * k).fill(Number.NaN);
  for (const [j, column] of columns.entries()) {
    if (column !== null) for (const [i, row] of kept.entries()) values[i * k + j] = column.at(row);
  }
  return { n: kept.length, k, values };
}

function nameColumns({ columns, codes }: Gathered, request: TableRequest, notice: Notice): void {
  const { names, roles, absent } = columns;
  const over = names.flatMap((name, at) => {
    const refusal = codes[at]?.refusal() ?? null;
    if (refusal !== null) return [`${name} (${refusal})`];
    return roles[at] === 'other' || roles[at] === 'id' ? [name] : [];
  });
  if (over.length > 0) notice(`columns passed over: ${list(over)}`);
  if (absent.length > 0 && request.absentItems === true) {
    notice(`items without a column, counted as not answered: ${list(absent)}`);
  }
}

/** Names the bad cells in the order of the file. @returns the rows that are left out */
function nameCells({ columns, codes, lines, torn }: Gathered, used: readonly number[], notice: Notice): Set<number> {
  const width = columns.names.length;
  const found = [...torn].map(([row, cells]) => ({
    row,
    text: `column (all): found ${cells} cells, expected ${width} cells, as in the header`,
  }));
  for (const at of used) {
    for (const { row, cell } of codes[at]?.bad() ?? []) {
      const expected = codes[at]?.expected() ?? '';
      found.push({ row, text: `column ${columns.names[at] ?? ''}: found «${cell}», expected ${expected}` });
    }
  }
  found.sort((a, b) => a.row - b.row);
  for (const { row, text } of found.slice(0, MOST_CELLS_NAMED)) notice(`line ${lines[row] ?? 0}, ${text}`);
  if (found.length > MOST_CELLS_NAMED) notice('further wrong cells are counted, not named');
  return new Set(found.map(({ row }) => row));
}
