import { type PublishedKey, publishedKeyOf } from './domain/panel/keyed-form.ts';
import type { InstrumentShelf, ShelvedInstrument } from './instrument-shelf.ts';
import type { PanelStore } from './store/panels.ts';

/** For how long a server may not know of another server's decision. */
const freshMs = 5000;

export type PublishedKeys = ReturnType<typeof publishedKeys>;

/** Keys that panels gave: which is in force, and all that results of the past name, put on the shelf as they become known. */
export function publishedKeys(store: Pick<PanelStore, 'withKeys'>, instruments: InstrumentShelf) {
  let known: { at: number; keys: Promise<readonly PublishedKey[]> } | null = null;
  const read = async (): Promise<readonly PublishedKey[]> => {
    const keys = (await store.withKeys()).flatMap((panel) => publishedKeyOf(panel) ?? []);
    instruments.admitKeys(keys);
    return keys;
  };
  const all = (): Promise<readonly PublishedKey[]> => {
    if (known !== null && Date.now() - known.at < freshMs) return known.keys;
    const keys = read();
    known = { at: Date.now(), keys };
    keys.catch(() => {
      known = null;
    });
    return keys;
  };
  /** Keys that count, the first that speaks of a form's situations. A simulated panel's key counts in the demo country only. */
  const inForce = async (demo: boolean): Promise<readonly PublishedKey[]> =>
    (await all())
      .filter((key) => key.isInForce && (demo || !key.demo))
      .sort((a, b) => Number(b.demo) - Number(a.demo) || b.number - a.number);
  return {
    all,
    inForce,
    /** The form by which a sitting of this version is scored today. */
    async formFor(sat: { instrument: string; instrumentVersion: string }, demo: boolean): Promise<ShelvedInstrument> {
      return instruments.keyed(sat.instrument, sat.instrumentVersion, await inForce(demo));
    },
    /** After a decision. */
    forget: (): void => {
      known = null;
    },
  };
}
