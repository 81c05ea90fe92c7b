import type { Db } from './driver.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';

/** Who a pupil is. Lives apart from answers; removing it leaves honest statistics. */
export type Identity = { familyName: string; givenName: string; birthDate: string; iin: string | null };

export type IdentityDocument = {
  _id: string;
  key: WrappedKey;
  sealed: { familyName: string; givenName: string; birthDate: string; iin: string | null };
  iinLookup?: string;
  createdAt: Date;
};

export type IdentityStore = ReturnType<typeof identityStore>;

/** Identities, sealed at the door: nothing above this file sees a key, nothing below it a name. */
export function identityStore(db: Db, vault: IdentityVault) {
  const identities = db.collection<IdentityDocument>('identities');

  const sealed = (pid: string, identity: Identity, at: Date): IdentityDocument => {
    const key = vault.makeKey(pid);
    const field = (name: string, text: string): string => vault.seal(pid, key, name, text);
    return {
      _id: pid,
      key,
      sealed: {
        familyName: field('familyName', identity.familyName),
        givenName: field('givenName', identity.givenName),
        birthDate: field('birthDate', identity.birthDate),
        iin: identity.iin === null ? null : field('iin', identity.iin),
      },
      ...(identity.iin === null ? {} : { iinLookup: vault.lookup('iin', identity.iin) }),
      createdAt: at,
    };
  };

  const opened = (document: IdentityDocument): Identity => {
    const field = (name: string, text: string): string => vault.open(document._id, document.key, name, text);
    return {
      familyName: field('familyName', document.sealed.familyName),
      givenName: field('givenName', document.sealed.givenName),
      birthDate: field('birthDate', document.sealed.birthDate),
      iin: document.sealed.iin === null ? null : field('iin', document.sealed.iin),
    };
  };

  return {
    async add(entries: readonly { pid: string; identity: Identity }[], at: Date): Promise<void> {
      if (entries.length === 0) return;
      await identities.insertMany(
        entries.map(({ pid, identity }) => sealed(pid, identity, at)),
        { ordered: false },
      );
    },
    async of(pid: string): Promise<Identity | null> {
      const document = await identities.findOne({ _id: pid });
      return document === null ? null : opened(document);
    },
    async ofMany(pids: readonly string[]): Promise<Map<string, Identity>> {
      const documents = await identities.find({ _id: { $in: [...pids] } }).toArray();
      return new Map(documents.map((document) => [document._id, opened(document)]));
    },
    /** Another field sealed with the pupil's key, e.g. the name signed on a paper; null where the identity is gone. */
    async sealField(pid: string, field: string, text: string): Promise<string | null> {
      const document = await identities.findOne({ _id: pid }, { projection: { key: 1 } });
      return document === null ? null : vault.seal(pid, document.key, field, text);
    },
    findByIin: (iin: string) => identities.findOne({ iinLookup: vault.lookup('iin', iin) }, { projection: { _id: 1 } }),
    /** Puts every pupil key under the current master key; gives how many were changed. */
    async rewrapAll(currentKeyId: string): Promise<number> {
      let changed = 0;
      for await (const document of identities.find({ 'key.keyId': { $ne: currentKeyId } })) {
        await identities.updateOne({ _id: document._id }, { $set: { key: vault.rewrap(document._id, document.key) } });
        changed += 1;
      }
      return changed;
    },
  };
}
