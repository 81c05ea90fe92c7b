import { useState } from 'preact/hooks';
import type { Freeze, Round } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { formatLastDay } from '../ui/last-day.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { StepDialog } from './step-dialog.tsx';

/** The next step of a round, said before it is taken; what cannot be undone is asked once more. */
export function RoundActions({ round, onDone }: { round: Round; onDone: () => void }) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [asked, setAsked] = useState<'freeze' | 'cancel' | null>(null);
  const act = async (method: 'POST' | 'DELETE', path: string, body?: Freeze) => {
    const done = await run(async () => {
      await api.send(method, `/api/rounds/${round.id}${path}`, body);
    });
    setAsked(null);
    if (done) onDone();
  };
  const { state } = round;
  const isEarly = Date.parse(round.wishesUntil) > Date.now();
  const freeze = () => (isEarly ? setAsked('freeze') : void act('POST', '/pool', { reason: null }));
  return (
    <div class="stack">
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
      {state === 'open' ? <p class="small">{m.rd_freeze_hint()}</p> : null}
      {state === 'frozen' ? <p class="small">{m.rd_propose_hint()}</p> : null}
      {state === 'proposed' ? <p class="small">{m.rd_decide_hint()}</p> : null}
      {state === 'final' ? <p class="small">{m.rd_return_hint()}</p> : null}
      <div class="row">
        {state === 'open' ? (
          <Button busy={isBusy} onPress={freeze}>
            {m.rd_freeze()}
          </Button>
        ) : null}
        {state === 'frozen' || state === 'proposed' ? (
          <Button
            look={state === 'frozen' ? 'main' : 'quiet'}
            busy={isBusy}
            onPress={() => void act('POST', '/proposal')}
          >
            {state === 'frozen' ? m.rd_propose() : m.rd_propose_again()}
          </Button>
        ) : null}
        {state === 'final' ? (
          <Button look="quiet" busy={isBusy} onPress={() => void act('POST', '/returns')}>
            {m.rd_return()}
          </Button>
        ) : null}
        {state === 'open' || state === 'frozen' || state === 'proposed' ? (
          <Button look="danger" busy={isBusy} onPress={() => setAsked('cancel')}>
            {m.rd_cancel()}
          </Button>
        ) : null}
      </div>
      {asked === 'freeze' ? (
        <StepDialog
          title={m.rd_early_title()}
          lead={m.rd_early_lead({ day: formatLastDay(round.wishesUntil) })}
          label={m.rd_early_reason()}
          act={m.rd_freeze()}
          isBusy={isBusy}
          onAct={(reason) => void act('POST', '/pool', { reason })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'cancel' ? (
        <StepDialog
          title={m.rd_cancel_title()}
          lead={m.rd_cancel_lead({ n: round.wishing })}
          act={m.rd_cancel()}
          isBusy={isBusy}
          onAct={() => void act('DELETE', '')}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  );
}
