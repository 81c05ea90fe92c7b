import { useState } from 'preact/hooks';
import type { StudyHead } from '../../../server/contract/bench.schema.ts';
import type { RescoringList, RescoringWire } from '../../../server/contract/rescoring.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { KeptStudies } from '../bench/kept-studies.tsx';
import { FollowedStudy } from '../bench/study-standing.tsx';
import { isUnderWay } from '../bench/study-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { Mark } from '../ui/mark.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useFollow } from '../ui/use-follow.ts';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { RescoreChanges } from './rescore-changes.tsx';
import { RescorePreview } from './rescore-preview.tsx';

/** What rescoring would change, the order for it, and what it did change for whom. */
export function RescorePart({ campaign, nameOf }: { campaign: string; nameOf: (scale: string) => string }) {
  const { api } = useStaff();
  const [reason, setReason] = useState('');
  const runs = useGet<RescoringList>(`/api/campaigns/${campaign}/rescorings`);
  const sending = useSend();
  const previews = runs.value?.previews ?? [];
  const latest = latestPreview(runs.value);
  const isRunning = runs.value?.rescorings.some(({ state }) => state === 'running') ?? false;
  useFollow(runs, isRunning);
  const look = () =>
    void sending.run(async () => {
      await api.send<StudyHead>('POST', `/api/campaigns/${campaign}/rescorings/preview`);
      runs.reload();
    });
  const order = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      await api.send<RescoringWire>('POST', `/api/campaigns/${campaign}/rescorings`, { reason });
      setReason('');
      runs.reload();
    });
  };
  return (
    <section class="sheet stack">
      <h2>{m.norms_rescore_title()}</h2>
      <p class="soft narrow-text">{m.norms_rescore_lead()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <p class="soft narrow-text">{m.norms_preview_lead()}</p>
      <div class="no-print">
        <Button look="quiet" busy={sending.isBusy || (latest !== undefined && isUnderWay(latest))} onPress={look}>
          {latest === undefined ? m.norms_preview() : m.norms_preview_again()}
        </Button>
      </div>
      {latest === undefined ? null : (
        <FollowedStudy
          key={latest.id}
          id={latest.id}
          title={formatInstant(latest.askedAt)}
          onEnd={() => (isUnderWay(latest) ? runs.reload() : undefined)}
        >
          {({ report }) =>
            report?.kind === 'rescore-preview' ? <RescorePreview report={report} nameOf={nameOf} /> : null
          }
        </FollowedStudy>
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
      <KeptStudies title={m.norms_previews_kept()} studies={previews.filter(({ id }) => id !== latest?.id)} />
    </section>
  );
}

/** The look that was taken last; after a rescoring it tells of what was, and stands with those that were kept. */
function latestPreview(list: RescoringList | null): StudyHead | undefined {
  const [run] = list?.rescorings ?? [];
  const [study] = list?.previews ?? [];
  return run !== undefined && study !== undefined && study.askedAt < run.startedAt ? undefined : study;
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
