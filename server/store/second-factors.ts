import type { Db } from './driver.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';

type Recovery = { hash: string; usedAt: Date | null };
type SecondFactorDocument = {
  _id: string;
  key: WrappedKey;
  secret: string;
  confirmedAt: Date | null;
  /** The time step of the last code that was taken: no code is taken twice. */
  lastStep: number;
  recovery: Recovery[];
};

export type SecondFactorStore = ReturnType<typeof secondFactorStore>;

/** Authenticator secrets, sealed; recovery codes as keyed hashes whose key is not in the database. */
export function secondFactorStore(db: Db, vault: IdentityVault) {
  const factors = db.collection<SecondFactorDocument>('secondFactors');
  const hash = (staff: string, code: string): string => vault.lookup('recovery', `${staff}|${code}`);
  const fresh = (staff: string, codes: readonly string[]): Recovery[] =>
    codes.map((code) => ({ hash: hash(staff, code), usedAt: null }));
  return {
    /** Keeps a secret that is not confirmed yet; false where there is a confirmed one. */
    async begin(staff: string, secret: string): Promise<boolean> {
      const held = await factors.findOne({ _id: staff });
      if (held !== null && held.confirmedAt !== null) return false;
      const key = vault.makeKey(staff);
      const sealed = vault.seal(staff, key, 'totp', secret);
      const empty = { key, secret: sealed, confirmedAt: null, lastStep: 0, recovery: [] };
      await factors.replaceOne({ _id: staff }, empty, { upsert: true });
      return true;
    },
    async of(staff: string): Promise<{ secret: string; confirmedAt: Date | null; recoveryLeft: number } | null> {
      const held = await factors.findOne({ _id: staff });
      if (held === null) return null;
      const recoveryLeft = held.recovery.filter(({ usedAt }) => usedAt === null).length;
      const secret = vault.open(staff, held.key, 'totp', held.secret);
      return { secret, confirmedAt: held.confirmedAt, recoveryLeft };
    },
    confirm: async (staff: string, step: number, codes: readonly string[], at: Date): Promise<boolean> => {
      const change = { confirmedAt: at, lastStep: step, recovery: fresh(staff, codes) };
      return (await factors.updateOne({ _id: staff, confirmedAt: null }, { $set: change })).matchedCount === 1;
    },
    /** Takes a code's time step, once; of two who come with the same code one is too late. */
    takeStep: async (staff: string, step: number): Promise<boolean> =>
      (await factors.updateOne({ _id: staff, lastStep: { $lt: step } }, { $set: { lastStep: step } })).matchedCount ===
      1,
    takeRecovery: async (staff: string, code: string, at: Date): Promise<boolean> => {
      const unused = { recovery: { $elemMatch: { hash: hash(staff, code), usedAt: null } } };
      const taken = await factors.updateOne({ _id: staff, ...unused }, { $set: { 'recovery.$.usedAt': at } });
      return taken.matchedCount === 1;
    },
    renewRecovery: (staff: string, codes: readonly string[]) =>
      factors.updateOne({ _id: staff }, { $set: { recovery: fresh(staff, codes) } }),
    remove: (staff: string) => factors.deleteOne({ _id: staff }),
    /** Puts every secret's key under the current master key; gives how many were changed. */
    async rewrapAll(currentKeyId: string): Promise<number> {
      let changed = 0;
      for await (const { _id, key } of factors.find({ 'key.keyId': { $ne: currentKeyId } })) {
        await factors.updateOne({ _id }, { $set: { key: vault.rewrap(_id, key) } });
        changed += 1;
      }
      return changed;
    },
  };
}
