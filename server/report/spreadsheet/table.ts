/** A file of rows as text, before anyone says what they mean. */
export type Table = {
  format: 'csv' | 'xlsx' | 'oneroster';
  /** How a text file was written; null where the format says it itself. */
  encoding: 'utf-8' | 'utf-16' | 'windows-1251' | null;
  rows: readonly TableRow[];
};

/** Cells and the number a person sees beside them: the line of a text file, the row of a sheet. */
export type TableRow = { line: number; cells: readonly string[] };

/** Why a file could not be read; the words are the page's. */
export type TableRefusal =
  | 'empty'
  | 'not-a-table'
  | 'too-many-rows'
  | 'damaged'
  | 'old-excel'
  | 'several-schools'
  | 'oneroster-incomplete';

/** Thrown by readers of files. */
export class UnreadableTable extends Error {
  readonly why: TableRefusal;
  constructor(why: TableRefusal) {
    super(why);
    this.why = why;
  }
}

/** Rows a file may have, columns and characters of a cell that are kept. */
export const limits = { rows: 5000, columns: 60, characters: 400 } as const;
