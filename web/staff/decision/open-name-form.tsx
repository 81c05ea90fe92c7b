import { useState } from 'preact/hooks';
import type { Candidate, OpenedName } from '../../../server/contract/appeal.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** A name is opened for a reason that stays in the log and that the pupil reads. */
export function OpenNameForm({
  candidate,
  onOpened,
  onClose,
}: {
  candidate: Candidate;
  onOpened: (pid: string, name: string) => void;
  onClose: () => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const [reason, setReason] = useState('');
  const wrong = wrongFields(sending.failure);
  const send = async (event: Event) => {
    event.preventDefault();
    const isSent = await sending.run(async () => {
      const path = `/api/candidates/${candidate.pid}/name`;
      const { familyName, givenName } = await api.send<OpenedName>('POST', path, { reason });
      onOpened(candidate.pid, `${familyName} ${givenName}`);
    });
    if (isSent) onClose();
  };
  return (
    <Dialog title={m.pool_open_title()} onClose={onClose}>
      <p>{m.pool_open_lead()}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form class="stack" onSubmit={send}>
        <TextArea
          label={m.pool_open_reason()}
          rows={2}
          value={reason}
          onValue={setReason}
          error={wrong.has('reason') || wrong.has('text') ? m.case_reason_wrong() : undefined}
        />
        <FormEnd send={m.pool_open()} isBusy={sending.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
