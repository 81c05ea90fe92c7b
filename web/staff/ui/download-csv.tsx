import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { type CsvCell, csvText } from './csv.ts';
import { download } from './download.ts';

/** The table beside it as a file. */
export function DownloadCsv({
  name,
  rows,
  label = m.download_csv(),
}: {
  name: string;
  rows: () => readonly (readonly CsvCell[])[];
  label?: string;
}) {
  const save = () => download(name, new Blob([csvText(rows(), currentLanguage())], { type: 'text/csv;charset=utf-8' }));
  return (
    <button type="button" class="link no-print" onClick={save}>
      {label}
    </button>
  );
}
