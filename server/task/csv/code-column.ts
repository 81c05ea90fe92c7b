import { wholeAnswer } from './whole-answer.ts';

/** One column of answers as it grows, two bytes a row. */
export interface CodeColumn {
  put(cell: string, row: number): void;
  /** The answer of a row, NaN where it is missing. */
  at(row: number): number;
  /** Cells that are no answers. */
  bad(): readonly { readonly row: number; readonly cell: string }[];
  /** Why this is no column of answers at all; null when it is one. */
  refusal(): string | null;
  /** What a cell may hold, in words. */
  expected(): string;
}

const MISSING = -32_768;

/** More different whole numbers than any rating format has: an age, a year, a number of something. */
const MOST_ANSWERS = 30;

/**
 * @param asked whether somebody named this column as an item: then it is one whatever it holds
 * @param points the answers allowed, where known
 */
export function codeColumn(asked: boolean, points?: readonly number[]): CodeColumn {
  let codes = new Int16Array(1024);
  let [answered, wrong] = [0, 0];
  const seen = new Set<number>();
  const bad: { row: number; cell: string }[] = [];
  const allowed = points === undefined ? null : new Set(points);
  return {
    put(cell, row) {
      if (row >= codes.length) codes = grown(codes);
      const value = wholeAnswer(cell);
      codes[row] = MISSING;
      if (value === null) return;
      if (Number.isNaN(value) || (allowed !== null && !allowed.has(value))) {
        wrong++;
        bad.push({ row, cell: cell.trim() });
        return;
      }
      answered++;
      codes[row] = value;
      if (seen.size <= MOST_ANSWERS) seen.add(value);
    },
    at(row) {
      const code = codes[row] ?? MISSING;
      return code === MISSING ? Number.NaN : code;
    },
    bad: () => bad,
    refusal() {
      if (asked) return null;
      if (wrong > answered) return 'no whole numbers';
      return seen.size > MOST_ANSWERS ? `more than ${MOST_ANSWERS} different numbers` : null;
    },
    expected: () => (points === undefined ? 'a whole number or blank' : `${points.join(', ')} or blank`),
  };
}

function grown(codes: Int16Array<ArrayBuffer>): Int16Array<ArrayBuffer> {
  const larger = new Int16Array(2 * codes.length);
  larger.set(codes);
  return larger;
}
