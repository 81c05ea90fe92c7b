import type { Words } from '../domain/language.ts';
import type { Db } from './driver.ts';

type HelplineDocument = { _id: string; texts: Words; changedAt: Date; changedBy: string };

export type HelplineStore = ReturnType<typeof helplineStore>;

/** The helpline texts that regions have written for themselves. */
export function helplineStore(db: Db) {
  const helplines = db.collection<HelplineDocument>('helplines');
  return {
    of: (region: string) => helplines.findOne({ _id: region }),
    put: async (region: string, texts: Words, changedBy: string, changedAt: Date): Promise<void> => {
      await helplines.updateOne({ _id: region }, { $set: { texts, changedAt, changedBy } }, { upsert: true });
    },
  };
}
