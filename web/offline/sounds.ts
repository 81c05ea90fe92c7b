const shelfName = 'ustaz-sounds';

/** Brings recordings to this device, one after another, so that they are heard without a network. Rejects where one cannot be had. */
export async function keepSounds(addresses: readonly string[]): Promise<void> {
  const shelf = await openShelf();
  if (shelf === null) return;
  for (const address of addresses) if ((await shelf.match(address)) === undefined) await shelf.add(address);
  await forgetEarlier(shelf, addresses);
}

/** A recording as it lies here, or from the server. Rejects where neither has it. */
export async function soundFrom(address: string): Promise<Blob> {
  const kept = await (await openShelf())?.match(address).catch(() => undefined);
  const found = kept ?? (await fetch(address));
  if (!found.ok) throw new Error(`no recording: ${found.status}`);
  return found.blob();
}

/** Of an instrument whose version is another now, the recordings of before are asked for no more. */
async function forgetEarlier(shelf: Cache, wanted: readonly string[]): Promise<void> {
  const now = new Map(wanted.map((address) => [instrumentOf(address), versionOf(address)]));
  for (const { url } of await shelf.keys()) {
    const path = new URL(url).pathname;
    const version = now.get(instrumentOf(path));
    if (version !== undefined && version !== versionOf(path)) await shelf.delete(url);
  }
}

/** `/api/instruments/<instrument>/<version>/recordings/<file>` */
const instrumentOf = (address: string): string => address.split('/')[3] ?? '';
const versionOf = (address: string): string => address.split('/')[4] ?? '';

/** A page without TLS has no shelf; a private mode may refuse one. */
const openShelf = (): Promise<Cache | null> =>
  typeof caches === 'undefined' ? Promise.resolve(null) : caches.open(shelfName).catch(() => null);
