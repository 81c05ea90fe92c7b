import { useState } from 'preact/hooks';
import type { Invited } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { createClient } from '../../offline/api.ts';
import { useLoad } from '../../ui/use-load.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Door } from './door.tsx';
import { PasswordForm } from './password-form.tsx';

const client = createClient({ language: currentLanguage });

/** A one-time link: its secret stands behind the «#», which no browser sends to anyone. */
export function InvitationPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const [isDone, setDone] = useState(false);
  const invited = useLoad(secret, () => client.send<Invited>('POST', '/api/invitations/reading', { secret }));
  if (isDone) {
    return (
      <Door>
        <Page title={m.invite_done()} lead={<p>{m.invite_done_next()}</p>}>
          <p>
            <a class="button" href="/staff">
              {m.invite_go()}
            </a>
          </p>
        </Page>
      </Door>
    );
  }
  if (invited.state === 'failed') {
    const isOver = invited.failure.slug === 'invitation-over' || invited.failure.slug === 'input-invalid';
    return (
      <Door>
        <Page key="over" title={m.invite_over()}>
          {isOver ? (
            <p>{m.invite_over_next()}</p>
          ) : (
            <Trouble failure={invited.failure} safe="" onRetry={invited.retry} />
          )}
        </Page>
      </Door>
    );
  }
  return (
    <Door>
      <Page title={m.invite_title()} lead={invited.state === 'ready' ? <p>{m.invite_lead(invited.value)}</p> : null}>
        <PasswordForm
          email={invited.state === 'ready' ? invited.value.email : ''}
          send={(password) => client.send<void>('POST', '/api/invitations/acceptance', { secret, password })}
          onDone={() => setDone(true)}
        />
      </Page>
    </Door>
  );
}
