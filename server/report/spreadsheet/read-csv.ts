import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { limits, type Table, type TableRow, UnreadableTable } from './table.ts';

type Parsed = { record: string[]; info: { lines: number } };

/**
 * Reads delimiter-separated text of any of the usual programs: comma, semicolon or tab, quoted or not, cells with line breaks.
 * Throws `UnreadableTable` where it is binary, empty or has too many rows.
 */
export function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decodeText(bytes);
  if (text.includes('\u0000')) throw new UnreadableTable('not-a-table');
  const rows = records(text).map(({ record, info }): TableRow => {
    const breaks = record.reduce((total, cell) => total + (cell.match(/\n/g)?.length ?? 0), 0);
    return {
      line: info.lines - breaks,
      cells: record.slice(0, limits.columns).map((cell) => cell.slice(0, limits.characters)),
    };
  });
  return { format: 'csv', encoding, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

function records(text: string): Parsed[] {
  const options = {
    bom: true,
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    info: true,
  } as const;
  try {
    const parsed: unknown = parse(text, { ...options, to: limits.rows + 50 });
    return parsed as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable('damaged');
    throw error;
  }
}

/** The sign that parts most of the first lines into cells; the heading row decides, for it has a word in each. */
export function delimiterOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .split(/\r?\n/, 12)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const most = (sign: string): number => Math.max(0, ...head.map((line) => line.split(sign).length));
  return [';', '\t', ','].reduce((best, sign) => (most(sign) > most(best) ? sign : best), ',');
}
