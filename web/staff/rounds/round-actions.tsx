import type { Round } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** The next step of a round, said before it is taken. */
export function RoundActions({ round, onDone }: { round: Round; onDone: () => void }) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const act = async (method: 'POST' | 'DELETE', path: string) => {
    const done = await run(async () => {
      await api.send(method, `/api/rounds/${round.id}${path}`);
    });
    if (done) onDone();
  };
  const { state } = round;
  return (
    <div class="stack">
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
      {state === 'open' ? <p class="small">{m.rd_freeze_hint()}</p> : null}
      {state === 'frozen' ? <p class="small">{m.rd_propose_hint()}</p> : null}
      {state === 'proposed' ? <p class="small">{m.rd_decide_hint()}</p> : null}
      <div class="row">
        {state === 'open' ? (
          <Button busy={isBusy} onPress={() => void act('POST', '/pool')}>
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
        {state === 'open' || state === 'frozen' || state === 'proposed' ? (
          <Button look="danger" busy={isBusy} onPress={() => void act('DELETE', '')}>
            {m.rd_cancel()}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
