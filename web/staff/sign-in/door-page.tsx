import { useLocation } from 'preact-iso/router';
import type { Session } from '../session/session.ts';
import { InvitationPage } from './invitation-page.tsx';
import { ProviderPage } from './provider-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** What somebody who is not signed in gets: the form, a one-time link's page, or the way back from a provider. */
export function DoorPage({ session, afterLeaving }: { session: Session; afterLeaving: boolean }) {
  const { path } = useLocation();
  if (path === '/staff/invitation') return <InvitationPage />;
  if (path === '/staff/oidc' && !afterLeaving) return <ProviderPage session={session} />;
  return <SignInPage session={session} afterLeaving={afterLeaving} />;
}
