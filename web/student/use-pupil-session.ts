import { useMemo, useRef, useState } from 'preact/hooks';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { chooseLanguage, currentLanguage, forgetLanguage, hasChosenLanguage } from '../i18n/locale.ts';
import { createPupilApi } from '../offline/pupil-api.ts';
import { uuid } from '../offline/uuid.ts';
import { dropSession, keptSession } from './session.ts';

/** Who sits here, and the server's word for it: entered with a code, kept over a reload, ended. */
export function usePupilSession() {
  const kept = useMemo(keptSession, []);
  const [session, setSession] = useState<PupilSession | null>(kept?.session ?? null);
  const token = useRef<string | null>(null);
  token.current = session?.token ?? null;
  const api = useMemo(() => createPupilApi(currentLanguage, () => token.current), []);
  // The same id however often a code is sent: a repeat after a lost reply opens no second sitting.
  const newSitting = useRef(uuid());
  const code = useRef<string | null>(null);

  /** Rejects with `ApiFailure`. */
  const enter = async (typed: string): Promise<PupilSession> => {
    const entered = await api.enter(typed, newSitting.current);
    code.current = typed;
    // On a shared computer the choice of the one before is forgotten: each begins in a language of their own.
    if (!hasChosenLanguage()) chooseLanguage(entered.pupil.language);
    setSession(entered);
    return entered;
  };
  return {
    kept,
    session,
    api,
    enter,
    /** With the code of before; null where the page was reloaded since and does not know it any more. */
    enterAgain: async () => (code.current === null ? null : enter(code.current)),
    end: () => {
      dropSession();
      forgetLanguage();
      newSitting.current = uuid();
      code.current = null;
      setSession(null);
    },
  };
}
