import { useState } from 'preact/hooks';
import type { NormDetail, NormHeadWire } from '../../../server/contract/norm.schema.ts';
import { formatInstant, formatNumber, formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { shown } from '../bench/figures.ts';
import { useStaff } from '../session/staff-context.ts';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';

/** One norm beside the one in force: what would move, its tables, and the decision about it. */
export function NormView({ id, onDecided }: { id: string; onDecided: () => void }) {
  const got = useGet<NormDetail>(`/api/norms/${id}`);
  const decided = () => {
    got.reload();
    onDecided();
  };
  return (
    <Loaded got={got} lines={8}>
      {(norm) => (
        <section class="sheet stack">
          <h2>{m.norms_view_title({ language: languageWords[norm.language](), version: norm.setVersion })}</h2>
          <p class="soft">
            {norm.population}.{' '}
            {m.norms_sample({ used: formatNumber(norm.sample.used), submitted: formatNumber(norm.sample.submitted) })}
          </p>
          {norm.effect === null ? null : (
            <p>
              {m.norms_effect({
                before: formatShare(norm.effect.invitedBefore, 1),
                after: formatShare(norm.effect.invitedAfter, 1),
              })}
            </p>
          )}
          <Comparison norm={norm} />
          <DownloadCsv name={`ustaz-${norm.id}.csv`} label={m.norms_tables()} rows={() => tableRows(norm)} />
          <Decision norm={norm} onDecided={decided} />
        </section>
      )}
    </Loaded>
  );
}

function Comparison({ norm }: { norm: NormDetail }) {
  const language = useLanguage();
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.bench_scale()}</th>
          <th scope="col">{m.norms_new_mean()}</th>
          <th scope="col">{m.norms_old_mean()}</th>
          <th scope="col">{m.norms_reliability()}</th>
          <th scope="col">{m.norms_shift()}</th>
          <th scope="col">{m.norms_stanines()}</th>
        </tr>
      </thead>
      <tbody>
        {norm.scales.map(({ scale, names, next, current, shift }) => (
          <tr key={scale}>
            <th scope="row">{names[language]}</th>
            <td data-label={m.norms_new_mean()}>{`${shown(next.mean)} (${shown(next.sd)})`}</td>
            <td data-label={m.norms_old_mean()}>
              {current === null ? '–' : `${shown(current.mean)} (${shown(current.sd)})`}
            </td>
            <td data-label={m.norms_reliability()}>{shown(next.reliability)}</td>
            <td data-label={m.norms_shift()}>{shift === null ? '–' : shown(shift.meanShift, 1)}</td>
            <td data-label={m.norms_stanines()}>{shift === null ? '–' : formatShare(shift.stanineMoved)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tableRows = (norm: NormDetail) => [
  ['scale', 'raw', 'percentile'],
  ...norm.scales.flatMap(({ scale, table }) => table.map(([raw = 0, p = 0]) => [scale, raw, p])),
];

function Decision({ norm, onDecided }: { norm: NormDetail; onDecided: () => void }) {
  const { api } = useStaff();
  const [reason, setReason] = useState('');
  const sending = useSend();
  const decision = norm.withdrawn ?? norm.published;
  const act = norm.state === 'draft' ? 'publication' : 'withdrawal';
  const decide = (event: Event) => {
    event.preventDefault();
    void sending
      .run(async () => {
        await api.send<NormHeadWire>('PUT', `/api/norms/${norm.id}/${act}`, { reason });
        setReason('');
      })
      .then((isDone) => (isDone ? onDecided() : undefined));
  };
  return (
    <>
      {decision === null ? null : (
        <Notice tone={norm.withdrawn === null ? 'good' : 'warn'}>
          <p>{m.norms_decided({ name: decision.name, at: formatInstant(decision.at), reason: decision.reason })}</p>
        </Notice>
      )}
      {norm.state !== 'draft' && norm.state !== 'published' ? null : (
        <form class="stack narrow-text no-print" onSubmit={decide}>
          {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
          <TextArea label={m.norms_reason()} hint={m.norms_reason_hint()} value={reason} onValue={setReason} rows={2} />
          <div>
            <Button type="submit" look={act === 'publication' ? 'main' : 'danger'} busy={sending.isBusy}>
              {act === 'publication' ? m.norms_publish() : m.norms_withdraw()}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
