import { Problem } from '../domain/problem.ts';
import { databaseProblem } from './database.ts';
import type { Db } from './driver.ts';

export type JobDocument = { _id: string; startedAt: Date; endedAt: Date | null; told: string | null };

export type JobStore = ReturnType<typeof jobStore>;

/** Work that the service does by itself: of all nodes on one database, the first to ask in a period does it. */
export function jobStore(db: Db) {
  const jobs = db.collection<JobDocument>('jobs');
  return {
    /** True for one caller in `everyMs`. */
    async claim(name: string, everyMs: number, now: Date): Promise<boolean> {
      const before = new Date(now.getTime() - everyMs);
      try {
        const claimed = await jobs.updateOne(
          { _id: name, startedAt: { $lte: before } },
          { $set: { startedAt: now, endedAt: null, told: null } },
          { upsert: true },
        );
        return claimed.modifiedCount + claimed.upsertedCount === 1;
      } catch (error) {
        const problem = databaseProblem(error);
        if (problem instanceof Problem && problem.slug === 'already-there') return false;
        throw error;
      }
    },
    end: (name: string, told: string, now: Date) => jobs.updateOne({ _id: name }, { $set: { endedAt: now, told } }),
    last: (name: string) => jobs.findOne({ _id: name }),
  };
}
