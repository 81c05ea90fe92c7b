import { currentLanguage } from '../../i18n/locale.ts';
import { csvText } from '../ui/csv.ts';
import { download } from '../ui/download.ts';
import { type Field, fieldWords } from './field-words.ts';

const columns: readonly Field[] = [
  'ownId',
  'familyName',
  'givenName',
  'patronymic',
  'birthDate',
  'sex',
  'class',
  'language',
  'iin',
];

/** An empty list with the headings that are recognised, in the reader's language; opens in any spreadsheet. */
export function saveTemplate(name: string): void {
  const rows = [columns.map((field) => fieldWords[field]())];
  download(name, new Blob([csvText(rows, currentLanguage())], { type: 'text/csv;charset=utf-8' }));
}
