import type { Answer } from '../../server/contract/sitting.schema.ts';
import type { Keyring } from './keyring.ts';
import type { AnswerRow, Batch, SittingRecord, TableWork } from './records.ts';
import { uuid } from './uuid.ts';

/** As many answers as one batch may carry by the contract. */
const largestBatch = 250;

type Boxed = { seq: number; box: string };

/** A batch with its request: the same bytes at every try, as long as the page knows (or does not know) the sitting's key. */
export type WireBatch = Batch & { bytes: string; isSealed: boolean };

/** What is not confirmed, oldest first. */
export async function unsentOf(rows: TableWork, sitting: string): Promise<Boxed[]> {
  const frozen = (await rows.list('batches', sitting)).flatMap(({ answers }) => answers);
  return [...frozen, ...(await rows.list('queue', sitting))];
}

/** The answers that can be read with the keys of this page. */
export async function answersOf(keyring: Keyring, sitting: string, boxes: readonly Boxed[]): Promise<Answer[]> {
  const read = boxes.map(async ({ seq, box }) => {
    const given = await keyring.open<Omit<Answer, 'seq'>>(sitting, box);
    return given === null ? [] : [inWireOrder({ ...given, seq })];
  });
  return (await Promise.all(read)).flat();
}

// Written out: the order of fields is part of «the same bytes».
const inWireOrder = ({ item, value, seq, atMs, language, givenAt }: Answer): Answer => ({
  item,
  value,
  seq,
  atMs,
  language,
  ...(givenAt === undefined ? {} : { givenAt }),
});

/** Puts a batch into its request: read where its key is here, else as it was closed. */
export async function wireBatch(keyring: Keyring, batch: Batch): Promise<WireBatch> {
  const answers = await answersOf(keyring, batch.sitting, batch.answers);
  if (answers.length === batch.answers.length) return { ...batch, bytes: JSON.stringify({ answers }), isSealed: false };
  return { ...batch, bytes: JSON.stringify({ key: batch.sealed, answers: batch.answers.map(inBox) }), isSealed: true };
}

const inBox = ({ seq, box }: Boxed): Boxed => ({ seq, box });

/** Takes the oldest of the queue into a batch; null where there is nothing. */
export async function freeze(rows: TableWork, sitting: string, sealed: string | null): Promise<Batch | null> {
  const queued: AnswerRow[] = (await rows.list('queue', sitting)).slice(0, largestBatch);
  const first = queued[0];
  if (first === undefined) return null;
  const answers = queued.map(inBox);
  const batch = { sitting, firstSeq: first.seq, id: uuid(), answers, sealed, count: queued.length, refused: null };
  await rows.put('batches', batch);
  for (const { seq } of queued) await rows.remove('queue', [sitting, seq]);
  return batch;
}

/** Everything closed with the old key becomes batches that carry it, sealed; what only it could show goes. */
export async function freezeAll(rows: TableWork, { sitting, lock }: SittingRecord): Promise<void> {
  while ((await freeze(rows, sitting, lock?.sealed ?? null)) !== null);
  for (const { item } of await rows.list('answers', sitting)) await rows.remove('answers', [sitting, item]);
  for (const { name } of await rows.list('kept', sitting)) await rows.remove('kept', [sitting, name]);
}
