import { useEffect, useId, useRef } from 'preact/hooks';
import type { StaffMe } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import type { Session } from '../session/session.ts';
import { SignInForm } from './sign-in-form.tsx';

/**
 * The session ran out in mid-work. A modal over everything, other dialogs too: what was typed beneath stays, and the
 * calls that wait go on once the same person is back. Its backdrop is opaque, so that no name is left in sight.
 */
export function SignInAgain({ session, me }: { session: Session; me: StaffMe }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="dialog over-all"
      aria-labelledby={id}
      onCancel={(event) => event.preventDefault()}
      // Chromium lets a second Escape through whatever `cancel` says; one stopped at the key never gets that far.
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
      onClose={() => dialog.current?.showModal()}
    >
      <div class="stack">
        <h2 id={id}>{m.sign_in_again_title({ name: me.name })}</h2>
        <p>{m.sign_in_again_lead()}</p>
        <SignInForm enter={(email, password, code) => session.signIn(email, password, code)} email={me.email} />
        <Button look="plain" onPress={session.giveUp}>
          {m.sign_in_give_up()}
        </Button>
      </div>
    </dialog>
  );
}
