import type { Db } from './driver.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';

/** A pupil for whom computers are prepared: the id their sitting will have, and what a computer is given, sealed. */
export type PreparationDocument = {
  _id: string;
  pid: string;
  campaign: string;
  class: string;
  madeAt: Date;
  expiresAt: Date;
  key: WrappedKey;
  record: string | null;
};

export type PreparationStore = ReturnType<typeof preparationStore>;

export function preparationStore(db: Db, vault: IdentityVault) {
  const preparations = db.collection<PreparationDocument>('preparations');
  const field = 'record';
  return {
    /** The id under which this pupil was prepared; null where they were not. */
    sittingOf: async (pid: string, campaign: string): Promise<string | null> =>
      (await preparations.findOne({ pid, campaign }, { projection: { _id: 1 } }))?._id ?? null,
    /** Reserves an id, or gives the one reserved before. */
    async reserve(fresh: Omit<PreparationDocument, 'key' | 'record'>): Promise<string> {
      const { pid, campaign } = fresh;
      const document = { ...fresh, key: vault.makeKey(fresh._id), record: null };
      await preparations.updateOne({ pid, campaign }, { $setOnInsert: document }, { upsert: true });
      return (await preparations.findOne({ pid, campaign }, { projection: { _id: 1 } }))?._id ?? fresh._id;
    },
    /** Keeps what computers of a class are given; of pupils who were not prepared nothing is kept. */
    async keep(schoolClass: string, records: ReadonlyMap<string, string>, at: Date): Promise<void> {
      for (const { _id, key } of await preparations.find({ class: schoolClass }).toArray()) {
        const record = records.get(_id);
        if (record === undefined) continue;
        const sealed = vault.seal(_id, key, field, record);
        await preparations.updateOne({ _id }, { $set: { record: sealed, madeAt: at } });
      }
    },
    async ofClass(schoolClass: string, now: Date): Promise<{ sitting: string; record: string; madeAt: Date }[]> {
      const found = await preparations.find({ class: schoolClass, expiresAt: { $gt: now } }).toArray();
      return found.flatMap(({ _id, key, record, madeAt }) =>
        record === null ? [] : [{ sitting: _id, record: vault.open(_id, key, field, record), madeAt }],
      );
    },
  };
}
