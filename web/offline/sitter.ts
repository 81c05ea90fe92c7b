import type { Assent } from '../../server/contract/consent.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import type { Sitting } from '../../server/contract/sitting.schema.ts';
import type { Language } from '../i18n/language.ts';
import { toBytes, toText } from './base64.ts';
import { keysOfCode, type Lock, lockUp, newSalt, newSittingKey, unlock } from './code-lock.ts';
import type { Device } from './device.ts';
import type { ApiFailure } from './failure.ts';
import type { SittingRecord } from './records.ts';
import { serverNow } from './server-clock.ts';

/** How a pupil takes up their sitting on this device; and, without a network, how their code alone does. */
export type Sitter = {
  session: PupilSession;
  /** For this tab's memory: with it a reload goes on in place. Null where the page has no cryptography. */
  key: string | null;
};

const sessionName = 'session';

/** The server let them in: their answers here will be closed with their code, and sealed to their campaign. */
export async function settleIn({ store, subtle }: Device, session: PupilSession, code: string): Promise<Sitter> {
  const { sitting, campaign, uploadToken, uploadKey } = session;
  if (subtle === null) {
    await store.open(sitting.id, uploadToken, 0);
    return { session, key: null };
  }
  const all = await store.sittings();
  const held = all.find((record) => record.sitting === sitting.id)?.lock ?? null;
  const keys = await keysOfCode(subtle, code, held?.salt ?? newSalt());
  const known = held === null ? null : await unlock(subtle, sitting.id, held, keys);
  const raw = known ?? newSittingKey();
  const lock: Lock =
    known !== null && held !== null
      ? held
      : await lockUp(subtle, sitting.id, raw, keys, { id: campaign.id, publicKey: uploadKey });
  await store.keyring.add(sitting.id, raw);
  await store.open(sitting.id, uploadToken, 0, lock);
  await keepSession(store, session);
  return { session, key: toText(raw) };
}

/** No network: whoever has the code of a sitting that is here goes on with it. Null where the code opens nothing. */
export async function letInByCode({ store, subtle }: Device, code: string): Promise<Sitter | null> {
  if (subtle === null) return null;
  const locked = (await store.sittings()).flatMap((record) =>
    record.lock === null ? [] : [{ ...record, lock: record.lock }],
  );
  for (const salt of new Set(locked.map(({ lock }) => lock.salt))) {
    const keys = await keysOfCode(subtle, code, salt);
    const found = locked.find(({ lock }) => lock.salt === salt && lock.tag === keys.tag);
    const raw = found === undefined ? null : await unlock(subtle, found.sitting, found.lock, keys);
    if (found !== undefined && raw !== null) return letIn(store, found, raw);
  }
  return null;
}

async function letIn(
  store: Device['store'],
  { sitting, uploadToken, lastSeq }: SittingRecord,
  raw: Uint8Array<ArrayBuffer>,
): Promise<Sitter | null> {
  await store.keyring.add(sitting, raw);
  const session = await store.kept<PupilSession>(sitting, sessionName);
  if (session === null) return null;
  await store.open(sitting, uploadToken, lastSeq);
  return { session, key: toText(raw) };
}

/** The same tab after a reload. */
export const goOn = ({ store }: Device, sitting: string, key: string): Promise<void> =>
  store.keyring.add(sitting, toBytes(key));

/** The newest of what the server said of this pupil, for a later visit without a network. */
export const keepSession = (store: Device['store'], session: PupilSession): Promise<void> =>
  store.keep(session.sitting.id, sessionName, { ...session, token: '' });

const assentName = 'assent';

/** Who came in by the code alone has no session with the server: it refuses, or cannot be reached. */
export const isUnreachable = ({ isPassing, status }: ApiFailure): boolean => isPassing || status === 401;

/** On a prepared computer: the pupil's own yes, until it can be sent. False where this is none. */
export async function keepAssent(
  store: Device['store'],
  sitting: string,
  { purpose, action, wording, language }: Assent,
): Promise<boolean> {
  if (purpose !== 'assessment' || action !== 'given') return false;
  if ((await store.find(sitting))?.isPrepared !== true) return false;
  await store.keep(sitting, assentName, { wording, language });
  const session = await store.kept<PupilSession>(sitting, sessionName);
  if (session !== null) await keepSession(store, { ...session, consent: { ...session.consent, pupil: 'given' } });
  return true;
}

/** Opens a prepared sitting here; the server opens it later, with the yes that was given before it. */
export async function beginHere(store: Device['store'], sitting: Sitting, language: Language): Promise<Sitting> {
  if (sitting.state !== 'new') return sitting;
  const assent = await store.kept<Pick<Assent, 'wording' | 'language'>>(sitting.id, assentName);
  const wording = assent?.wording ?? 'given-before';
  await store.setStart(sitting.id, { language: assent?.language ?? language, wording, givenAt: serverNow() });
  const begun: Sitting = { ...sitting, state: 'open' };
  await store.keep(sitting.id, 'sitting', begun);
  return begun;
}
