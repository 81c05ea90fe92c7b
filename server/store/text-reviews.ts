import type { ReviewerNote } from '../domain/texts/read-sheet.ts';
import type { Db } from './driver.ts';

/** A reviewed sheet, whole, with who brought it: the files take it over with the next version. */
export type TextReviewDocument = {
  _id: string;
  fileName: string;
  by: string;
  name: string;
  at: Date;
  changes: number;
  adjudicated: ReviewerNote[];
  content: string;
};

export type TextReviewStore = ReturnType<typeof textReviewStore>;

export function textReviewStore(db: Db) {
  const reviews = db.collection<TextReviewDocument>('textReviews');
  return {
    add: async (review: TextReviewDocument): Promise<void> => {
      await reviews.insertOne(review);
    },
    latest: () =>
      reviews
        .find({}, { projection: { content: 0 } })
        .sort({ at: -1 })
        .limit(50)
        .toArray(),
    byId: (id: string) => reviews.findOne({ _id: id }),
  };
}
