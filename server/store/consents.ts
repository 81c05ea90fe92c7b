import type { ConsentEvent } from '../domain/consent.ts';
import type { Db } from './driver.ts';

export type ConsentStore = ReturnType<typeof consentStore>;

/** The consent log: lines are added, never changed; the order is the order of writing. */
export function consentStore(db: Db) {
  const events = db.collection<ConsentEvent>('consents');
  return {
    add: async (entries: readonly ConsentEvent[]): Promise<void> => {
      if (entries.length > 0) await events.insertMany(entries.map((entry) => ({ ...entry })));
    },
    of: (pid: string): Promise<ConsentEvent[]> =>
      events
        .find({ pid }, { projection: { _id: 0 } })
        .sort({ at: 1, _id: 1 })
        .toArray(),
    ofMany: async (pids: readonly string[]): Promise<Map<string, ConsentEvent[]>> => {
      const byPupil = new Map<string, ConsentEvent[]>();
      const all = events.find({ pid: { $in: [...pids] } }, { projection: { _id: 0 } }).sort({ at: 1, _id: 1 });
      for await (const event of all) byPupil.set(event.pid, [...(byPupil.get(event.pid) ?? []), event]);
      return byPupil;
    },
  };
}
