import type { Answer } from '../../server/contract/sitting.schema.ts';
import { answersOf, freeze, freezeAll, unsentOf, type WireBatch, wireBatch } from './batches.ts';
import type { Lock } from './code-lock.ts';
import { type Keyring, openKeyring } from './keyring.ts';
import type { AnswerRow, Batch, SittingRecord, Start, Tables, TableWork } from './records.ts';
import { uuid } from './uuid.ts';

/** A prepared computer waits so long for a pupil who does not come. */
const awaitedMs = 60 * 86_400_000;

export type GivenAnswer = Omit<Answer, 'seq'>;
export type AnswerStore = ReturnType<typeof createAnswerStore>;

/**
 * The answers on this device: what was answered (to show and to resume) and what the server has not confirmed yet (to send).
 * An answer enters both at once and leaves the second only by `confirm`. What an answer says is closed with the sitting's key.
 */
export function createAnswerStore(tables: Tables, keyring: Keyring = openKeyring()) {
  const inOneGo = tables.atomically;
  // Closing takes its time: answers are numbered in the order they were given, not in the order they were closed.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    get isDurable() {
      return tables.isDurable;
    },
    keyring,

    /** Takes up a sitting on this device; `lastSeq` is what the server has seen. What was here already stays. */
    open: (sitting: string, uploadToken: string, lastSeq: number, lock: Lock | null = null) =>
      inOneGo(async (rows) => {
        const held = await recordOf(rows, sitting);
        // Another key (a new card): what the old one closed cannot be shown any more, and goes to the server as it is.
        if (held?.lock && lock && held.lock.sealed !== lock.sealed) await freezeAll(rows, held);
        const fresh = { sitting, lastSeq: 0, submission: null };
        await put(rows, {
          ...(held ?? fresh),
          uploadToken,
          lock: lock ?? held?.lock ?? null,
          lastSeq: Math.max(held?.lastSeq ?? 0, lastSeq),
          isLeft: false,
        });
      }),

    /** Keeps an answer and gives it its number. Rejects where the device cannot keep it. */
    record: (sitting: string, given: GivenAnswer): Promise<Answer> =>
      inTurn(async () => {
        const box = await keyring.close(sitting, given);
        return inOneGo(async (rows) => {
          const held = await requireRecord(rows, sitting);
          const seq = held.lastSeq + 1;
          const row: AnswerRow = { sitting, item: given.item, seq, box };
          await put(rows, { ...held, lastSeq: seq });
          await rows.put('answers', row);
          await rows.put('queue', row);
          return { ...given, seq };
        });
      }),

    /** What was answered on this device, unless the pupil has left it; together with everything not yet confirmed. */
    answers: async (sitting: string): Promise<Answer[]> => {
      const boxes = await inOneGo(async (rows) => [
        ...(await rows.list('answers', sitting)),
        ...(await unsentOf(rows, sitting)),
      ]);
      return answersOf(keyring, sitting, boxes);
    },

    /** The oldest batch to send, or a new one frozen from the queue; null where there is nothing to send. */
    nextBatch: async (sitting: string): Promise<WireBatch | null> => {
      const batch = await inOneGo(async (rows) => {
        const waiting = (await rows.list('batches', sitting)).find(({ refused }) => refused === null);
        return waiting ?? freeze(rows, sitting, (await recordOf(rows, sitting))?.lock?.sealed ?? null);
      });
      return batch === null ? null : wireBatch(keyring, batch);
    },

    /** Everything that waits, frozen; for carrying it away. */
    allBatches: (sitting: string): Promise<Batch[]> =>
      inOneGo(async (rows) => {
        const sealed = (await recordOf(rows, sitting))?.lock?.sealed ?? null;
        while ((await freeze(rows, sitting, sealed)) !== null);
        return rows.list('batches', sitting);
      }),

    /** The server has the batch: it may leave the device. */
    confirm: (batch: Batch) => inOneGo((rows) => rows.remove('batches', [batch.sitting, batch.firstSeq])),

    /** The server will not take the batch as it is. */
    setAside: (batch: WireBatch, why: string) =>
      inOneGo((rows) => rows.put('batches', { ...frozen(batch), refused: why })),

    /** The same answers under a new id. */
    renew: (batch: WireBatch) => inOneGo((rows) => rows.put('batches', { ...frozen(batch), id: uuid() })),

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

    /** The pupil began without a network, or (null) the server has opened the sitting. */
    setStart: (sitting: string, start: Start | null) =>
      inOneGo(async (rows) => {
        const held = await recordOf(rows, sitting);
        if (held !== null) await put(rows, { ...held, start });
      }),

    find: (sitting: string) => inOneGo((rows) => recordOf(rows, sitting)),
    sittings: () => inOneGo((rows) => rows.list('sittings')),

    /** Keeps something about a sitting for a later visit. */
    keep: async (sitting: string, name: string, value: object): Promise<void> => {
      const box = await keyring.close(sitting, value);
      await inOneGo((rows) => rows.put('kept', { sitting, name, box }));
    },
    kept: async <T>(sitting: string, name: string): Promise<T | null> => {
      const found = (await inOneGo((rows) => rows.list('kept', sitting))).find((row) => row.name === name);
      return found === undefined ? null : keyring.open<T>(sitting, found.box);
    },

    /** The page is nobody's any more: all stays, closed. Whoever has the code opens it again. */
    lock: async (sitting: string): Promise<void> => {
      if (!keyring.locks) await inOneGo((rows) => leave(rows, sitting));
      keyring.forget(sitting);
    },

    /** The pupil leaves: all goes but what is unsent, and that is never shown again. True where nothing had to stay. */
    leave: async (sitting: string): Promise<boolean> => {
      const isGone = await inOneGo((rows) => leave(rows, sitting));
      keyring.forget(sitting);
      return isGone;
    },

    /** A prepared computer, made ready for a pupil. What is here of that sitting already stays as it is. */
    prepare: (record: SittingRecord, kept: readonly { name: string; box: string }[]) =>
      inOneGo(async (rows) => {
        if ((await recordOf(rows, record.sitting)) !== null) return;
        await rows.put('sittings', record);
        for (const { name, box } of kept) await rows.put('kept', { sitting: record.sitting, name, box });
      }),
  };
}

