import { createAnswerStore } from './answer-store.ts';
import { indexedTables } from './indexed-tables.ts';
import { cipherKeyring, openKeyring } from './keyring.ts';
import { memoryTables } from './memory-tables.ts';
import { createOutbox } from './outbox.ts';
import type { Tables } from './records.ts';
import { sturdyTables } from './sturdy-tables.ts';
import { createUplink } from './uplink.ts';

const patienceMs = 4000;
/** What the server has, and nobody has looked at for so long, need not stay on a device, closed as it is. */
const leftBehindMs = 30 * 86_400_000;

export type Device = Awaited<ReturnType<typeof openDevice>>;

/** The answers on this device and the outbox that empties it; what earlier visits left unsent starts on its way at once. */
export async function openDevice(language: () => string) {
  const subtle = cryptography();
  const store =
    subtle === null
      ? createAnswerStore(memoryTables(), openKeyring())
      : createAnswerStore(await openTables(), cipherKeyring(subtle));
  // Where nothing outlives the page, nothing waits for company.
  const outbox = createOutbox({ store, uplink: createUplink(language), ...(subtle === null ? { gatherMs: 0 } : {}) });
  window.addEventListener('online', () => void outbox.flush());
  document.addEventListener('visibilitychange', () => void outbox.flush());
  void outbox.flush();
  return {
    store,
    outbox,
    subtle,
    /** Clears what was left behind on this device long ago, but for what is still unsent. */
    clearLeftBehind: async (mine: string | null) => {
      for (const { sitting, touchedAt } of await store.sittings()) {
        if (sitting !== mine && Date.now() - touchedAt > leftBehindMs) await store.leave(sitting);
      }
    },
  };
}

/** Null on a page that came without TLS: browsers give such a page no cryptography. */
const cryptography = (): SubtleCrypto | null => (window.isSecureContext ? (globalThis.crypto?.subtle ?? null) : null);

/** Storage, or memory where there is none or it does not answer. */
async function openTables(): Promise<Tables> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('storage does not answer')), patienceMs),
  );
  return await Promise.race([indexedTables().then(sturdyTables), late]).catch(() => memoryTables());
}
