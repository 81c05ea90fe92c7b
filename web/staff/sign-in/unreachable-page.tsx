import { m } from '../../i18n/generated/messages.js';
import type { ApiFailure } from '../../offline/failure.ts';
import type { Session } from '../session/session.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Door } from './door.tsx';

/** The cookie could not be tried: whether there is a session is unknown, so nobody is asked for a password yet. */
export function UnreachablePage({ session, failure }: { session: Session; failure: ApiFailure }) {
  return (
    <Door>
      <Page title={m.unreachable_title()}>
        <Trouble failure={failure} safe={m.staff_nothing_lost()} onRetry={() => void session.start()} />
      </Page>
    </Door>
  );
}
