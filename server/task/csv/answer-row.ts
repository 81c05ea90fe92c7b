import type { Plan } from '../../../scoring/index.ts';
import type { AnswerColumns } from './answer-columns.ts';
import type { CsvRecord } from './csv-records.ts';
import { wholeAnswer } from './whole-answer.ts';

/** One thing wrong in a row. */
export interface BadCell {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

const NONE: readonly BadCell[] = [];

/**
 * Reads the answers of a row into `values` (order of `plan.itemIds`, NaN for a missing one).
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
  const digits = allowedDigits(plan);
  for (let index = 0; index < values.length; index++) {
    const column = columns.item[index] ?? -1;
    const cell = column < 0 ? '' : (cells[column] ?? '');
    // Nearly every cell is one digit, and an allowed one.
    const digit = cell.length === 1 ? cell.charCodeAt(0) - 48 : -1;
    if (digit >= 0 && ((digits[index] ?? 0) >> digit) & 1 && digit <= 9) {
      values[index] = digit;
      continue;
    }
    const points = plan.points[index] ?? [];
    const value = wholeAnswer(cell);
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

const digitsOf = new WeakMap<Plan, Int32Array>();

/** For each item the digits that are among its points, as bits. */
function allowedDigits(plan: Plan): Int32Array {
  const known = digitsOf.get(plan);
  if (known !== undefined) return known;
  const bits = (points: readonly number[]): number =>
    points.reduce((sum, point) => (point >= 0 && point <= 9 ? sum | (1 << point) : sum), 0);
  const made = Int32Array.from(plan.points, bits);
  digitsOf.set(plan, made);
  return made;
}
