import type { Plan } from '../../../scoring/index.ts';
import type { AnswerColumns } from './answer-columns.ts';
import type { CsvRecord } from './csv-records.ts';

/** One thing wrong in a row. */
export interface BadCell {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

const NONE: readonly BadCell[] = [];

/**
 * Reads the answers of a row into `values` (order of `plan.itemIds`, NaN for a blank cell).
 * @returns what is wrong; the values of a row with anything wrong are not to be used
 */
export function readAnswers(
  plan: Plan,
  columns: AnswerColumns,
  row: CsvRecord,
  values: Float64Array,
): readonly BadCell[] {
  const { line, cells } = row;
  if (!hasAllCells(columns, cells)) {
    const [found, expected] = [`${cells.length} cells`, `${columns.names.length} cells, as in the header`];
    return [{ line, column: '(all)', found, expected }];
  }
  let bad: BadCell[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const column = columns.item[index] ?? -1;
    const cell = column < 0 ? '' : (cells[column] ?? '');
    const points = plan.points[index] ?? [];
    const value = answerOf(cell);
    values[index] = value ?? Number.NaN;
    if (value === null || points.includes(value)) continue;
    bad ??= [];
    bad.push({
      line,
      column: columns.names[column] ?? '',
      found: `«${cell}»`,
      expected: `${points.join(', ')} or blank`,
    });
  }
  return bad ?? NONE;
}

/** Spreadsheets pad rows with empty cells beyond the header; anything else beyond it has slipped out of its column. */
function hasAllCells({ names }: AnswerColumns, cells: readonly string[]): boolean {
  return cells.length === names.length || (cells.length > names.length && cells.slice(names.length).every(isBlank));
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A whole number, also as «4.0» (tables with blanks often come so from statistics programs); null for blank, else NaN. */
function answerOf(cell: string): number | null {
  if (cell.length === 1) {
    const digit = DIGITS.indexOf(cell);
    if (digit >= 0) return digit;
  }
  const text = cell.trim();
  if (text === '') return null;
  return /^\d{1,3}([.,]0*)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
}
