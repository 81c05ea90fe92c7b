export type Cell = string | number | null;

/** A plain table for a terminal: the first column to the left, numbers to the right, «–» where nothing is defined. */
export function textTable(header: readonly string[], rows: readonly (readonly Cell[])[], digits = 4): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => shown(cell, digits)))];
  const widths = header.map((_, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${cells.map(line).join('\n')}\n`;
}

export function shown(cell: Cell | undefined, digits = 4): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(digits);
}

export const writeJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
