import { useState } from 'preact/hooks';
import type { BenchInstrument, PilotTaken } from '../../../server/contract/bench.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Details } from '../ui/details.tsx';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { noticeWords } from './notice-words.ts';

const mostBytes = 8_000_000;

/** Pilot answers as a CSV; what was left out is named cell by cell. */
export function PilotForm({ instrument, onTaken }: { instrument: BenchInstrument; onTaken: () => void }) {
  const { api } = useStaff();
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [taken, setTaken] = useState<PilotTaken | null>(null);
  const sending = useSend();
  const isTooLarge = (file?.size ?? 0) > mostBytes;
  const submit = (event: Event) => {
    event.preventDefault();
    if (file === null || isTooLarge) return;
    void sending.run(async () => {
      const content = await base64(file);
      setTaken(await api.send<PilotTaken>('POST', '/api/pilots', { instrument: instrument.id, title, content }));
      onTaken();
    });
  };
  return (
    <form class="sheet stack" onSubmit={submit}>
      <h2>{m.bench_pilot_title()}</h2>
      <p class="soft narrow-text">{m.bench_pilot_lead()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={wrongIn(sending.failure)} />}
      <div class="fields">
        <Field
          label={m.bench_pilot_name()}
          value={title}
          onValue={setTitle}
          input={{ required: true, maxLength: 120 }}
        />
        <div class="field">
          <label for="pilot-file">{m.bench_pilot_file()}</label>
          <input
            id="pilot-file"
            class="input"
            type="file"
            accept=".csv,text/csv"
            required
            onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
          />
          {isTooLarge ? <p class="error">{m.bench_pilot_large()}</p> : null}
        </div>
      </div>
      <div>
        <Button type="submit" look="quiet" busy={sending.isBusy}>
          {m.bench_pilot_send()}
        </Button>
      </div>
      {taken === null ? null : <Taken taken={taken} />}
    </form>
  );
}

function Taken({ taken: { pilot, notices } }: { taken: PilotTaken }) {
  return (
    <Notice tone={pilot.left === 0 ? 'good' : 'warn'}>
      <p>
        {m.bench_pilot_taken({ title: pilot.title, rows: formatNumber(pilot.rows) })}{' '}
        {pilot.left === 0 ? '' : m.bench_pilot_left({ rows: formatNumber(pilot.left) })}
      </p>
      <Details summary={m.bench_pilot_notices()}>
        <ul>
          {notices
            .map(noticeWords)
            .filter((line) => line !== '')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      </Details>
    </Notice>
  );
}

const wrongIn = ({ problem }: { problem: { errors?: readonly { detail: string }[] } | null }): string =>
  problem?.errors?.map(({ detail }) => noticeWords(detail)).join(' ') ?? m.staff_form_kept();

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
