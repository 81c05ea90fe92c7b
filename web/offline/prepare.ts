import type { InstrumentText } from '../../instruments/schema/text.schema.ts';
import type { Preparation, PreparedPupils } from '../../server/contract/preparation.schema.ts';
import { createAnswerStore } from './answer-store.ts';
import type { Client } from './api.ts';
import { type CodeKeys, keysOfCode, lockUp, newSalt, newSittingKey } from './code-lock.ts';
import { indexedTables } from './indexed-tables.ts';
import { cipherKeyring } from './keyring.ts';
import type { KeptRow, SittingRecord } from './records.ts';
import { keepOnShelf } from './shelf.ts';
import { keepSounds } from './sounds.ts';

/** What a prepared computer holds of one pupil; it opens with that pupil's card and nothing else. */
export type PreparedRecord = { record: SittingRecord; kept: Pick<KeptRow, 'name' | 'box'>[] };

type PreparedPupil = PreparedPupils['pupils'][number];

/** Can this browser hold sittings without a network? It cannot without TLS, and in some private modes. */
export const canPrepare = (): boolean =>
  window.isSecureContext && typeof caches !== 'undefined' && 'serviceWorker' in navigator;

/** Closes each pupil's beginning with the code of their card, here on the counsellor's page: the server never sees both. */
export async function closeForPupils(
  pupils: readonly PreparedPupil[],
  codes: ReadonlyMap<string, string>,
  onProgress: (done: number) => void,
): Promise<{ sitting: string; record: PreparedRecord }[]> {
  const { subtle } = crypto;
  const salt = newSalt();
  const closed = [];
  for (const pupil of pupils) {
    const code = codes.get(pupil.pid);
    if (code === undefined) continue;
    const keys = await keysOfCode(subtle, code.replace(/-/g, ''), salt);
    closed.push({ sitting: pupil.sitting.id, record: await closeFor(subtle, pupil, keys) });
    onProgress(closed.length);
  }
  return closed;
}

async function closeFor(
  subtle: SubtleCrypto,
  { session, sitting }: PreparedPupil,
  keys: CodeKeys,
): Promise<PreparedRecord> {
  const { campaign, uploadKey, uploadToken } = session;
  const raw = newSittingKey();
  const keyring = cipherKeyring(subtle);
  await keyring.add(sitting.id, raw);
  const lock = await lockUp(subtle, sitting.id, raw, keys, { id: campaign.id, publicKey: uploadKey });
  const { id, lastSeq } = sitting;
  const fresh = {
    sitting: id,
    lock,
    uploadToken,
    lastSeq,
    submission: null,
    isLeft: true,
    isPrepared: true,
    touchedAt: 0,
  };
  const kept = { session, sitting };
  const boxes = Object.entries(kept).map(async ([name, value]) => ({ name, box: await keyring.close(id, value) }));
  return { record: fresh, kept: await Promise.all(boxes) };
}

/** Puts everything on this computer: the page itself, the questions and the words of every language, each pupil's beginning. */
export async function putOnThisComputer(api: Client, prepared: Preparation): Promise<number> {
  const worker = await navigator.serviceWorker.register('/sw.js');
  await Promise.all([untilActive(worker), putWords(api, prepared)]);
  const store = createAnswerStore(await indexedTables(), cipherKeyring(crypto.subtle));
  for (const { record } of prepared.records) {
    // Our own text, written by `closeForPupils` on this or another computer.
    const { record: fresh, kept } = JSON.parse(record) as PreparedRecord;
    await store.prepare({ ...fresh, touchedAt: Date.now() }, kept);
  }
  await navigator.storage?.persist?.().catch(() => false);
  return prepared.records.length;
}

async function putWords(api: Client, { instrument, instrumentVersion, languages }: Preparation): Promise<void> {
  const path = `/api/instruments/${instrument}/${instrumentVersion}`;
  const texts = languages.flatMap((language) => [
    `${path}/texts/${language}`,
    `/api/wordings/assessment/pupil/${language}`,
  ]);
  const bring = async (each: string): Promise<string[]> => {
    const words = await api.get<Pick<InstrumentText, 'audio'>>(each);
    await keepOnShelf(each, words);
    return Object.values(words.audio ?? {});
  };
  const recordings = await Promise.all([path, ...texts].map(bring));
  await keepSounds(recordings.flat());
}

/** Until the page can be opened without a network. */
async function untilActive({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (active !== null || coming === null) return;
  await new Promise<void>((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
      if (coming.state === 'redundant') reject(new Error('the page could not be kept'));
    });
  });
}
