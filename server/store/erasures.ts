import type { ErasureCause, ErasureOutcome, ErasureParty, ErasureState } from '../domain/erasure.ts';
import type { Db } from './driver.ts';
import { pupilHolders } from './pupil-holders.ts';

/** A request to be forgotten. Once it is done nothing here says whose it was. */
export type ErasureDocument = {
  _id: string;
  pid: string | null;
  school: string | null;
  by: ErasureParty | null;
  cause: ErasureCause;
  state: ErasureState;
  askedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  doneAt: Date | null;
  outcome: ErasureOutcome | null;
};

export type ErasureStore = ReturnType<typeof erasureStore>;

/** Every id that a child of the database goes by, whichever collection still has it; some come more than once. */
export async function* everyPid(db: Db): AsyncGenerator<string> {
  for (const [collection, fate] of Object.entries(pupilHolders)) {
    const found = db.collection<{ _id: unknown; pid?: unknown }>(collection);
    if (fate.kind === 'by-id')
      for await (const { _id } of found.find({}, { projection: { _id: 1 }, timeoutMode: 'iteration' }))
        yield String(_id);
    if (fate.kind === 'by-pid' || collection === 'results')
      for await (const { pid } of found.find({}, { projection: { _id: 0, pid: 1 }, timeoutMode: 'iteration' }))
        yield String(pid);
  }
}

const waiting = ['asked', 'erasing'] as const;

export function erasureStore(db: Db) {
  const erasures = db.collection<ErasureDocument>('erasures');
  return {
    byId: (id: string) => erasures.findOne({ _id: id }),
    latestOf: (pid: string) => erasures.find({ pid }).sort({ askedAt: -1 }).limit(1).next(),
    /** Writes a request down, or leaves the one that waits already. */
    async ask(fresh: ErasureDocument): Promise<void> {
      const there = await erasures.findOne({ pid: fresh.pid, state: { $in: [...waiting] } });
      if (there === null) await erasures.insertOne(fresh);
    },
    log: (done: ErasureDocument) => erasures.insertOne(done),
    takeBack: async (pid: string): Promise<boolean> =>
      (await erasures.updateOne({ pid, state: 'asked' }, { $set: { state: 'taken-back' } })).matchedCount === 1,
    /** Decides on a request that waits; false where it does not any more. */
    decide: async (id: string, state: 'erasing' | 'declined', by: string, reason: string | null, at: Date) =>
      (await erasures.updateOne({ _id: id, state: 'asked' }, { $set: { state, decidedBy: by, decidedAt: at, reason } }))
        .matchedCount === 1,
    /** Forgets whose request it was. */
    finish: (id: string, outcome: ErasureOutcome, at: Date) =>
      erasures.updateOne(
        { _id: id },
        { $set: { state: 'done', doneAt: at, outcome, pid: null, school: null, reason: null } },
      ),
    /** Other requests of a child who is being erased. */
    forget: (pid: string) => erasures.deleteMany({ pid, state: { $ne: 'erasing' } }),
    unfinished: () => erasures.find({ state: 'erasing' }).toArray(),
    page: (most: number) => erasures.find().sort({ askedAt: -1 }).limit(most).toArray(),
    waitingCount: () => erasures.countDocuments({ state: 'asked' }),
    counts: () =>
      erasures
        .aggregate<{ _id: ErasureCause; n: number }>([
          { $match: { state: 'done' } },
          { $group: { _id: '$cause', n: { $sum: 1 } } },
        ])
        .toArray(),

    /** Takes everything away that is declared to go by id, pid or sitting; doing it again changes nothing. */
    async removeHeld(pid: string, sittings: readonly string[]): Promise<void> {
      for (const [collection, fate] of Object.entries(pupilHolders)) {
        if (fate.kind === 'by-id') await db.collection<{ _id: string }>(collection).deleteOne({ _id: pid });
        if (fate.kind === 'by-pid') await db.collection(collection).deleteMany({ pid });
        if (fate.kind === 'by-sitting') await db.collection(collection).deleteMany({ sitting: { $in: [...sittings] } });
      }
    },
  };
}
