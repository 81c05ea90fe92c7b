import { isMissing } from './missing-cell.ts';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * The answer in a cell: a whole number, also as «4.0» or «4,0» (tables with blanks often come so from statistics
 * programs); null where nothing was answered; NaN for anything else.
 */
export function wholeAnswer(cell: string): number | null {
  if (cell.length === 1) {
    const digit = DIGITS.indexOf(cell);
    if (digit >= 0) return digit;
  }
  if (isMissing(cell)) return null;
  const text = cell.trim();
  return /^[+-]?\d{1,4}([.,]0*)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
}
