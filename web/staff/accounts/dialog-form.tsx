import type { ComponentChildren } from 'preact';
import { m } from '../../i18n/generated/messages.js';
import { FormEnd } from '../ui/form-end.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { Sending } from '../ui/use-send.ts';

/** What was to be added or invited is there already: told at the field it is about. */
export const isThere = ({ failure }: Sending): boolean => failure?.slug === 'already-there';

/** The form of a dialog that adds or invites: what went wrong above the fields, sending and closing below them. */
export function DialogForm({
  sending,
  send,
  onSend,
  onClose,
  children,
}: {
  sending: Sending;
  /** The words of the button that sends. */
  send: string;
  onSend: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const submit = (event: Event) => {
    event.preventDefault();
    void onSend();
  };
  return (
    <>
      {sending.failure === null || isThere(sending) ? null : (
        <Trouble failure={sending.failure} safe={m.staff_form_kept()} />
      )}
      <form class="stack" onSubmit={submit}>
        {children}
        <FormEnd send={send} isBusy={sending.isBusy} onClose={onClose} />
      </form>
    </>
  );
}
