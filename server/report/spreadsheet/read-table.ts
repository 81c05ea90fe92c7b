import { isZip, openZip } from './open-zip.ts';
import { readCsv } from './read-csv.ts';
import { isOneRoster, readOneRoster } from './read-one-roster.ts';
import { readXlsx } from './read-xlsx.ts';
import { limits, type Table, UnreadableTable } from './table.ts';

/**
 * Reads a class list, whatever it is: CSV, XLSX or a OneRoster CSV package. What the file says of itself counts, not its name.
 * `school` is needed only for a package of several schools. Throws `UnreadableTable`.
 */
export async function readTable(bytes: Uint8Array, school: string | null): Promise<Table> {
  if (isOldExcel(bytes)) throw new UnreadableTable('old-excel');
  const table = isZip(bytes) ? await fromZip(bytes, school) : readCsv(bytes);
  if (table.rows.length === 0) throw new UnreadableTable('empty');
  if (table.rows.length > limits.rows + 20) throw new UnreadableTable('too-many-rows');
  return table;
}

async function fromZip(bytes: Uint8Array, school: string | null): Promise<Table> {
  const files = openZip(bytes, (name) => /\.(csv|xml|rels)$/i.test(name));
  const names = Object.keys(files);
  if (isOneRoster(names)) return readOneRoster(files, school);
  if (names.includes('xl/workbook.xml')) return readXlsx(files);
  throw new UnreadableTable('not-a-table');
}

/** The compound file of .xls before 2007. */
const isOldExcel = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
