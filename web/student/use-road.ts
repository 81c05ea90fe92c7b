import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { chooseLanguage, currentLanguage, hasChosenLanguage } from '../i18n/locale.ts';
import { type Device, openDevice } from '../offline/device.ts';
import { createPupilApi } from '../offline/pupil-api.ts';
import { uuid } from '../offline/uuid.ts';
import { leaveDevice } from './leave-device.ts';
import { type Screen, screenAfterConfirm } from './screen.ts';
import { dropSession, idleMs, keepSession, keptSession } from './session.ts';
import { useIdle } from './use-idle.ts';

export type Road = ReturnType<typeof useRoad>;

/** Everything that moves a pupil from one screen to the next. */
export function useRoad() {
  const kept = useMemo(keptSession, []);
  const [session, setSession] = useState<PupilSession | null>(kept?.session ?? null);
  const [screen, setScreen] = useState<Screen>(kept === null ? 'code' : kept.screen);
  const [unsent, setUnsent] = useState<number | null>(null);
  const [visit, setVisit] = useState(0);
  const [checkedAt, setCheckedAt] = useState<string | null>(null);
  const [isReturn, setReturn] = useState(false);
  const [isResumed, setResumed] = useState(kept !== null);

  const token = useRef(session?.token ?? null);
  token.current = session?.token ?? null;
  const api = useMemo(() => createPupilApi(currentLanguage, () => token.current), []);
  const device = useMemo<Promise<Device>>(() => openDevice(currentLanguage), []);
  // The same id however often a code is sent: a repeat after a lost reply opens no second sitting.
  const newSitting = useRef(uuid());
  const lastCode = useRef<string | null>(null);

  useEffect(() => {
    void device.then(({ clearLeftBehind }) => clearLeftBehind(kept?.session.sitting.id ?? null));
  }, []);
  useEffect(() => {
    if (session !== null && screen !== 'confirm') keepSession(session, screen);
  }, [session, screen]);

  const enter = async (code: string) => {
    const entered = await api.enter(code, newSitting.current);
    lastCode.current = code;
    if (!hasChosenLanguage()) chooseLanguage(entered.pupil.language);
    setResumed(false);
    setSession(entered);
    setScreen('confirm');
  };
  const reset = (next: Screen) => {
    dropSession();
    newSitting.current = uuid();
    lastCode.current = null;
    setSession(null);
    setScreen(next);
  };
  /** The session has ended; what was answered stays on its way, and is no longer shown. */
  const askCodeAgain = () => {
    if (session !== null) void device.then(({ store }) => store.leave(session.sitting.id));
    setReturn(true);
    reset('code');
  };
  const leave = async () => {
    const leaving = session;
    setUnsent(null);
    setScreen('left');
    if (leaving !== null) setUnsent(await leaveDevice(await device, api, leaving.sitting.id));
    reset('left');
  };

  useIdle(session !== null, idleMs, askCodeAgain);

  return {
    api,
    device,
    screen,
    session,
    unsent,
    visit,
    isReturn,
    isResumed,
    enter,
    leave,
    confirm: () => session !== null && setScreen(screenAfterConfirm(session)),
    checkedAt,
    /** The guardian may have agreed in the meantime. */
    checkAgain: async () => {
      if (lastCode.current === null) return askCodeAgain();
      const entered = await api.enter(lastCode.current, newSitting.current).catch(() => null);
      if (entered === null) return;
      setSession(entered);
      setScreen(screenAfterConfirm(entered));
      setCheckedAt(entered.serverTime);
    },
    agreed: () => setScreen('sitting'),
    refused: () => setScreen('declined'),
    reconsider: () => setScreen('assent'),
    toResult: () => setScreen('result'),
    toStart: () => {
      setReturn(false);
      setVisit((n) => n + 1);
      reset('code');
    },
    askCodeAgain,
    signOfLife: () => {
      if (session !== null) keepSession(session, 'sitting');
    },
  };
}
