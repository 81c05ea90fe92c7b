import type { ComponentChildren } from 'preact';
import type { PupilCase } from '../../../server/contract/case.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { FormEnd } from '../ui/form-end.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

export type CaseFormProps = { found: PupilCase; onSaved: () => void; onClose: () => void };

/** One line of the case being written: a dialog that closes when the server has it and keeps what was typed otherwise. */
export function CaseForm<Body>({
  found,
  title,
  part,
  body,
  submit = m.case_save(),
  onSaved,
  onClose,
  children,
}: CaseFormProps & {
  title: string;
  /** Where it goes, under the pupil's case. */
  part: 'notes' | 'conversations' | 'evidence' | 'decisions' | 'conflicts';
  /** Null while it cannot be sent. */
  body: Body | null;
  submit?: string;
  children: (wrong: ReadonlySet<string>) => ComponentChildren;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    if (body === null) return;
    const isSent = await sending.run(async () => {
      await api.send<PupilCase>('POST', `/api/pupils/${found.pid}/case/${part}`, body);
    });
    if (!isSent) return;
    onSaved();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form class="stack" onSubmit={send}>
        {children(wrongFields(sending.failure))}
        <FormEnd send={submit} isBusy={sending.isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
