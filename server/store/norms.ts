import type { Language } from '../domain/language.ts';
import type { NamedDecision } from '../domain/named-decision.ts';
import type { NormVersion } from '../domain/norm/norm-version.ts';
import type { Db } from './driver.ts';

/** A norm without its tables: what a list tells. */
export type NormHead = Omit<NormVersion, 'reference' | 'comparison' | 'set'> & {
  set: Omit<NormVersion['set'], 'scales' | 'correlations'>;
};

export type NormStore = ReturnType<typeof normStore>;

const head = { reference: 0, comparison: 0, 'set.scales': 0, 'set.correlations': 0 } as const;

/** Norms built from campaigns, each kept for good: results name them. */
export function normStore(db: Db) {
  const norms = db.collection<NormVersion>('norms');
  return {
    byId: (id: string) => norms.findOne({ _id: id }),
    /** Newest first. */
    all: (most: number) =>
      norms.find<NormHead>({}, { projection: head }).sort({ 'built.at': -1 }).limit(most).toArray(),
    ofCampaign: (campaign: string) =>
      norms.find<NormHead>({ campaign }, { projection: head }).sort({ language: 1, number: -1 }).toArray(),
    /** The norm a campaign's pupils of a language are placed by; the newest, should two stand there for a moment. */
    inForce: (campaign: string, language: Language) =>
      norms.find({ campaign, language, state: 'published' }).sort({ number: -1 }).limit(1).next(),
    latestNumber: async (campaign: string, language: Language): Promise<number> =>
      (
        await norms
          .find({ campaign, language }, { projection: { number: 1 } })
          .sort({ number: -1 })
          .limit(1)
          .next()
      )?.number ?? 0,
    add: async (version: NormVersion): Promise<void> => {
      await norms.insertOne(version);
    },
    /** Puts a draft into force; earlier ones of its campaign and language give way. Null where it is no draft any more. */
    async publish(id: string, decision: NamedDecision): Promise<NormVersion | null> {
      const published = await norms.findOneAndUpdate(
        { _id: id, state: 'draft' },
        { $set: { state: 'published', published: decision } },
        { returnDocument: 'after' },
      );
      if (published === null) return null;
      const { campaign, language, number } = published;
      await norms.updateMany(
        { campaign, language, number: { $lt: number }, state: 'published' },
        { $set: { state: 'superseded', supersededAt: decision.at } },
      );
      return published;
    },
    withdraw: (id: string, decision: NamedDecision) =>
      norms.findOneAndUpdate(
        { _id: id, state: 'published' },
        { $set: { state: 'withdrawn', withdrawn: decision } },
        { returnDocument: 'after' },
      ),
  };
}
