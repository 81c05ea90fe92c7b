import { list } from './answer-columns.ts';
import type { Notice } from './answer-table.ts';
import { CsvProblem } from './csv-problem.ts';
import { csvRecords } from './csv-records.ts';
import { isMissing } from './missing-cell.ts';

/** Rows of a few named columns, as they stand, with the line each ends on. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** @throws CsvProblem when a column is not there, or stands there twice */
export async function textColumns(
  input: AsyncIterable<Buffer | string>,
  wanted: readonly string[],
  notice: Notice,
): Promise<TextRow[]> {
  const records = csvRecords(input);
  const header: readonly string[] = (await records.next()).value?.cells ?? [];
  const names = header.map((name) => name.trim());
  const absent = wanted.filter((name) => !names.includes(name));
  if (absent.length > 0) throw new CsvProblem(`line 1: no column ${list(absent)}; found ${list(names)}`);
  const twice = wanted.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0) throw new CsvProblem(`line 1: column ${list(twice)} stands there twice`);
  const others = names.filter((name) => !wanted.includes(name));
  if (others.length > 0) notice(`columns passed over: ${list(others)}`);
  const places = wanted.map((name) => names.indexOf(name));
  const rows: TextRow[] = [];
  for await (const { line, cells } of records) rows.push({ line, cells: places.map((at) => (cells[at] ?? '').trim()) });
  return rows;
}

/** A number in a cell, also with a decimal comma; null for blank, NaN for anything else. */
export function numberIn(cell: string): number | null {
  if (isMissing(cell)) return null;
  return /^[+-]?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
}
