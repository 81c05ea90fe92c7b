import { useState } from 'preact/hooks';
import type { ErasureRow } from '../../../server/contract/erasure.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Props = { erasure: ErasureRow; onClose: () => void; onDecided: () => void };

/** What goes and what stays, said before it is done: it cannot be undone. Declining needs a reason the family reads. */
export function DecideDialog({ erasure, onClose, onDecided }: Props) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const decide = async (decision: 'confirm' | 'decline') => {
    setMissing(decision === 'decline' && reason.trim() === '');
    if (decision === 'decline' && reason.trim() === '') return;
    const done = await run(async () => {
      await api.send('PUT', `/api/erasures/${erasure.id}/decision`, { decision, reason });
    });
    if (done) onDecided();
  };
  return (
    <Dialog title={m.decide_title()} onClose={onClose}>
      <ul class="points">
        <li>{m.decide_goes()}</li>
        <li>{m.decide_counts()}</li>
        <li>{m.decide_stays()}</li>
      </ul>
      <Notice tone="warn">{m.decide_for_good()}</Notice>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      <Button look="danger" busy={isBusy} onPress={() => decide('confirm')}>
        {m.decide_confirm()}
      </Button>
      <Field
        label={m.decide_reason()}
        hint={m.decide_reason_hint()}
        error={isMissing ? m.decide_reason_missing() : undefined}
        value={reason}
        onValue={setReason}
        input={{ maxLength: 200 }}
      />
      <Button look="quiet" busy={isBusy} onPress={() => decide('decline')}>
        {m.decide_decline()}
      </Button>
    </Dialog>
  );
}
