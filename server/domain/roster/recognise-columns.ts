import { columnNames } from './column-names.ts';
import { type RosterColumns, type RosterField, rosterFields } from './field.ts';

/** A heading as it is compared: «№ личного дела (новый)» → «личногоделановый». */
const bare = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

const known = new Map(rosterFields.flatMap((field) => columnNames[field].map((name) => [bare(name), field] as const)));

/** The field each heading stands for; of two that stand for the same the first counts. */
export function recogniseColumns(headings: readonly string[]): RosterColumns {
  const taken = new Set<RosterField>();
  return headings.map((heading) => {
    const field = known.get(bare(heading.replace(/\(.*\)/, ''))) ?? known.get(bare(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Titles may stand above the headings; they are looked for in this many rows. */
const farthest = 12;

/** The row of the headings: of the first rows the one with the most known ones; null where none has two. */
export function findHeadings(rows: readonly (readonly string[])[]): number | null {
  const counts = rows.slice(0, farthest).map((row) => recogniseColumns(row).filter((field) => field !== null).length);
  const most = Math.max(0, ...counts);
  return most < 2 ? null : counts.indexOf(most);
}

/** Fields without which no pupil can be told from another. `class` may come with the file instead. */
export function missingFields(columns: RosterColumns): RosterField[] {
  const has = (field: RosterField): boolean => columns.includes(field);
  const named = has('fullName') || (has('familyName') && has('givenName'));
  const missing: RosterField[] = [];
  if (!named) missing.push(has('familyName') ? 'givenName' : has('givenName') ? 'familyName' : 'fullName');
  if (!has('birthDate') && !has('iin')) missing.push('birthDate');
  return missing;
}
