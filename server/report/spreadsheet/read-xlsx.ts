import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { limits, type Table, UnreadableTable } from './table.ts';

/** Reads the first sheet of a workbook whose files were unpacked within bounds. Formulas are not calculated: what was last shown counts. */
export async function readXlsx(files: Record<string, Uint8Array>): Promise<Table> {
  // Packed again, so that the reader sees only what was unpacked within bounds.
  const rows = await readSheet(Buffer.from(zipSync(files, { level: 0 })), 1, {
    trim: false,
    parseNumber: asWritten,
  }).catch(() => {
    throw new UnreadableTable('damaged');
  });
  const table = rows
    .slice(0, limits.rows + 50)
    .map((cells, index) => ({ line: index + 1, cells: cells.slice(0, limits.columns).map(asText) }));
  return {
    format: 'xlsx',
    encoding: null,
    rows: table.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** A number as the file has it; `9.91231e+11` only where a program wrote it so. */
const asWritten = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? text : String(Number(text)));

/** Days are midnight in UTC; everything else is its text. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.slice(0, limits.characters);
}
