import type { ResultChange } from '../domain/rescore/compare-results.ts';
import type { Skipped } from '../domain/rescore/rescore-preview.ts';
import type { RescoreSummary } from '../domain/rescore/summary.ts';
import type { StoredResult } from '../domain/result.ts';
import type { Db } from './driver.ts';

/** One run over a campaign. `after`: the last sitting that was looked at, so that a run that was cut short goes on there. */
export type RescoringDocument = {
  _id: string;
  campaign: string;
  state: 'running' | 'done';
  by: { by: string; name: string };
  reason: string;
  startedAt: Date;
  touchedAt: Date;
  finishedAt: Date | null;
  after: string | null;
  looked: number;
  skipped: Skipped;
  summary: RescoreSummary | null;
};

/** A result as it was before a run, whole: it stays explainable by the versions it names. */
export type EarlierResultDocument = {
  _id: string;
  sitting: string;
  pid: string;
  run: string;
  replacedAt: Date;
  change: ResultChange;
  result: StoredResult;
};

export type RescoringStore = ReturnType<typeof rescoringStore>;

export function rescoringStore(db: Db) {
  const runs = db.collection<RescoringDocument>('rescorings');
  const earlier = db.collection<EarlierResultDocument>('earlierResults');
  return {
    unfinished: (campaign: string) => runs.find({ campaign, state: 'running' }).sort({ startedAt: -1 }).limit(1).next(),
    start: async (run: RescoringDocument): Promise<void> => {
      await runs.insertOne(run);
    },
    reached: (run: string, at: Pick<RescoringDocument, 'after' | 'looked' | 'skipped' | 'touchedAt'>) =>
      runs.updateOne({ _id: run }, { $set: at }),
    finish: (run: string, summary: RescoreSummary, at: Date) =>
      runs.findOneAndUpdate(
        { _id: run },
        { $set: { state: 'done', after: null, summary, finishedAt: at, touchedAt: at } },
        { returnDocument: 'after' },
      ),
    ofCampaign: (campaign: string) => runs.find({ campaign }).sort({ startedAt: -1 }).limit(50).toArray(),

    /** Keeps results as they were; keeping the same one again changes nothing. */
    keep: async (all: readonly EarlierResultDocument[]): Promise<void> => {
      if (all.length === 0) return;
      await earlier.bulkWrite(
        all.map(({ _id, ...rest }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
        })),
        { ordered: false },
      );
    },
    /** What was kept and then not replaced after all. */
    unkeep: (ids: readonly string[]) => earlier.deleteMany({ _id: { $in: [...ids] } }),
    changesOf: (run: string, after: string | null, most: number) =>
      earlier
        .find({ run, ...(after === null ? {} : { _id: { $gt: after } }) }, { projection: { result: 0 } })
        .sort({ _id: 1 })
        .limit(most)
        .toArray(),
    earlierOf: (pid: string) => earlier.find({ pid }).sort({ replacedAt: -1 }).limit(20).toArray(),
  };
}
