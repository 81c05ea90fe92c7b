import { randomUUID } from 'node:crypto';
import type { StoredResult } from '../domain/result.ts';
import type { Db } from './driver.ts';

/** `asideAt`: since when a withdrawn consent keeps it out of reports. `uncounted`: a mark for the rollups, new at every change. `supersededBy`: the repeat that counts in its place. */
export type ResultDocument = StoredResult & {
  _id: string;
  asideAt?: Date | null;
  uncounted?: string;
  supersededBy?: string | null;
};
export type TeachingFields = Pick<StoredResult, 'instrument' | 'instrumentVersion' | 'fields'>;
export type ResultStore = ReturnType<typeof resultStore>;

/** Derived results, one per sitting; each can be made again from the sitting and the versions it names. */
export function resultStore(db: Db) {
  const results = db.collection<ResultDocument>('results');
  return {
    byId: (sitting: string) => results.findOne({ _id: sitting }),
    /** Writes a result, or writes it anew: what keeps it out of reports (`asideAt`, `supersededBy`) stays as it was. */
    put: async (result: StoredResult & { _id: string }): Promise<void> => {
      const kept = { _id: '$_id', asideAt: '$asideAt', supersededBy: '$supersededBy' };
      const written = { $replaceWith: { $mergeObjects: [{ $literal: marked(result) }, kept] } };
      await results.updateOne({ _id: result._id }, [written], { upsert: true });
    },
    /** Leaves a pupil's results out of reports, or takes them in again (null). */
    setAside: (pid: string, since: Date | null) =>
      results.updateMany(since === null ? { pid, supersededBy: null } : { pid }, {
        $set: { asideAt: since, uncounted: randomUUID() },
      }),
    /** Keeps a pupil's earlier results of a campaign and takes them out of reports: the repeat counts in their place. */
    supersede: (pid: string, campaign: string, by: string, since: Date) =>
      results.updateMany(
        { pid, campaign, _id: { $ne: by }, supersededBy: null },
        { $set: { supersededBy: by, asideAt: since, uncounted: randomUUID() } },
      ),
    /**
     * Puts newly computed results in the place of those they were computed from; whatever else was changed or taken away
     * meanwhile stays so. @returns the sittings whose result was no longer the one it had been
     */
    replaceFrom: async (all: readonly { result: ResultDocument; computedFrom: Date }[]): Promise<string[]> => {
      const missed: string[] = [];
      for (const { result, computedFrom } of all) {
        const { _id, asideAt: _aside, ...fields } = marked(result);
        const done = await results.updateOne({ _id, computedAt: computedFrom }, { $set: fields });
        if (done.matchedCount === 0) missed.push(_id);
      }
      return missed;
    },
    putMany: async (all: readonly ResultDocument[]): Promise<void> => {
      if (all.length === 0) return;
      await results.bulkWrite(
        all.map((result) => ({
          replaceOne: { filter: { _id: result._id }, replacement: marked(result), upsert: true },
        })),
        { ordered: false },
      );
    },
    /** The counted results of some pupils in a campaign. */
    ofPupils: (campaign: string, pids: readonly string[]) =>
      results.find({ pid: { $in: [...pids] }, campaign, asideAt: null }).toArray(),
    /** What fits each of some pupils to teach, of their newest result that tells it. */
    teachingOf: async (pids: readonly string[]): Promise<Map<string, TeachingFields>> => {
      const found = results
        .find({ pid: { $in: [...pids] }, asideAt: null })
        .project<TeachingFields & { pid: string }>({
          pid: 1,
          instrument: 1,
          instrumentVersion: 1,
          'fields.teaching': 1,
          submittedAt: 1,
        })
        .sort({ submittedAt: 1 });
      const newest = new Map<string, TeachingFields>();
      for await (const one of found) if ((one.fields?.teaching ?? []).length > 0) newest.set(one.pid, one);
      return newest;
    },
    ofCampaign: (campaign: string) => results.find({ campaign, asideAt: null }, { timeoutMode: 'iteration' }),
    /** A campaign's results in the order of their ids, page by page; those that a withdrawn consent keeps out stay out. */
    pageOf: (campaign: string, after: string | null, most: number) =>
      results
        .find({ campaign, asideAt: null, ...(after === null ? {} : { _id: { $gt: after } }) })
        .sort({ _id: 1 })
        .limit(most)
        .toArray(),
    /** Finished and valid results by language: a repeat was not offered, nothing was flagged, one language was used. */
    validByLanguage: async (campaign: string): Promise<Map<string, { submitted: number; valid: number }>> => {
      const isValid = {
        $and: [{ $eq: ['$quality.state', 'valid'] }, { $ne: ['$quality.mixedLanguages', true] }],
      };
      const rows = await results
        .aggregate<{ _id: string; submitted: number; valid: number }>([
          { $match: { campaign, asideAt: null } },
          { $group: { _id: '$language', submitted: { $sum: 1 }, valid: { $sum: { $cond: [isValid, 1, 0] } } } },
        ])
        .toArray();
      return new Map(rows.map(({ _id, submitted, valid }) => [_id, { submitted, valid }]));
    },
    countOf: (campaign: string) => results.countDocuments({ campaign, asideAt: null }),
  };
}

const marked = (result: ResultDocument): ResultDocument => ({ ...result, uncounted: randomUUID() });
