import type { SittingProgress } from '../domain/live-pupil.ts';
import { answersOf } from '../domain/result.ts';
import { answerWriter, type BatchOutcome, type BatchWrite } from './answer-writer.ts';
import { databaseProblem } from './database.ts';
import type { Db } from './driver.ts';
import type { AsideDocument, SittingDocument } from './sitting-document.ts';
import { type Lease, takeLease } from './sitting-lease.ts';

export type SubmissionWrite = { id: string; pid: string; submission: string; lastSeq: number };

export type SittingStanding = { state: 'open' | 'submitted'; answered: number; submittedAt: Date | null };

export type SittingStore = ReturnType<typeof sittingStore>;

/** Sittings, through the native driver with allow-listed fields: the hot path. */
export function sittingStore(db: Db) {
  const sittings = db.collection<SittingDocument>('sittings');
  const aside = db.collection<AsideDocument>('aside');
  const write = answerWriter(db);

  return {
    /** Opens a sitting, or gives the one there is; `null` where this pupil's sitting of the round has another id. */
    async open(fresh: SittingDocument): Promise<SittingDocument | null> {
      const { pid, campaign, round = null } = fresh;
      await sittings.updateOne({ pid, campaign, round }, { $setOnInsert: fresh }, { upsert: true });
      return sittings.findOne({ _id: fresh._id, pid: fresh.pid });
    },

    byId: (id: string) => sittings.findOne({ _id: id }),
    /** A pupil's sitting of one round of a campaign; null: the first. */
    ofPupil: (pid: string, campaign: string, round: number | null) => sittings.findOne({ pid, campaign, round }),
    /** What was answered in these sittings, by item. */
    answersOf: async (ids: readonly string[]): Promise<Map<string, Record<string, number>>> => {
      const found = sittings.find({ _id: { $in: [...ids] } }, { projection: { answers: 1 } });
      const all = new Map<string, Record<string, number>>();
      for await (const { _id, answers } of found) all.set(_id, answersOf(answers));
      return all;
    },
    idsOfPupil: async (pid: string): Promise<string[]> =>
      (await sittings.find({ pid }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
    /** The campaigns these pupils took part in. */
    campaignsOf: async (pids: readonly string[]): Promise<Map<string, string[]>> => {
      const found = new Map<string, string[]>();
      const all = sittings.find({ pid: { $in: [...pids] } }, { projection: { _id: 0, pid: 1, campaign: 1 } });
      for await (const { pid, campaign } of all) found.set(pid, [...(found.get(pid) ?? []), campaign]);
      return found;
    },
    latestOfPupil: (pid: string) => sittings.find({ pid }).sort({ openedAt: -1 }).limit(1).next(),
    /** Every sitting of a pupil, newest first. */
    allOfPupil: (pid: string) =>
      sittings
        .find({ pid }, { projection: { batches: 0 } })
        .sort({ openedAt: -1 })
        .limit(50)
        .toArray(),
    /** Sittings of these pupils in a campaign, a repeat after what it repeats. */
    ofCampaignPupils: (campaign: string, pids: readonly string[]) =>
      sittings
        .find({ campaign, pid: { $in: [...pids] } }, { projection: { batches: 0 } })
        .sort({ openedAt: 1 })
        .toArray(),

    /** Stops a pupil's open sittings from taking answers, or lets them go on (null). */
    halt: (pid: string, since: Date | null) =>
      sittings.updateMany({ pid, state: 'open' }, { $set: { haltedAt: since } }),

    /** Notes what help the pupil had; what was noted first stays. The sitting, or null where it is not this pupil's. */
    async noteHelp(id: string, pid: string, accommodation: NonNullable<SittingDocument['accommodation']>) {
      await sittings.updateOne({ _id: id, pid, accommodation: { $exists: false } }, { $set: { accommodation } });
      return sittings.findOne({ _id: id, pid });
    },

    /** Is there such a sitting, and is it this pupil's? */
    isOf: async (id: string, pid: string): Promise<boolean> =>
      (await sittings.findOne({ _id: id, pid }, { projection: { _id: 1 } })) !== null,

    takeLease: (known: SittingDocument, wanted: Lease, now: Date) => takeLease(sittings, known, wanted, now),

    /** The device is still there and writes: false where another has taken over, null where there is no such sitting. */
    async renewLease(id: string, pid: string, device: string, now: Date): Promise<boolean | null> {
      const mine = { $or: [{ 'writer.device': device }, { writer: null }] };
      const { matchedCount } = await sittings.updateOne(
        { _id: id, pid, ...mine },
        { $set: { writer: { device, at: now } } },
      );
      if (matchedCount === 1) return true;
      return (await sittings.findOne({ _id: id, pid }, { projection: { _id: 1 } })) === null ? null : false;
    },

    /** How far these pupils are in a campaign; counted in the database, so that no answer leaves it. */
    async progressOf(campaign: string, pids: readonly string[]): Promise<Map<string, SittingProgress>> {
      const byNumber = { $sortArray: { input: { $objectToArray: '$answers' }, sortBy: { 'v.seq': -1 } } };
      const given = { $filter: { input: { $objectToArray: '$answers' }, cond: { $ne: ['$$this.v.value', null] } } };
      const rows = await sittings
        .aggregate<SittingProgress & { pid: string }>([
          { $match: { campaign, pid: { $in: [...pids] } } },
          // Of a pupil with a repeat the newest comes last, and counts.
          { $sort: { openedAt: 1 } },
          {
            $project: {
              _id: 0,
              pid: 1,
              state: 1,
              lastSeq: 1,
              openedAt: 1,
              answered: { $size: given },
              lastAnswerAt: { $max: { $map: { input: { $objectToArray: '$answers' }, in: '$$this.v.at' } } },
              lastItem: { $ifNull: [{ $first: { $map: { input: byNumber, in: '$$this.k' } } }, null] },
            },
          },
        ])
        .toArray();
      return new Map(rows.map(({ pid, ...progress }) => [pid, progress]));
    },

    /** How far these pupils are in a campaign, for a list: counted in the database, so that no answer leaves it. */
    async standingOf(campaign: string, pids: readonly string[]): Promise<Map<string, SittingStanding>> {
      const given = { $filter: { input: { $objectToArray: '$answers' }, cond: { $ne: ['$$this.v.value', null] } } };
      const rows = await sittings
        .aggregate<SittingStanding & { pid: string }>([
          { $match: { campaign, pid: { $in: [...pids] } } },
          { $project: { _id: 0, pid: 1, state: 1, submittedAt: 1, answered: { $size: given } } },
        ])
        .toArray();
      return new Map(rows.map(({ pid, ...standing }) => [pid, standing]));
    },

    /** Those of these pupils who ever opened a sitting. */
    pupilsWithAny: async (pids: readonly string[], campaign?: string): Promise<Set<string>> => {
      const filter = { pid: { $in: [...pids] }, ...(campaign === undefined ? {} : { campaign }) };
      return new Set((await sittings.find(filter, { projection: { _id: 0, pid: 1 } }).toArray()).map(({ pid }) => pid));
    },

    record: (batch: BatchWrite): Promise<BatchOutcome> =>
      write(batch).catch((error: unknown) => Promise.reject(databaseProblem(error))),

    /** Keeps what could not be applied; the same batch with the same answers is kept once. */
    async keepAside(entry: AsideDocument, digest: string): Promise<void> {
      await aside.updateOne(
        { sitting: entry.sitting, batch: entry.batch, digest },
        { $setOnInsert: { ...entry, digest } },
        { upsert: true },
      );
    },

    /** Answers that came too late to be taken: to how many items, and when the first was given; null where there are none. */
    tooLateOf: async (sitting: string): Promise<{ items: number; since: number } | null> =>
      aside
        .aggregate<{ items: number; since: number }>([
          { $match: { sitting, kind: 'after-closing' } },
          { $unwind: '$answers' },
          { $group: { _id: '$answers.item', since: { $min: '$answers.givenAt' } } },
          { $group: { _id: null, items: { $sum: 1 }, since: { $min: '$since' } } },
        ])
        .next(),

    /** Closes this pupil's open sitting that has everything up to `lastSeq`; null where it was not open or lacks answers. */
    submit: ({ id, pid, submission, lastSeq }: SubmissionWrite, at: Date) =>
      sittings.findOneAndUpdate(
        { _id: id, pid, state: 'open', haltedAt: null, lastSeq: { $gte: lastSeq } },
        { $set: { state: 'submitted', submission, submittedAt: at } },
        { returnDocument: 'after' },
      ),

    /** Submitted sittings that have no result yet (a crash between the two): scored at boot and when read. */
    unscored: (most: number) =>
      sittings
        .aggregate<SittingDocument>([
          { $match: { state: 'submitted' } },
          { $lookup: { from: 'results', localField: '_id', foreignField: '_id', as: 'result' } },
          { $match: { result: { $size: 0 } } },
          { $limit: most },
        ])
        .toArray(),

    byIds: (ids: readonly string[]) =>
      sittings.find({ _id: { $in: [...ids] } }, { projection: { batches: 0 } }).toArray(),
    submitted: (filter: { campaign?: string }) => sittings.find({ state: 'submitted', ...filter }),
    insertMany: async (documents: readonly SittingDocument[]): Promise<void> => {
      if (documents.length > 0) await sittings.insertMany([...documents], { ordered: false });
    },

    /** Started and submitted per school of a campaign; a repeat is nobody more. */
    participation: (campaign: string) =>
      sittings
        .aggregate<{ _id: string; started: number; submitted: number }>([
          { $match: { campaign, round: null } },
          {
            $group: {
              _id: '$school',
              started: { $sum: 1 },
              submitted: { $sum: { $cond: [{ $eq: ['$state', 'submitted'] }, 1, 0] } },
            },
          },
        ])
        .toArray(),
  };
}
