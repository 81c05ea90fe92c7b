import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { languages } from '../../domain/language.ts';
import { reviewColumns, type SheetCell, type TextSheet, textColumns } from '../../domain/texts/read-sheet.ts';
import { type TextSource, textRows } from '../../domain/texts/text-source.ts';
import { openZip } from './open-zip.ts';

const bold = { fontWeight: 'bold' as const };
const wrapped = { wrap: true, alignVertical: 'top' as const };

/** Two sheets: «texts», a row for each phrase, and «review», who adjudicated which language and when. */
export async function writeTextWorkbook(sources: readonly TextSource[]): Promise<Buffer> {
  const rows = sources.flatMap(textRows);
  const cell = (value: string) => ({ value, type: String, ...wrapped });
  const head = (names: readonly string[]) => names.map((value) => ({ value, ...bold }));
  const widths = [24, 30, 8, 60, 60, 60, 12, 16, 14];
  return writeExcelFile([
    {
      sheet: 'texts',
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [
        head(textColumns),
        ...rows.map(({ instrument, id, source, kk, ru, en, missing, changedSince, key }) =>
          [instrument, id, source, kk, ru, en, missing, changedSince, key].map(cell),
        ),
      ],
    },
    {
      sheet: 'review',
      stickyRowsCount: 1,
      columns: [24, 10, 14, 28, 14, 28, 14].map((width) => ({ width })),
      data: [head(reviewColumns), ...sources.flatMap(reviewRows).map((row) => row.map(cell))],
    },
  ]).toBuffer();
}

const reviewRows = ({ instrument, texts }: TextSource): string[][] =>
  languages.map((language) => {
    const { status, reviewedBy } = texts[language];
    const [one, two] = reviewedBy.filter(({ role }) => role === 'adjudicator');
    return [instrument, language, status, one?.name ?? '', one?.date ?? '', two?.name ?? '', two?.date ?? ''];
  });

/** Reads both sheets, unpacked within bounds. @throws UnreadableTable; Error where it is no workbook */
export async function readTextWorkbook(bytes: Uint8Array): Promise<TextSheet> {
  const book = Buffer.from(zipSync(openZip(bytes), { level: 0 }));
  const sheet = async (name: string): Promise<SheetCell[]> =>
    (await readSheet(book, name, { trim: false })).map((cells, index) => ({
      line: index + 1,
      cells: cells.map(asText),
    }));
  const filled = (rows: readonly SheetCell[]) => rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { texts: filled(await sheet('texts')), review: filled(await sheet('review')) };
}

const asText = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
