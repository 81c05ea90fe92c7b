import { type Comparison, largestDifference } from './comparison.ts';

export const cell = (text: string): string => text.replaceAll('|', '\\|');

export const small = (x: number): string => (x === 0 ? '0' : x.toExponential(1));

/** One comparison as a row of docs/METHODS.md. */
export function summaryRow(comparison: Comparison): string {
  const { statistic, formula, source, oracle, tolerance, pairs } = comparison;
  const largest = largestDifference(comparison);
  const verdict = largest <= tolerance ? '' : ' **outside**';
  const cells = [statistic, formula, source, oracle, String(pairs.length), small(largest) + verdict, String(tolerance)];
  return `| ${cells.map(cell).join(' | ')} |`;
}
