import { randomUUID } from 'node:crypto';
import { Problem } from '../domain/problem.ts';
import { databaseProblem } from './database.ts';
import type { Db } from './driver.ts';

type LockDocument = { _id: string; holder: string; until: Date };

export type LockStore = ReturnType<typeof lockStore>;

/** Locks across all servers of one database; a holder that died lets go by itself when its time is over. */
export function lockStore(db: Db, now: () => Date) {
  const locks = db.collection<LockDocument>('locks');

  const take = async (name: string, forMs: number): Promise<string | null> => {
    const holder = randomUUID();
    const until = new Date(now().getTime() + forMs);
    try {
      await locks.updateOne({ _id: name, until: { $lte: now() } }, { $set: { holder, until } }, { upsert: true });
      return holder;
    } catch (error) {
      const problem = databaseProblem(error);
      if (problem instanceof Problem && problem.slug === 'already-there') return null;
      throw error;
    }
  };

  return {
    /** Does the work if nobody else is at it; null where somebody is. */
    async whileHolding<Outcome>(name: string, forMs: number, work: () => Promise<Outcome>): Promise<Outcome | null> {
      const holder = await take(name, forMs);
      if (holder === null) return null;
      try {
        return await work();
      } finally {
        await locks.deleteOne({ _id: name, holder });
      }
    },
  };
}
