// Kept, small and without a formula of its own: every text is written as a text, so nothing is calculated on opening.
import writeExcelFile from 'write-excel-file/node';
import type { Cell } from './csv.ts';

export type Sheet = { name: string; rows: readonly (readonly Cell[])[] };

/** Sheets whose first row is their head; texts stay texts, whatever they begin with. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    data: rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0))),
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
  }));
  return writeExcelFile(written).toBuffer();
}

function cellOf(cell: Cell, isHead: boolean) {
  const style = isHead ? ({ fontWeight: 'bold' } as const) : {};
  if (cell === null) return null;
  return typeof cell === 'number' ? { value: cell, type: Number, ...style } : { value: cell, type: String, ...style };
}

const widthOf = (rows: readonly (readonly Cell[])[], column: number): number =>
  Math.min(40, 2 + Math.max(6, ...rows.slice(0, 200).map((row) => String(row[column] ?? '').length)));
