import { useState } from 'preact/hooks';
import type { RescorePreviewWire, RescoringList, RescoringWire } from '../../../server/contract/rescoring.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useFollow } from '../ui/use-follow.ts';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { RescoreChanges } from './rescore-changes.tsx';

/** What rescoring would change, the order for it, and what it did change for whom. */
export function RescorePart({ campaign, nameOf }: { campaign: string; nameOf: (scale: string) => string }) {
  const { api } = useStaff();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const preview = useGet<RescorePreviewWire>(isAsked ? `/api/campaigns/${campaign}/rescorings/preview` : null);
  const runs = useGet<RescoringList>(`/api/campaigns/${campaign}/rescorings`);
  const sending = useSend();
  const isRunning = runs.value?.rescorings.some(({ state }) => state === 'running') ?? false;
  useFollow(runs, isRunning);
  const order = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      await api.send<RescoringWire>('POST', `/api/campaigns/${campaign}/rescorings`, { reason });
      setReason('');
      setAsked(false);
      runs.reload();
    });
  };
  return (
    <section class="sheet stack">
      <h2>{m.norms_rescore_title()}</h2>
      <p class="soft narrow-text">{m.norms_rescore_lead()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      {isAsked ? (
        <Loaded got={preview} lines={4}>
          {({ looked, results, summary }) => (
            <>
              <p>
                <strong>
                  {m.norms_would_change({
                    changed: formatNumber(summary.changed),
                    looked: formatNumber(looked),
                    results: formatNumber(results),
                  })}
                </strong>
              </p>
              <RescoreChanges summary={summary} nameOf={nameOf} />
            </>
          )}
        </Loaded>
      ) : (
        <div>
          <Button look="quiet" onPress={() => setAsked(true)}>
            {m.norms_preview()}
          </Button>
        </div>
      )}
      <form class="stack narrow-text no-print" onSubmit={order}>
        <TextArea
          label={m.norms_rescore_reason()}
          hint={m.norms_reason_hint()}
          value={reason}
          onValue={setReason}
          rows={2}
        />
        <div>
          <Button type="submit" busy={sending.isBusy || isRunning}>
            {m.norms_rescore()}
          </Button>
        </div>
      </form>
      {(runs.value?.rescorings ?? []).map((run) => (
        <Run key={run.id} run={run} nameOf={nameOf} />
      ))}
    </section>
  );
}

function Run({ run, nameOf }: { run: RescoringWire; nameOf: (scale: string) => string }) {
  return (
    <section class="stack" aria-live="polite">
      <h3>{m.norms_run({ at: formatInstant(run.startedAt), by: run.by })}</h3>
      <p>
        <Mark tone={run.state === 'done' ? 'good' : 'going'}>
          {run.state === 'done' ? m.bench_state_done() : m.bench_state_running()}
        </Mark>{' '}
        «{run.reason}»
      </p>
      <p>{m.norms_looked({ n: formatNumber(run.looked) })}</p>
      {run.summary === null ? null : (
        <>
          <p>
            <strong>{m.norms_changed({ n: formatNumber(run.summary.changed) })}</strong>
          </p>
          <RescoreChanges summary={run.summary} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}
