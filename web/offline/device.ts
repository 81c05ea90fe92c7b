import { createAnswerStore } from './answer-store.ts';
import { indexedTables } from './indexed-tables.ts';
import { memoryTables } from './memory-tables.ts';
import { createOutbox } from './outbox.ts';
import type { Tables } from './records.ts';
import { createUplink } from './uplink.ts';

const patienceMs = 4000;
/** A sitting nobody has touched for so long is taken for left behind. */
const leftBehindMs = 15 * 60_000;

export type Device = Awaited<ReturnType<typeof openDevice>>;

/** The answers on this device and the outbox that empties it; what earlier visits left unsent starts on its way at once. */
export async function openDevice(language: () => string) {
  const store = createAnswerStore(await openTables());
  const outbox = createOutbox({ store, uplink: createUplink(language) });
  window.addEventListener('online', () => void outbox.flush());
  document.addEventListener('visibilitychange', () => void outbox.flush());
  void outbox.flush();
  return {
    store,
    outbox,
    /** Clears what others left behind on this device, but for what is still unsent. */
    clearLeftBehind: async (mine: string | null) => {
      for (const { sitting, touchedAt } of await store.sittings()) {
        if (sitting !== mine && Date.now() - touchedAt > leftBehindMs) await store.leave(sitting);
      }
    },
  };
}

/** Storage, or memory where there is none or it does not answer. */
async function openTables(): Promise<Tables> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('storage does not answer')), patienceMs),
  );
  return await Promise.race([indexedTables(), late]).catch(() => memoryTables());
}
