import { createHmac, type KeyObject } from 'node:crypto';
import type { Db } from './driver.ts';

/** An access code of a pupil or a guardian, stored as an HMAC whose key is not in the database. */
export type CodeDocument = {
  _id: string;
  pid: string;
  kind: 'pupil' | 'guardian';
  /** Sessions carry it: a reissued code ends the sessions of the old one. */
  generation: string;
  issuedAt: Date;
  expiresAt: Date;
};

export type CodeStore = ReturnType<typeof codeStore>;

export function codeStore(db: Db, codeKey: KeyObject) {
  const codes = db.collection<CodeDocument>('codes');
  const hash = (kind: CodeDocument['kind'], code: string): string =>
    createHmac('sha256', codeKey).update(`${kind}|${code}`).digest('base64url');

  return {
    find: (kind: CodeDocument['kind'], code: string) => codes.findOne({ _id: hash(kind, code) }),

    /** Stores a code and removes the earlier ones of the same pupil and kind. */
    async issue(entry: Omit<CodeDocument, '_id'>, code: string): Promise<void> {
      await codes.insertOne({ _id: hash(entry.kind, code), ...entry });
      await codes.deleteMany({ pid: entry.pid, kind: entry.kind, _id: { $ne: hash(entry.kind, code) } });
    },
    async issueMany(entries: readonly { entry: Omit<CodeDocument, '_id'>; code: string }[]): Promise<void> {
      if (entries.length === 0) return;
      await codes.insertMany(entries.map(({ entry, code }) => ({ _id: hash(entry.kind, code), ...entry })));
    },
    /** Stores new codes of many pupils and removes their earlier ones; the new ones are there before the old ones go. */
    async reissueMany(entries: readonly { entry: Omit<CodeDocument, '_id'>; code: string }[]): Promise<void> {
      if (entries.length === 0) return;
      const fresh = entries.map(({ entry, code }) => ({ _id: hash(entry.kind, code), ...entry }));
      await codes.insertMany(fresh);
      const pids = [...new Set(fresh.map(({ pid }) => pid))];
      await codes.deleteMany({ pid: { $in: pids }, _id: { $nin: fresh.map(({ _id }) => _id) } });
    },
    /** Those of these pupils who have a code that works. */
    holders: async (pids: readonly string[], now: Date): Promise<Set<string>> => {
      const live = { pid: { $in: [...pids] }, kind: 'pupil' as const, expiresAt: { $gt: now } };
      return new Set((await codes.find(live, { projection: { pid: 1 } }).toArray()).map(({ pid }) => pid));
    },
    /** When each of these codes ends, of those that are their pupil's and of that kind. */
    endsOf: async (wanted: readonly { pid: string; kind: CodeDocument['kind']; code: string }[]): Promise<Date[]> => {
      const owners = new Map(wanted.map(({ pid, kind, code }) => [hash(kind, code), pid]));
      const found = await codes.find({ _id: { $in: [...owners.keys()] } }).toArray();
      return found.filter(({ _id, pid }) => owners.get(_id) === pid).map(({ expiresAt }) => expiresAt);
    },
    /** Takes all codes of these pupils away. */
    removeOf: (pids: readonly string[]) => codes.deleteMany({ pid: { $in: [...pids] } }),
    isLive: async (pid: string, kind: CodeDocument['kind'], generation: string): Promise<boolean> =>
      (await codes.findOne({ pid, kind, generation }, { projection: { _id: 1 } })) !== null,
    /** «Finish on this computer»: the code stays good, its sessions end. */
    renew: (pid: string, kind: CodeDocument['kind'], generation: string) =>
      codes.updateMany({ pid, kind }, { $set: { generation } }),
  };
}
