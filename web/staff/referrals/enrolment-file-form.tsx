import { useState } from 'preact/hooks';
import type { FileOutcome } from '../../../server/contract/file-outcome.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { readBase64 } from '../alliance/read-base64.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Enrolments and the national test from a table, by the letters' numbers. */
export function EnrolmentFileForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { api } = useStaff();
  const { failure, run } = useSend();
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const choose = (files: FileList | null) =>
    run(async () => {
      const file = files?.[0];
      if (file === undefined) return;
      setOutcome(await api.send<FileOutcome>('POST', '/api/referrals/enrolments', { content: await readBase64(file) }));
      onDone();
    });
  return (
    <Dialog title={m.rf_upload()} onClose={onClose}>
      <div class="stack">
        <p>{m.rf_upload_lead()}</p>
        <div>
          <DownloadCsv
            name="ustaz-enrolments-template.csv"
            label={m.al_file_template()}
            rows={() => [[m.rf_col_number(), m.rf_col_unt(), m.rf_col_enrolled()]]}
          />
        </div>
        {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
        <label class="field">
          <span class="label">{m.al_file_choose()}</span>
          <input
            class="input"
            type="file"
            accept=".csv,.xlsx"
            onChange={({ currentTarget }) => void choose(currentTarget.files)}
          />
        </label>
        {outcome === null ? null : (
          <Notice tone={outcome.taken > 0 ? 'good' : 'bad'}>
            <p>{m.al_file_outcome({ taken: outcome.taken, rows: outcome.rows, wrong: outcome.errors.length })}</p>
            <ul class="plain-list">
              {outcome.errors.slice(0, 50).map(({ row, column, found, expected }) => (
                <li key={`${row}|${column}`}>
                  {m.al_file_error({ row, column, found: found === '' ? '—' : found, expected })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
