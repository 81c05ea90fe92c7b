import { useState } from 'preact/hooks';
import type { ErasureRow } from '../../../server/contract/erasure.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';
import { DecideDialog } from './decide-dialog.tsx';

const states: Readonly<Record<ErasureRow['state'], readonly [Tone, () => string]>> = {
  asked: ['going', m.erasure_state_asked],
  erasing: ['going', m.erasure_state_erasing],
  done: ['good', m.erasure_state_done],
  declined: ['none', m.erasure_state_declined],
  'taken-back': ['none', m.erasure_state_taken_back],
};

const causes: Readonly<Record<ErasureRow['cause'], () => string>> = {
  request: m.erasure_cause_request,
  retention: m.erasure_cause_retention,
  replay: m.erasure_cause_replay,
};

/** Requests that wait first, then what was decided; of a child who is gone only that someone is gone. */
export function ErasureTable({ erasures, onDecided }: { erasures: readonly ErasureRow[]; onDecided: () => void }) {
  const [deciding, setDeciding] = useState<ErasureRow | null>(null);
  const inOrder = [...erasures].sort((a, b) => Number(b.state === 'asked') - Number(a.state === 'asked'));
  return (
    <section class="sheet stack" aria-label={m.erasures_title()}>
      <h2>{m.erasures_title()}</h2>
      {erasures.length === 0 ? (
        <Empty title={m.erasures_empty()}>{m.erasures_empty_next()}</Empty>
      ) : (
        <table class="cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{m.erasures_asked_at()}</th>
              <th scope="col">{m.erasures_who()}</th>
              <th scope="col">{m.erasures_school()}</th>
              <th scope="col">{m.erasures_state()}</th>
              <th scope="col">{m.erasures_outcome()}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map((row) => (
              <ErasureLine key={row.id} row={row} onDecide={() => setDeciding(row)} />
            ))}
          </tbody>
        </table>
      )}
      <p class="small">{m.erasures_frozen()}</p>
      {deciding === null ? null : (
        <DecideDialog
          erasure={deciding}
          onClose={() => setDeciding(null)}
          onDecided={() => {
            setDeciding(null);
            onDecided();
          }}
        />
      )}
    </section>
  );
}

function ErasureLine({ row, onDecide }: { row: ErasureRow; onDecide: () => void }) {
  const language = useLanguage();
  const [tone, words] = states[row.state];
  const by = row.by === null ? causes[row.cause]() : row.by === 'pupil' ? m.erasures_pupil() : m.erasures_guardian();
  return (
    <tr>
      <th scope="row" class="log-time">
        {formatInstant(row.askedAt)}
      </th>
      <td data-label={m.erasures_who()}>{by}</td>
      <td data-label={m.erasures_school()}>{row.school?.[language] ?? '—'}</td>
      <td data-label={m.erasures_state()}>
        <Mark tone={tone}>{words()}</Mark>
      </td>
      <td data-label={m.erasures_outcome()}>
        {row.state === 'asked' ? (
          <Button look="quiet" onPress={onDecide}>
            {m.erasures_decide()}
          </Button>
        ) : row.outcome === null ? (
          (row.reason ?? '—')
        ) : (
          m.erasures_counts({ kept: row.outcome.kept, forgotten: row.outcome.forgotten })
        )}
      </td>
    </tr>
  );
}
