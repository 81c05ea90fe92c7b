import { defaultDays, type RetentionPurpose, retentionPurposes } from '../domain/retention.ts';
import type { Db } from './driver.ts';

type PeriodDocument = { _id: RetentionPurpose; days: number };

/** A group of pupils who leave on one day, as it is announced. */
export type Leaving = { school: string; class: string; day: string; pupils: number };

export type RetentionStore = ReturnType<typeof retentionStore>;

export function retentionStore(db: Db) {
  const periods = db.collection<PeriodDocument>('retention');
  const pupils = db.collection<{ _id: string; school: string; class: string; leavesAt?: Date | null }>('pupils');
  return {
    days: async (): Promise<Record<RetentionPurpose, number>> => {
      const own = new Map((await periods.find().toArray()).map(({ _id, days }) => [_id, days]));
      const of = (purpose: RetentionPurpose): number => own.get(purpose) ?? defaultDays[purpose];
      return {
        assessment: of('assessment'),
        path: of('path'),
        codes: of('codes'),
        aside: of('aside'),
        sessions: of('sessions'),
      };
    },
    setDays: (purpose: RetentionPurpose, days: number) =>
      periods.updateOne({ _id: purpose }, { $set: { days } }, { upsert: true }),
    purposes: retentionPurposes,
    /** Writes down when pupils leave, or that they do not (null). */
    announce: async (ends: ReadonlyMap<string, Date | null>): Promise<void> => {
      if (ends.size === 0) return;
      await pupils.bulkWrite(
        [...ends].map(([_id, leavesAt]) => ({
          updateOne: {
            filter: { _id },
            update: leavesAt === null ? { $unset: { leavesAt: '' } } : { $set: { leavesAt } },
          },
        })),
        { ordered: false },
      );
    },
    due: async (now: Date, most: number): Promise<string[]> =>
      (
        await pupils
          .find({ leavesAt: { $lte: now } }, { projection: { _id: 1 } })
          .limit(most)
          .toArray()
      ).map(({ _id }) => _id),
    /** Who leaves when, by class and day (UTC+5); of one school or of all. */
    leaving: async (school: string | null, most: number): Promise<Leaving[]> => {
      const where = school === null ? { leavesAt: { $gt: new Date(0) } } : { school, leavesAt: { $gt: new Date(0) } };
      const day = { $dateToString: { date: '$leavesAt', format: '%Y-%m-%d', timezone: '+05:00' } };
      const rows = await pupils
        .aggregate<{ _id: { school: string; class: string; day: string }; pupils: number }>([
          { $match: where },
          { $group: { _id: { school: '$school', class: '$class', day }, pupils: { $sum: 1 } } },
          { $sort: { '_id.day': 1, '_id.school': 1, '_id.class': 1 } },
          { $limit: most },
        ])
        .toArray();
      return rows.map(({ _id, pupils: count }) => ({ ..._id, pupils: count }));
    },
    /** What goes without anyone being told, because it tells of nobody any more; gives how many of each. */
    async sweep(days: Readonly<Record<RetentionPurpose, number>>, now: Date) {
      const before = (count: number): Date => new Date(now.getTime() - count * 86_400_000);
      const codes = await db.collection('codes').deleteMany({ expiresAt: { $lt: before(days.codes) } });
      const aside = await db.collection('aside').deleteMany({ at: { $lt: before(days.aside) } });
      const sessions = await db.collection('staffSessions').deleteMany({ usedAt: { $lt: before(days.sessions) } });
      return { codes: codes.deletedCount, aside: aside.deletedCount, sessions: sessions.deletedCount };
    },
  };
}
