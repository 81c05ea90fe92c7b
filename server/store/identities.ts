import type { Db } from './driver.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';

/** Who a pupil is. Lives apart from answers; removing it leaves honest statistics. */
export type Identity = {
  familyName: string;
  givenName: string;
  birthDate: string;
  iin: string | null;
  patronymic?: string | null;
  /** The school's own id of the pupil. */
  ownId?: string | null;
};

const fields = ['familyName', 'givenName', 'birthDate', 'iin', 'patronymic', 'ownId'] as const;

export type IdentityDocument = {
  _id: string;
  key: WrappedKey;
  sealed: Identity;
  iinLookup?: string;
  createdAt: Date;
};

export type IdentityStore = ReturnType<typeof identityStore>;

/** Identities, sealed at the door: nothing above this file sees a key, nothing below it a name. */
export function identityStore(db: Db, vault: IdentityVault) {
  const identities = db.collection<IdentityDocument>('identities');

  const sealed = (pid: string, key: WrappedKey, identity: Identity) => {
    const entries = fields.flatMap((field) => {
      const text = identity[field];
      return text === undefined ? [] : [[field, text === null ? null : vault.seal(pid, key, field, text)]];
    });
    const lookup = identity.iin === null ? {} : { iinLookup: vault.lookup('iin', identity.iin) };
    return { sealed: Object.fromEntries(entries) as Identity, ...lookup };
  };

  const opened = ({ _id: pid, key, sealed: closed }: IdentityDocument): Identity => {
    const entries = fields.flatMap((field) => {
      const text = closed[field];
      return text === undefined ? [] : [[field, text === null ? null : vault.open(pid, key, field, text)]];
    });
    return Object.fromEntries(entries) as Identity;
  };

  return {
    async add(entries: readonly { pid: string; identity: Identity }[], at: Date): Promise<void> {
      if (entries.length === 0) return;
      await identities.insertMany(
        entries.map(({ pid, identity }) => {
          const key = vault.makeKey(pid);
          return { _id: pid, key, ...sealed(pid, key, identity), createdAt: at };
        }),
        { ordered: false },
      );
    },
    /** Seals changed identities anew, each under its own key; those that are gone are left alone. */
    async replace(entries: ReadonlyMap<string, Identity>): Promise<void> {
      const keys = await identities.find({ _id: { $in: [...entries.keys()] } }, { projection: { key: 1 } }).toArray();
      const writes = keys.flatMap(({ _id: pid, key }) => {
        const identity = entries.get(pid);
        if (identity === undefined) return [];
        const update = {
          $set: sealed(pid, key, identity),
          ...(identity.iin === null ? { $unset: { iinLookup: 1 } } : {}),
        };
        return [{ updateOne: { filter: { _id: pid }, update } }];
      });
      if (writes.length > 0) await identities.bulkWrite(writes as never, { ordered: false });
    },
    /** Takes identities and their keys away: what was sealed with them can never be opened again. */
    remove: (pids: readonly string[]) => identities.deleteMany({ _id: { $in: [...pids] } }),
    /** Adds those that are not there; doing it again changes nothing. */
    async addMissing(entries: readonly { pid: string; identity: Identity }[], at: Date): Promise<void> {
      const pids = entries.map(({ pid }) => pid);
      const there = await identities.find({ _id: { $in: pids } }, { projection: { _id: 1 } }).toArray();
      const known = new Set(there.map(({ _id }) => _id));
      await this.add(
        entries.filter(({ pid }) => !known.has(pid)),
        at,
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
    /** Birth dates alone: no name is opened. */
    async birthDates(pids: readonly string[]): Promise<Map<string, string>> {
      const found = identities.find({ _id: { $in: [...pids] } }, { projection: { key: 1, 'sealed.birthDate': 1 } });
      const dates = new Map<string, string>();
      for await (const { _id, key, sealed: closed } of found)
        dates.set(_id, vault.open(_id, key, 'birthDate', closed.birthDate));
      return dates;
    },
    /** Family and given name of each; nothing else is opened, which matters to a list of thousands. */
    async namesOf(pids: readonly string[]): Promise<Map<string, string>> {
      const wanted = { key: 1, 'sealed.familyName': 1, 'sealed.givenName': 1 } as const;
      const documents = await identities.find({ _id: { $in: [...pids] } }, { projection: wanted }).toArray();
      return new Map(
        documents.map((document) => {
          const { familyName, givenName } = opened(document);
          return [document._id, `${familyName} ${givenName}`];
        }),
      );
    },
    /** Another field sealed with the pupil's key, e.g. the name signed on a paper; null where the identity is gone. */
    async sealField(pid: string, field: string, text: string): Promise<string | null> {
      const document = await identities.findOne({ _id: pid }, { projection: { key: 1 } });
      return document === null ? null : vault.seal(pid, document.key, field, text);
    },
    /** What `sealField` sealed; null where the identity, and so the key, is gone. */
    async openField(pid: string, field: string, sealedText: string): Promise<string | null> {
      const document = await identities.findOne({ _id: pid }, { projection: { key: 1 } });
      return document === null ? null : vault.open(pid, document.key, field, sealedText);
    },
    /** As `openField`, for many at once; each in its place. */
    async openFields(
      entries: readonly { pid: string; field: string; sealed: string }[],
    ): Promise<readonly (string | null)[]> {
      const pids = [...new Set(entries.map(({ pid }) => pid))];
      if (pids.length === 0) return [];
      const documents = await identities.find({ _id: { $in: pids } }, { projection: { key: 1 } }).toArray();
      const keys = new Map(documents.map(({ _id, key }) => [_id, key]));
      return entries.map(({ pid, field, sealed: text }) => {
        const key = keys.get(pid);
        return key === undefined ? null : vault.open(pid, key, field, text);
      });
    },
    findByIin: (iin: string) => identities.findOne({ iinLookup: vault.lookup('iin', iin) }, { projection: { _id: 1 } }),
    /** Whose each of these numbers is, of those that are anyone's. */
    async ownersOf(iins: readonly string[]): Promise<Map<string, string>> {
      const lookups = new Map(iins.map((iin) => [vault.lookup('iin', iin), iin]));
      const found = identities.find({ iinLookup: { $in: [...lookups.keys()] } }, { projection: { iinLookup: 1 } });
      const owners = new Map<string, string>();
      for await (const { _id, iinLookup = '' } of found) owners.set(lookups.get(iinLookup) ?? '', _id);
      return owners;
    },
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
