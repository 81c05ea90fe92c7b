import type { ImportPreview } from '../../../server/contract/roster.schema.ts';
import type { Field } from './field-words.ts';

const names: readonly Field[] = ['fullName', 'familyName', 'givenName', 'patronymic'];

/** A row as one reads it: the name, and everything else that is taken, as the file writes it. */
export function rowSummary(
  columns: ImportPreview['columns'],
  cells: readonly string[],
): { name: string; rest: string } {
  const textOf = (field: Field): string => {
    const column = columns.findIndex((each) => each.field === field);
    return column === -1 ? '' : (cells[column] ?? '').trim();
  };
  const others = columns.flatMap(({ field }) => (field === null || names.includes(field) ? [] : [textOf(field)]));
  const filled = (texts: readonly string[]) => texts.filter((text) => text !== '');
  return { name: filled(names.map(textOf)).join(' ') || '—', rest: filled(others).join(' · ') };
}
