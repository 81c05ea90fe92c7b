import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ResponseMatrix, responseMatrix } from '../../scoring/math/response-matrix.ts';

/** The shelf of reference data stands beside the project, not in it. */
const SHARED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared');

export const shelfIsThere = existsSync(join(SHARED, 'oracles', 'ref'));

export const shelfIsAbsent = 'skipped: ../shared/oracles is not there';

// biome-ignore lint/suspicious/noExplicitAny: a parser; each caller knows the file it reads
export const reference = (name: string): any => JSON.parse(readFileSync(join(SHARED, 'oracles', 'ref', name), 'utf8'));

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const unquoted = (cell: string): string | null => {
  const text = cell.trim().replace(/^"(.*)"$/, '$1');
  return text === '' ? null : text;
};

/** Reads a CSV of the shelf; an empty cell is null. No cell of these files holds a comma. */
export function table(...path: readonly string[]): Table {
  const lines = readFileSync(join(SHARED, ...path), 'utf8')
    .trim()
    .split(/\r?\n/);
  const [head = '', ...body] = lines;
  return { columns: head.split(',').map((c) => unquoted(c) ?? ''), rows: body.map((l) => l.split(',').map(unquoted)) };
}

/** The named columns as numbers, blank as missing. */
export function responses({ columns, rows }: Table, items: readonly string[]): ResponseMatrix {
  const places = items.map((item) => columns.indexOf(item));
  if (places.includes(-1)) throw new RangeError(`no column for one of ${items.join(', ')}`);
  return responseMatrix(rows.map((row) => places.map((p) => (row[p] === null ? null : Number(row[p])))));
}
