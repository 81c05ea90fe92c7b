import { useEffect, useMemo, useState } from 'preact/hooks';
import { currentLanguage } from '../i18n/locale.ts';
import { type Device, openDevice } from '../offline/device.ts';
import { keepFinished, leaveDevice, lockUp } from './leave-device.ts';
import { type Screen, screenAfterConfirm } from './screen.ts';
import { idleMs, keepSession } from './session.ts';
import { useIdle } from './use-idle.ts';
import { usePupilSession } from './use-pupil-session.ts';

export type Road = ReturnType<typeof useRoad>;

/** Everything that moves a pupil from one screen to the next. */
export function useRoad() {
  const device = useMemo<Promise<Device>>(() => openDevice(currentLanguage), []);
  const { kept, session, api, enter, enterAgain, settled, end } = usePupilSession(device);
  const [screen, setScreen] = useState<Screen>(kept?.screen ?? 'code');
  const [isResumed, setResumed] = useState(kept !== null);
  const [isReturn, setReturn] = useState(false);
  const [visit, setVisit] = useState(0);
  const [checkedAt, setCheckedAt] = useState<string | null>(null);
  const [isRefusalNoted, setRefusalNoted] = useState(true);
  const [unsent, setUnsent] = useState<number | null>(null);

  useEffect(() => {
    void device.then(({ clearLeftBehind }) => clearLeftBehind(kept?.session.sitting.id ?? null));
  }, []);
  useEffect(() => {
    if (session !== null) keepSession(session, screen);
  }, [session, screen]);

  /** The session has ended; what was answered stays on its way, and is no longer shown. */
  const askCodeAgain = () => {
    if (session !== null) void device.then((here) => lockUp(here, session.sitting.id));
    end();
    setReturn(true);
    setScreen('code');
  };
  useIdle(session !== null, idleMs, askCodeAgain);

  const leave = async () => {
    setUnsent(null);
    setScreen('left');
    if (session !== null) setUnsent(await leaveDevice(await device, api, session.sitting.id));
    end();
  };
  /** The guardian may have agreed in the meantime. Rejects with `ApiFailure`. */
  const checkAgain = async () => {
    const entered = await enterAgain();
    if (entered === null) return askCodeAgain();
    setScreen(screenAfterConfirm(entered));
    setCheckedAt(entered.serverTime);
  };

  return {
    ...{ api, device, settled, screen, session, unsent, visit, isReturn, isResumed, checkedAt, isRefusalNoted },
    ...{ askCodeAgain, leave, checkAgain },
    enter: async (code: string) => {
      await enter(code);
      setResumed(false);
      setScreen('confirm');
    },
    confirm: () => session !== null && setScreen(screenAfterConfirm(session)),
    agreed: () => setScreen('sitting'),
    refused: (isNoted: boolean) => {
      setRefusalNoted(isNoted);
      setScreen('declined');
    },
    reconsider: () => setScreen('assent'),
    toResult: () => {
      setScreen('result');
      if (session !== null) void device.then((here) => keepFinished(here, session));
    },
    toStart: () => {
      setReturn(false);
      setVisit((n) => n + 1);
      setScreen('code');
    },
    signOfLife: () => {
      if (session !== null) keepSession(session, 'sitting');
    },
  };
}
