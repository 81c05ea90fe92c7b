import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import type { Session } from '../session/session.ts';
import { Page } from '../ui/page.tsx';
import { Door } from './door.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door of the staff. */
export function SignInPage({ session, afterLeaving }: { session: Session; afterLeaving: boolean }) {
  return (
    <Door>
      <Page title={m.sign_in_title()}>
        {afterLeaving ? (
          <Notice tone="good">
            <p>{m.sign_in_left()}</p>
          </Notice>
        ) : null}
        <SignInForm enter={(email, password, code) => session.signIn(email, password, code)} />
        <ProviderButtons />
        <p class="small">{m.sign_in_no_account()}</p>
        <p>
          <a href="/">{m.sign_in_pupils()}</a>
        </p>
      </Page>
    </Door>
  );
}
