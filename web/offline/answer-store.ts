import type { Answer } from '../../server/contract/sitting.schema.ts';
import type { AnswerRow, Batch, SittingRecord, Tables, TableWork } from './records.ts';
import { uuid } from './uuid.ts';

/** As many answers as one batch may carry by the contract. */
const largestBatch = 250;

export type GivenAnswer = Omit<Answer, 'seq'>;
export type AnswerStore = ReturnType<typeof createAnswerStore>;

/**
 * The answers on this device: what was answered (to show and to resume) and what the server has not confirmed yet (to send).
 * An answer enters both at once and leaves the second only by `confirm`.
 */
export function createAnswerStore(tables: Tables) {
  const inOneGo = tables.atomically;
  return {
    isDurable: tables.isDurable,

    /** Takes up a sitting on this device; `lastSeq` is what the server has seen. What was here already stays. */
    open: (sitting: string, uploadToken: string, lastSeq: number) =>
      inOneGo(async (rows) => {
        const held = await recordOf(rows, sitting);
        const fresh = { sitting, lastSeq: 0, submission: null };
        await put(rows, {
          ...(held ?? fresh),
          uploadToken,
          lastSeq: Math.max(held?.lastSeq ?? 0, lastSeq),
          isLeft: false,
        });
      }),

    /** Keeps an answer and gives it its number. Rejects where the device cannot keep it. */
    record: (sitting: string, given: GivenAnswer): Promise<Answer> =>
      inOneGo(async (rows) => {
        const held = await requireRecord(rows, sitting);
        const seq = held.lastSeq + 1;
        const row: AnswerRow = { ...given, sitting, seq };
        await put(rows, { ...held, lastSeq: seq });
        await rows.put('answers', row);
        await rows.put('queue', row);
        return toAnswer(row);
      }),

    /** What was answered on this device, unless the pupil has left it; together with everything not yet confirmed. */
    answers: (sitting: string): Promise<Answer[]> =>
      inOneGo(async (rows) => {
        const kept = (await rows.list('answers', sitting)).map(toAnswer);
        return [...kept, ...(await unconfirmed(rows, sitting))];
      }),

    /** The oldest batch to send, or a new one frozen from the queue; null where there is nothing to send. */
    nextBatch: (sitting: string): Promise<Batch | null> =>
      inOneGo(async (rows) => {
        const frozen = (await rows.list('batches', sitting)).find((batch) => batch.refused === null);
        return frozen ?? freeze(rows, sitting);
      }),

    /** The server has the batch: it may leave the device. */
    confirm: (batch: Batch) => inOneGo((rows) => rows.remove('batches', [batch.sitting, batch.firstSeq])),

    /** The server will not take the batch as it is. */
    setAside: (batch: Batch, why: string) => inOneGo((rows) => rows.put('batches', { ...batch, refused: why })),

    /** The same answers under a new id. */
    renew: (batch: Batch) => inOneGo((rows) => rows.put('batches', { ...batch, id: uuid() })),

    /** Every answer still here goes once more; the server takes the newest of each item, so a repeat changes nothing. */
    requeue: (sitting: string) =>
      inOneGo(async (rows) => {
        for (const row of await rows.list('answers', sitting)) await rows.put('queue', row);
      }),

    /** Answers the server has not confirmed: on their way, and refused. */
    unsent: (sitting?: string) => inOneGo((rows) => countUnsent(rows, sitting)),

    /** Asks for submission; asked twice, it is the same submission. */
    askSubmission: (sitting: string) =>
      inOneGo(async (rows) => {
        const held = await requireRecord(rows, sitting);
        await put(rows, { ...held, submission: held.submission ?? { id: uuid(), state: 'asked' } });
      }),

    closeSubmission: (sitting: string, state: 'confirmed' | 'refused') =>
      inOneGo(async (rows) => {
        const held = await recordOf(rows, sitting);
        if (held?.submission) await put(rows, { ...held, submission: { ...held.submission, state } });
      }),

    find: (sitting: string) => inOneGo((rows) => recordOf(rows, sitting)),
    sittings: () => inOneGo((rows) => rows.list('sittings')),

    /** The pupil leaves: all goes but what is unsent, and that is never shown again. True where nothing had to stay. */
    leave: (sitting: string): Promise<boolean> => inOneGo((rows) => leave(rows, sitting)),
  };
}

const put = (rows: TableWork, record: Omit<SittingRecord, 'touchedAt'>) =>
  rows.put('sittings', { ...record, touchedAt: Date.now() });

const recordOf = async (rows: TableWork, sitting: string): Promise<SittingRecord | null> =>
  (await rows.list('sittings', sitting))[0] ?? null;

async function requireRecord(rows: TableWork, sitting: string): Promise<SittingRecord> {
  const held = await recordOf(rows, sitting);
  if (held === null) throw new RangeError('the sitting is not open on this device');
  return held;
}

const toAnswer = ({ item, value, seq, atMs, language }: Answer): Answer => ({ item, value, seq, atMs, language });

async function unconfirmed(rows: TableWork, sitting: string): Promise<Answer[]> {
  const frozen = (await rows.list('batches', sitting)).flatMap((batch) => answersIn(batch.bytes));
  return [...frozen, ...(await rows.list('queue', sitting)).map(toAnswer)];
}

// Our own bytes, written by `freeze`.
const answersIn = (bytes: string): Answer[] => (JSON.parse(bytes) as { answers: Answer[] }).answers;

async function freeze(rows: TableWork, sitting: string): Promise<Batch | null> {
  const queued = (await rows.list('queue', sitting)).slice(0, largestBatch);
  const first = queued[0];
  if (first === undefined) return null;
  const bytes = JSON.stringify({ answers: queued.map(toAnswer) });
  const batch: Batch = { sitting, firstSeq: first.seq, id: uuid(), bytes, count: queued.length, refused: null };
  await rows.put('batches', batch);
  for (const { seq } of queued) await rows.remove('queue', [sitting, seq]);
  return batch;
}

async function countUnsent(rows: TableWork, sitting?: string): Promise<{ waiting: number; refused: number }> {
  const batches = await rows.list('batches', sitting);
  const count = (wanted: boolean) =>
    batches.filter((batch) => (batch.refused !== null) === wanted).reduce((sum, batch) => sum + batch.count, 0);
  return { waiting: count(false) + (await rows.list('queue', sitting)).length, refused: count(true) };
}

async function leave(rows: TableWork, sitting: string): Promise<boolean> {
  for (const { item } of await rows.list('answers', sitting)) await rows.remove('answers', [sitting, item]);
  const held = await recordOf(rows, sitting);
  const { waiting, refused } = await countUnsent(rows, sitting);
  const isSubmitting = held?.submission?.state === 'asked';
  if (held !== null && (waiting + refused > 0 || isSubmitting)) {
    await put(rows, { ...held, isLeft: true });
    return false;
  }
  await rows.remove('sittings', [sitting]);
  return true;
}
