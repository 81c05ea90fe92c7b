import type { Plan } from '../../../scoring/index.ts';
import { type AnswerColumns, answerColumns, list } from './answer-columns.ts';
import { type BadCell, readAnswers } from './answer-row.ts';
import { csvRecords } from './csv-records.ts';
import { repeatedIds } from './seen-ids.ts';

/** Where lines meant for the person at the terminal go (standard error), so that the output stays a clean table. */
export type Notice = (line: string) => void;

/** How a table went: rows used, rows left out, and the exit code of the command (2 when a row was left out). */
export interface TableOutcome {
  readonly rows: number;
  readonly bad: number;
  readonly exitCode: 0 | 2;
}

/** More lines than this about single cells help nobody; the count at the end is always right. */
const MOST_CELLS_NAMED = 1000;

/**
 * Goes through a table of answers row by row. `take` gets each good row's answers (a buffer that is used again for the
 * next row) and its id: the `id` cell, or the number of the row where there is no such column. Bad rows are named by line
 * and column, and left out; rows whose id stood there before are named, and taken.
 * @throws CsvProblem when the table as a whole cannot be read
 */
export async function readAnswerTable(
  input: AsyncIterable<Buffer | string>,
  { plan, notice }: { plan: Plan; notice: Notice },
  take: (values: Float64Array, id: string) => void | Promise<void>,
): Promise<TableOutcome> {
  const records = csvRecords(input);
  const columns = answerColumns((await records.next()).value?.cells, plan.itemIds);
  nameColumns(columns, notice);
  const values = new Float64Array(plan.itemIds.length);
  const named = cellNamer(notice);
  const ids = columns.id < 0 ? null : repeatedIds(notice);
  let [number, bad] = [0, 0];
  for await (const record of records) {
    number++;
    const wrong = readAnswers(plan, columns, record, values);
    const id = columns.id < 0 ? String(number) : (record.cells[columns.id] ?? '');
    // Waiting costs a turn of the event loop: only when the taker is really busy.
    const busy = wrong.length === 0 ? take(values, id) : undefined;
    if (busy !== undefined) await busy;
    if (wrong.length > 0) bad++;
    else ids?.take(id, record.line);
    for (const cell of wrong) named(cell);
  }
  ids?.end();
  notice(`${number - bad} rows taken${bad > 0 ? `, ${bad} left out` : ''}`);
  return { rows: number - bad, bad, exitCode: bad > 0 ? 2 : 0 };
}

function nameColumns({ others, absent }: AnswerColumns, notice: Notice): void {
  if (others.length > 0) notice(`columns passed over: ${list(others)}`);
  if (absent.length > 0) notice(`items without a column, counted as not answered: ${list(absent)}`);
}

function cellNamer(notice: Notice): (cell: BadCell) => void {
  let told = 0;
  return ({ line, column, found, expected }) => {
    told++;
    if (told <= MOST_CELLS_NAMED) notice(`line ${line}, column ${column}: found ${found}, expected ${expected}`);
    if (told === MOST_CELLS_NAMED) notice('further wrong cells are counted, not named');
  };
}
