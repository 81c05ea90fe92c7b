import { createHmac, type KeyObject } from 'node:crypto';
import type { Collection, Db } from './driver.ts';
import { MongoBulkWriteError } from './driver.ts';
import { groupCommit } from './group-commit.ts';

/** What is told about an action: who, what, to whom. Never names, answers or scores. */
export type AuditEntry = { at: Date; actor: string; role: string; action: string; target: string; requestId: string };

/** A line: its number, the entry, and a keyed hash over both and the line before, so that any change shows. */
export type AuditDocument = AuditEntry & { _id: number; hash: string };

export type AuditStore = ReturnType<typeof auditStore>;

const genesis = 'ustaz';

/** The tamper-evident log. Lines are numbered without gaps; two servers may write, the number decides. */
export function auditStore(db: Db, auditKey: KeyObject) {
  const lines = db.collection<AuditDocument>('audit');
  const append = groupCommit<AuditEntry, number>((entries) => appendAll(lines, auditKey, entries), 500);
  return {
    append,
    page: (before: number | undefined, most: number) =>
      lines
        .find(before === undefined ? {} : { _id: { $lt: before } })
        .sort({ _id: -1 })
        .limit(most)
        .toArray(),
    count: () => lines.estimatedDocumentCount(),
    about: (target: string, actions: readonly string[]) =>
      lines
        .find({ target, action: { $in: [...actions] } })
        .sort({ _id: -1 })
        .limit(500)
        .toArray(),
    /** Walks the chain; gives the first line that does not fit, or null. */
    async verify(): Promise<{ seq: number; why: string } | null> {
      let previous = genesis;
      let expected = 1;
      for await (const line of lines.find().sort({ _id: 1 })) {
        if (line._id !== expected) return { seq: expected, why: 'a line is missing or was put in' };
        if (line.hash !== chained(auditKey, previous, line._id, line))
          return { seq: line._id, why: 'a line was changed' };
        previous = line.hash;
        expected += 1;
      }
      return null;
    },
  };
}

async function appendAll(
  lines: Collection<AuditDocument>,
  key: KeyObject,
  entries: readonly AuditEntry[],
): Promise<number[]> {
  for (let attempt = 0; ; attempt += 1) {
    const head = await lines.find().sort({ _id: -1 }).limit(1).next();
    const documents = chain(key, head, entries);
    try {
      await lines.insertMany(documents, { ordered: true });
      return documents.map(({ _id }) => _id);
    } catch (error) {
      // Another server took the number. Only a clash on the very first line can be tried again as a whole.
      if (!isFirstLineTaken(error) || attempt >= 20) throw error;
    }
  }
}

function chain(key: KeyObject, head: AuditDocument | null, entries: readonly AuditEntry[]): AuditDocument[] {
  let seq = head?._id ?? 0;
  let hash = head?.hash ?? genesis;
  return entries.map((entry) => {
    seq += 1;
    hash = chained(key, hash, seq, entry);
    return { _id: seq, ...entry, hash };
  });
}

const chained = (key: KeyObject, previous: string, seq: number, entry: AuditEntry): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        previous,
        seq,
        entry.at.toISOString(),
        entry.actor,
        entry.role,
        entry.action,
        entry.target,
        entry.requestId,
      ]),
    )
    .digest('base64url');

const isFirstLineTaken = (error: unknown): boolean =>
  error instanceof MongoBulkWriteError && error.code === 11000 && error.insertedCount === 0;
