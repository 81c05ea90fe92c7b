import type { Db } from './driver.ts';
import type { IdentityStore } from './identities.ts';

/** One field of a pupil that someone changed; names and dates only ever stand here sealed with the pupil's key. */
export type PupilFieldChange = { field: string; from: string; to: string };
export type PupilChangeEvent = PupilFieldChange & { at: Date; by: string };

type ChangeDocument = { pid: string; at: Date; by: string; sealed: string };

export type PupilChangeStore = ReturnType<typeof pupilChangeStore>;

/** What was changed about pupils, when and by whom; lines are only ever added, and go with the pupil. */
export function pupilChangeStore(db: Db, identities: IdentityStore) {
  const changes = db.collection<ChangeDocument>('pupilChanges');
  return {
    async add(pid: string, by: string, at: Date, fields: readonly PupilFieldChange[]): Promise<void> {
      const sealed = fields.length === 0 ? null : await identities.sealField(pid, 'changes', JSON.stringify(fields));
      if (sealed !== null) await changes.insertOne({ pid, at, by, sealed });
    },
    /** Newest first. */
    async of(pid: string): Promise<PupilChangeEvent[]> {
      const found = await changes.find({ pid }).sort({ at: -1 }).limit(100).toArray();
      const opened = await Promise.all(
        found.map(async ({ at, by, sealed }) => {
          const text = await identities.openField(pid, 'changes', sealed);
          // Our own words, written by `add`.
          const fields: PupilFieldChange[] = text === null ? [] : JSON.parse(text);
          return fields.map((one) => ({ ...one, at, by }));
        }),
      );
      return opened.flat().slice(0, 500);
    },
  };
}
