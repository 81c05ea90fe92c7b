import { useEffect } from 'preact/hooks';
import { LocationProvider } from 'preact-iso/router';
import { chooseLanguage, hasChosenLanguage } from '../i18n/locale.ts';
import { useLanguage } from '../ui/use-language.ts';
import { Frame } from './frame/frame.tsx';
import { Pages } from './pages.tsx';
import { FactorPage } from './security/factor-page.tsx';
import { personOf } from './session/session-state.ts';
import { StaffContext } from './session/staff-context.ts';
import { useSession } from './session/use-session.ts';
import { DoorPage } from './sign-in/door-page.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { UnreachablePage } from './sign-in/unreachable-page.tsx';

/** The door, or the pages of whoever is signed in; both at once while a session is interrupted. */
export function StaffApp() {
  useLanguage();
  const { session, api } = useSession();
  const state = session.state();
  const me = personOf(state);
  useEffect(() => {
    if (me !== null && !hasChosenLanguage()) chooseLanguage(me.language);
  }, [me]);
  return (
    <LocationProvider scope="/staff">
      {state.kind === 'unreachable' ? <UnreachablePage session={session} failure={state.failure} /> : null}
      {state.kind === 'signed-out' ? <DoorPage session={session} afterLeaving={state.afterLeaving} /> : null}
      {me === null ? null : (
        // Another person on the same page begins anew: nothing of the former one's is left on it.
        <StaffContext.Provider key={me.id} value={{ me, api, session }}>
          <Frame>{me.secondFactor === 'first' ? <FactorPage /> : <Pages />}</Frame>
        </StaffContext.Provider>
      )}
      {state.kind === 'interrupted' ? <SignInAgain session={session} me={state.me} /> : null}
    </LocationProvider>
  );
}