/** The batch without its request. */
const frozen = ({ sitting, firstSeq, id, answers, sealed, count, refused }: WireBatch): Batch => ({
  ...{ sitting, firstSeq, id, answers, sealed, count, refused },
});

const put = (rows: TableWork, record: Omit<SittingRecord, 'touchedAt'>) =>
  rows.put('sittings', { ...record, touchedAt: Date.now() });

const recordOf = async (rows: TableWork, sitting: string): Promise<SittingRecord | null> =>
  (await rows.list('sittings', sitting))[0] ?? null;

async function requireRecord(rows: TableWork, sitting: string): Promise<SittingRecord> {
  const held = await recordOf(rows, sitting);
  if (held === null) throw new RangeError('the sitting is not open on this device');
  return held;
}

async function countUnsent(rows: TableWork, sitting?: string): Promise<{ waiting: number; refused: number }> {
  const batches = await rows.list('batches', sitting);
  const count = (wanted: boolean) =>
    batches.filter((batch) => (batch.refused !== null) === wanted).reduce((sum, batch) => sum + batch.count, 0);
  return { waiting: count(false) + (await rows.list('queue', sitting)).length, refused: count(true) };
}

async function leave(rows: TableWork, sitting: string): Promise<boolean> {
  const held = await recordOf(rows, sitting);
  const { waiting, refused } = await countUnsent(rows, sitting);
  const isSubmitting = held?.submission?.state === 'asked';
  // A prepared computer waits for its pupil, who may not have begun.
  const isAwaited =
    held?.isPrepared === true && held.submission?.state !== 'confirmed' && Date.now() - held.touchedAt < awaitedMs;
  const hasToStay = waiting + refused > 0 || isSubmitting || isAwaited;
  if (!isAwaited)
    for (const { item } of await rows.list('answers', sitting)) await rows.remove('answers', [sitting, item]);
  if (held !== null && hasToStay) {
    await put(rows, { ...held, isLeft: true });
    return false;
  }
  for (const { name } of await rows.list('kept', sitting)) await rows.remove('kept', [sitting, name]);
  await rows.remove('sittings', [sitting]);
  return true;
}
