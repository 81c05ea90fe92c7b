import { useMemo, useRef, useState } from 'preact/hooks';
import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { PupilResult } from '../../server/contract/result.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import { chooseLanguage, currentLanguage, forgetLanguage, hasChosenLanguage } from '../i18n/locale.ts';
import type { Device } from '../offline/device.ts';
import { asFailure } from '../offline/failure.ts';
import { patiently } from '../offline/patiently.ts';
import { createPupilApi, type PupilApi } from '../offline/pupil-api.ts';
import { lastKnown } from '../offline/shelf.ts';
import { goOn, isUnreachable, keepAssent, letInByCode, settleIn } from '../offline/sitter.ts';
import { uuid } from '../offline/uuid.ts';
import { dropSession, keepKey, keptKey, keptSession } from './session.ts';

/** Who sits here, and the server's word for it: entered with a code, kept over a reload, ended. */
export function usePupilSession(device: Promise<Device>) {
  const kept = useMemo(keptSession, []);
  const [session, setSession] = useState<PupilSession | null>(kept?.session ?? null);
  const token = useRef<string | null>(null);
  token.current = session?.token || null;
  const sittingNow = useRef<string | null>(null);
  sittingNow.current = session?.sitting.id ?? null;
  const api = useMemo(
    () =>
      withDevice(
        createPupilApi(currentLanguage, () => token.current),
        device,
        () => sittingNow.current,
      ),
    [],
  );
  // The same id however often a code is sent: a repeat after a lost reply opens no second sitting.
  const newSitting = useRef(uuid());
  const code = useRef<string | null>(null);
  // The device is made ready for the pupil while they read; before the first answer it is.
  const settled = useRef<Promise<unknown>>(useMemo(() => goOnWith(device, kept?.session ?? null), []));

  /** Rejects with `ApiFailure`. */
  const enter = async (typed: string): Promise<PupilSession> => {
    const entered = await patiently(() => api.enter(typed, newSitting.current)).then(
      (online) => {
        settled.current = device.then((here) => settleIn(here, online, typed)).then(({ key }) => keepKey(key));
        settled.current.catch(() => undefined);
        return online;
      },
      (thrown: unknown) => enterOffline(thrown, typed),
    );
    code.current = typed;
    // On a shared computer the choice of the one before is forgotten: each begins in a language of their own.
    if (!hasChosenLanguage()) chooseLanguage(entered.pupil.language);
    setSession(entered);
    return entered;
  };
  /** The server cannot be reached: the code may still open what lies on this device. */
  const enterOffline = async (thrown: unknown, typed: string): Promise<PupilSession> => {
    const failure = asFailure(thrown);
    const sitter = failure.isPassing ? await letInByCode(await device, typed) : null;
    if (sitter === null) throw failure;
    keepKey(sitter.key);
    return sitter.session;
  };
  return {
    kept,
    session,
    api,
    enter,
    settled: () => settled.current,
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

/** What the server will say of it, nobody knows before it is told. */
const notYetTold: ConsentSummary = { purposes: [], events: [], received: [] };

/**
 * What a pupil's page asks, with this device standing in while the server cannot be reached: a result that came once can be read
 * again, and on a prepared computer the pupil's yes is kept until it can be sent.
 */
function withDevice(api: PupilApi, device: Promise<Device>, sitting: () => string | null): PupilApi {
  return {
    ...api,
    assent: async (body) => {
      try {
        return await api.assent(body);
      } catch (thrown) {
        const failure = asFailure(thrown);
        const id = sitting();
        const isKept = id !== null && isUnreachable(failure) && (await keepAssent((await device).store, id, body));
        if (!isKept) throw failure;
        return notYetTold;
      }
    },
    result: async (sitting, language) => {
      const { store } = await device;
      const name = `result.${language}`;
      return lastKnown<PupilResult>(
        () => api.result(sitting, language),
        (value) => store.keep(sitting, name, value),
        () => store.kept(sitting, name),
      );
    },
  };
}

async function goOnWith(device: Promise<Device>, session: PupilSession | null): Promise<void> {
  const key = keptKey();
  if (session !== null && key !== null) await goOn(await device, session.sitting.id, key);
}
