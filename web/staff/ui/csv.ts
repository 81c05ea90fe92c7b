import type { Language } from '../../i18n/language.ts';

export type CsvCell = string | number | null;

/** What a spreadsheet set to a language expects: where the comma belongs to the number, a semicolon stands between cells. */
const marks: Readonly<Record<Language, { between: string; point: string }>> = {
  kk: { between: ';', point: ',' },
  ru: { between: ';', point: ',' },
  en: { between: ',', point: '.' },
};

/**
 * A table as CSV (RFC 4180, CRLF) with a byte-order mark, so that a spreadsheet reads its letters. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it; numbers are written in full and never neutralised.
 */
export function csvText(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const lines = rows.map((row) => row.map((cell) => csvCell(cell, language)).join(marks[language].between));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: CsvCell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', marks[language].point);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
