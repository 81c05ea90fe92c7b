const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** What statistics programs write into a cell that is missing. */
const ABSENT = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL']);

/**
 * The answer in a cell: a whole number, also as «4.0» or «4,0» (tables with blanks often come so from statistics
 * programs); null where nothing was answered; NaN for anything else.
 */
export function wholeAnswer(cell: string): number | null {
  if (cell.length === 1) {
    const digit = DIGITS.indexOf(cell);
    if (digit >= 0) return digit;
  }
  const text = cell.trim();
  if (ABSENT.has(text)) return null;
  return /^[+-]?\d{1,4}([.,]0*)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
}
