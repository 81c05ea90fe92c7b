import { asFailure } from './failure.ts';

const shelfName = 'ustaz-words';

/**
 * Instruments and texts once read, kept for a later visit without a network: a version never changes, so the first copy is as
 * good as any. `read` is what asks the server.
 */
export async function shelved<T>(path: string, read: () => Promise<T>): Promise<T> {
  const kept = await fromShelf<T>(path);
  if (kept !== null) return kept;
  const value = await read();
  await keepOnShelf(path, value);
  return value;
}

export async function fromShelf<T>(path: string): Promise<T | null> {
  const kept = await (await openShelf())?.match(path).catch(() => undefined);
  // Our own reply, put there by `keepOnShelf`.
  return kept === undefined ? null : ((await kept.json()) as T);
}

export async function keepOnShelf(path: string, value: unknown): Promise<void> {
  const copy = new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
  await (await openShelf())?.put(path, copy).catch(() => undefined);
}

/** What may have changed since: the server is asked first, and the last copy stands in while it cannot be reached. */
export async function lastKnown<T>(
  read: () => Promise<T>,
  keep: (value: T) => Promise<unknown>,
  kept: () => Promise<T | null>,
): Promise<T> {
  try {
    const value = await read();
    await keep(value).catch(() => undefined);
    return value;
  } catch (thrown) {
    const failure = asFailure(thrown);
    const copy = failure.isPassing ? await kept().catch(() => null) : null;
    if (copy === null) throw failure;
    return copy;
  }
}

/** A page without TLS has no shelf; a full disk or a private mode may refuse one. */
const openShelf = (): Promise<Cache | null> =>
  typeof caches === 'undefined' ? Promise.resolve(null) : caches.open(shelfName).catch(() => null);
