import { useState } from 'preact/hooks';
import type { FileOutcome } from '../../../server/contract/file-outcome.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { readBase64 } from './read-base64.ts';

/** Requests from a table: nothing is taken until every row is right, or the right rows are asked for. */
export function NeedsFileForm({ onDone }: { onDone: () => void }) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [content, setContent] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const send = async (bytes: string, takeRight: boolean) => {
    await run(async () => {
      setOutcome(await api.send<FileOutcome>('POST', '/api/alliance/needs-file', { content: bytes, takeRight }));
    });
  };
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    const bytes = await readBase64(file);
    setContent(bytes);
    await send(bytes, false);
  };
  return (
    <div class="stack">
      <p>{m.al_file_lead()}</p>
      <div>
        <DownloadCsv
          name="ustaz-needs-template.csv"
          label={m.al_file_template()}
          rows={() => [[m.al_subject(), m.al_language(), m.al_district(), m.al_year(), m.al_count(), m.al_reason()]]}
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
          {outcome.errors.length === 0 ? null : (
            <ul class="plain-list">
              {outcome.errors.slice(0, 50).map(({ row, column, found, expected }) => (
                <li key={`${row}|${column}`}>
                  {m.al_file_error({ row, column, found: found === '' ? '—' : found, expected })}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div class="row">
        {outcome !== null && outcome.taken === 0 && outcome.errors.length > 0 && content !== null ? (
          <Button look="quiet" busy={isBusy} onPress={() => void send(content, true)}>
            {m.al_file_take_right()}
          </Button>
        ) : null}
        {outcome !== null && outcome.taken > 0 ? <Button onPress={onDone}>{m.al_done()}</Button> : null}
      </div>
    </div>
  );
}
