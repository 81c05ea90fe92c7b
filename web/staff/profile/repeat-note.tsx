import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Repeat = Profile['repeat'];

/** Whether the pupil may sit once more, and the counsellor's way to offer it or to take the offer back. */
export function RepeatNote({ pupil, repeat, onChanged }: { pupil: string; repeat: Repeat; onChanged: () => void }) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [reason] = repeat.reasons;
  if (repeat.state === 'none') return null;
  const path = `/api/pupils/${encodeURIComponent(pupil)}/repeats`;
  const send = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      onChanged();
    });
  return (
    <section class="stack no-print" aria-label={m.repeat_title()}>
      <div class="row">
        <span class="soft">{repeatWords(repeat)}</span>
        {repeat.state === 'possible' && reason !== undefined ? (
          <Button look="quiet" busy={isBusy} onPress={() => void send(() => api.send('POST', path, { reason }))}>
            {m.repeat_offer()}
          </Button>
        ) : null}
        {repeat.state === 'offered' ? (
          <Button look="quiet" busy={isBusy} onPress={() => void send(() => api.send('DELETE', path, {}))}>
            {m.repeat_take_back()}
          </Button>
        ) : null}
      </div>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_nothing_lost()} />}
    </section>
  );
}

function repeatWords({ state, reasons, from }: Repeat): string {
  const day = from === null ? '' : formatDay(from);
  if (state === 'offered') return m.repeat_offered({ day });
  if (state === 'begun') return m.repeat_begun({ day });
  if (state === 'too-soon') return m.repeat_too_soon({ day });
  return reasons.includes('quality') ? m.repeat_for_quality() : m.repeat_for_time();
}
