import type { Answer } from '../contract/sitting.schema.ts';
import { newestByItem } from '../domain/batch.ts';
import type { Lateness } from '../domain/in-time.ts';
import { isLineLost } from './database.ts';
import { type Collection, type Db, MongoServerError } from './driver.ts';
import { groupCommit } from './group-commit.ts';
import type { SittingDocument } from './sitting-document.ts';

export type BatchWrite = {
  sitting: string;
  /** Whose sitting it must be; another's is unknown to them. */
  pid: string;
  batch: string;
  digest: string;
  answers: readonly Answer[];
  at: Date;
  /** Noted beside the batch where it came after the campaign had closed. */
  lateness?: Lateness | null;
};

/** What became of a batch; only `stored` and `repeated` are successes. */
export type BatchOutcome = 'stored' | 'repeated' | 'conflict' | 'submitted' | 'halted' | 'unknown-sitting';

type Known = Pick<SittingDocument, '_id' | 'pid' | 'state' | 'lastSeq' | 'batches' | 'haltedAt'>;
const known = { pid: 1, state: 1, lastSeq: 1, batches: 1, haltedAt: 1 } as const;

/**
 * Writes answer batches, many in one command. In order (the rule) a batch is one plain `$set`, guarded by
 * `lastSeq < its first`, and nothing is read. Only when some did not match are their sittings read and sorted out:
 * a repeat, a conflict, a closed sitting, or a batch that came out of order and is merged item by item.
 */
export function answerWriter(db: Db): (write: BatchWrite) => Promise<BatchOutcome> {
  const sittings = db.collection<SittingDocument>('sittings');
  return groupCommit<BatchWrite, BatchOutcome>(async (writes) => {
    const operations = writes.map(inOrder);
    const matched = await writeAhead(db, operations).catch((error: unknown) => {
      // Once more: the primary may be another by now, and what was written all the same is known by its digest.
      if (isLineLost(error)) return writeAhead(db, operations);
      throw error;
    });
    return matched === writes.length ? writes.map(() => 'stored') : sortOut(sittings, writes);
  });
}

type InOrder = ReturnType<typeof inOrder>;

/**
 * How many matched. Sent as the bare command: the driver's own way numbers each write so that the database can know it again,
 * which costs one more document each; a batch is known by its id and digest anyway.
 */
async function writeAhead(db: Db, operations: readonly InOrder[]): Promise<number> {
  const reply = await db.command({
    update: 'sittings',
    updates: operations.map(({ filter, update }) => ({ q: filter, u: update, hint })),
    ordered: false,
    writeConcern: { w: 'majority', j: true },
  });
  const [wrong] = reply.writeErrors ?? [];
  if (wrong !== undefined) throw new MongoServerError(wrong);
  return reply.n;
}

/** Said, or several indexes are tried out for each batch: no two of their filters are alike. */
const hint = { _id: 1 } as const;

function inOrder(write: BatchWrite) {
  const first = Math.min(...write.answers.map(({ seq }) => seq));
  const last = Math.max(...write.answers.map(({ seq }) => seq));
  const set: Record<string, unknown> = { lastSeq: last, [`batches.${write.batch}`]: write.digest };
  for (const answer of newestByItem(write.answers).values()) set[`answers.${answer.item}`] = stored(answer, write.at);
  if (write.lateness) set[`late.${write.batch}`] = write.lateness;
  return {
    filter: {
      _id: write.sitting,
      pid: write.pid,
      state: 'open' as const,
      haltedAt: null,
      lastSeq: { $lt: first },
      [`batches.${write.batch}`]: { $exists: false },
    },
    update: { $set: set },
  };
}

async function sortOut(sittings: Collection<SittingDocument>, writes: readonly BatchWrite[]): Promise<BatchOutcome[]> {
  const ids = [...new Set(writes.map(({ sitting }) => sitting))];
  const found = await sittings.find<Known>({ _id: { $in: ids } }, { projection: known }).toArray();
  const byId = new Map(found.map((sitting) => [sitting._id, sitting]));
  return Promise.all(writes.map((write) => outcome(sittings, write, byId.get(write.sitting))));
}

async function outcome(
  sittings: Collection<SittingDocument>,
  write: BatchWrite,
  held: Known | undefined,
): Promise<BatchOutcome> {
  if (held === undefined || held.pid !== write.pid) return 'unknown-sitting';
  const digest = held.batches[write.batch];
  // Written by this very flush or by an earlier try: to the sender both are the same success.
  if (digest !== undefined) return digest === write.digest ? 'repeated' : 'conflict';
  if (held.state === 'submitted') return 'submitted';
  if (isHalted(held)) return 'halted';
  const merged = await mergeLate(sittings, write);
  if (merged) return 'stored';
  const again = await sittings.findOne<Known>({ _id: write.sitting }, { projection: known });
  if (again === null) return 'unknown-sitting';
  const nowKnown = again.batches[write.batch];
  if (nowKnown !== undefined) return nowKnown === write.digest ? 'repeated' : 'conflict';
  return isHalted(again) ? 'halted' : 'submitted';
}

const isHalted = ({ haltedAt = null }: Known): boolean => haltedAt !== null;

/** Out of order: each item takes the answer with the higher sequence number, decided inside the database. */
async function mergeLate(sittings: Collection<SittingDocument>, write: BatchWrite): Promise<boolean> {
  const last = Math.max(...write.answers.map(({ seq }) => seq));
  const set: Record<string, unknown> = {
    lastSeq: { $max: ['$lastSeq', last] },
    [`batches.${write.batch}`]: { $literal: write.digest },
  };
  for (const answer of newestByItem(write.answers).values()) {
    const held = `$answers.${answer.item}`;
    const newer = { $gt: [answer.seq, { $ifNull: [`${held}.seq`, 0] }] };
    set[`answers.${answer.item}`] = { $cond: [newer, { $literal: stored(answer, write.at) }, held] };
  }
  if (write.lateness) set[`late.${write.batch}`] = { $literal: write.lateness };
  const result = await sittings.updateOne(
    {
      _id: write.sitting,
      pid: write.pid,
      state: 'open',
      haltedAt: null,
      [`batches.${write.batch}`]: { $exists: false },
    },
    [{ $set: set }],
    { hint },
  );
  return result.matchedCount === 1;
}

const stored = ({ value, seq, atMs, language }: Answer, at: Date) => ({ value, seq, atMs, language, at });
