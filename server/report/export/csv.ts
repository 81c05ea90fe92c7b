export type Cell = string | number | null;

/** What stands between cells, and the decimal sign that goes with it. */
export const separators = { comma: [',', '.'], semicolon: [';', ','], tab: ['\t', '.'] } as const;
export type Separator = keyof typeof separators;

/** Tells a spreadsheet that the letters are UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * One line of RFC 4180. A text a spreadsheet would run as a formula gets an apostrophe before it, which our own import takes
 * off again; numbers are written in full and never neutralised.
 */
export function csvLine(cells: readonly Cell[], separator: Separator): string {
  const [between, point] = separators[separator];
  return `${cells.map((cell) => csvCell(cell, between, point)).join(between)}\r\n`;
}

function csvCell(cell: Cell, between: string, point: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', point);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /["\r\n\t]/.test(harmless) || harmless.includes(between) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
