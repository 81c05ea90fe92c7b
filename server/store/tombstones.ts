import type { Db } from './driver.ts';
import type { IdentityVault } from './identity-vault.ts';

type TombstoneDocument = { _id: string; at: Date };

export type TombstoneStore = ReturnType<typeof tombstoneStore>;

/** Keyed hashes of what an erased child could come back by. Without the key they tell nothing, not even of which school. */
export function tombstoneStore(db: Db, vault: IdentityVault) {
  const tombstones = db.collection<TombstoneDocument>('tombstones');
  const hash = (text: string): string => vault.lookup('erased', text);
  return {
    hash,
    add: async (hashes: readonly string[], at: Date): Promise<void> => {
      if (hashes.length === 0) return;
      const writes = hashes.map((_id) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: { at } }, upsert: true },
      }));
      await tombstones.bulkWrite(writes, { ordered: false });
    },
    /** Which of these texts stand for an erased child. */
    erasedAmong: async (texts: readonly string[]): Promise<Set<string>> => {
      const byHash = new Map(texts.map((text) => [hash(text), text]));
      const found = await tombstones.find({ _id: { $in: [...byHash.keys()] } }, { projection: { _id: 1 } }).toArray();
      return new Set(found.flatMap(({ _id }) => byHash.get(_id) ?? []));
    },
    count: () => tombstones.countDocuments(),
    all: () => tombstones.find({}, { projection: { _id: 1 } }),
  };
}
