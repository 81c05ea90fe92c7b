import type { CandidateView } from '../contract/candidate-view.schema.ts';
import type { Db } from './driver.ts';

type ViewsDocument = { _id: string; views: CandidateView[]; changedAt: Date };

export type SavedViewStore = ReturnType<typeof savedViewStore>;

/** The ways of looking at a pool that members of a department have given names to; each has their own. */
export function savedViewStore(db: Db) {
  const views = db.collection<ViewsDocument>('savedViews');
  return {
    of: async (staff: string): Promise<CandidateView[]> => (await views.findOne({ _id: staff }))?.views ?? [],
    put: async (staff: string, all: readonly CandidateView[], changedAt: Date): Promise<void> => {
      await views.updateOne({ _id: staff }, { $set: { views: [...all], changedAt } }, { upsert: true });
    },
  };
}
