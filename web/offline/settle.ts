import type { AnswerStore } from './answer-store.ts';
import type { WireBatch } from './batches.ts';
import { type ApiFailure, asFailure } from './failure.ts';
import type { SittingRecord, Start } from './records.ts';

/** The calls the outbox makes; all reject with `ApiFailure`, and resolve only on the server's own receipt. */
export type Uplink = {
  /** Opens a sitting that began without a network. */
  sendStart(record: SittingRecord, start: Start): Promise<void>;
  sendBatch(record: SittingRecord, batch: WireBatch): Promise<void>;
  sendSubmission(record: SittingRecord, submission: string): Promise<void>;
};

/** The fault lies in what the batch says: the same bytes will never be taken. Anything else may pass, a new sign-in for example. */
const isBatchAtFault = (failure: ApiFailure): boolean => [400, 413, 422].includes(failure.status);

/** Sends what one sitting has waiting, then its submission. Null where nothing is left; else why it stopped. */
export async function settleSitting(
  store: AnswerStore,
  uplink: Uplink,
  sitting: string,
  onStep: () => Promise<void>,
): Promise<ApiFailure | null> {
  for (;;) {
    const record = await store.find(sitting);
    if (record === null) return null;
    const { start = null } = record;
    if (start !== null) {
      const refused = await attempt(() => uplink.sendStart(record, start));
      if (refused !== null) return refused;
      await store.setStart(sitting, null);
    }
    const batch = await store.nextBatch(sitting);
    if (batch === null) return settleSubmission(store, uplink, record);
    const failure = await attempt(() => uplink.sendBatch(record, batch));
    const isStuck = failure !== null && !(await settleRefusal(store, batch, failure));
    if (isStuck) return failure;
    if (failure === null) await store.confirm(batch);
    await onStep();
  }
}

/** True where the refusal settles the batch, false where it must be sent again as it is. */
async function settleRefusal(store: AnswerStore, batch: WireBatch, failure: ApiFailure): Promise<boolean> {
  // It came after the submission: the server keeps it aside, and has it.
  if (failure.slug === 'sitting-submitted') await store.confirm(batch);
  // Another batch stands under this id: the answers go again under a new one.
  else if (failure.slug === 'batch-conflict') await store.renew(batch);
  else if (isBatchAtFault(failure)) await store.setAside(batch, failure.slug);
  else return false;
  return true;
}

async function settleSubmission(store: AnswerStore, uplink: Uplink, record: SittingRecord): Promise<ApiFailure | null> {
  const { sitting, submission, isLeft } = record;
  if (submission?.state === 'asked') {
    const failure = await attempt(() => uplink.sendSubmission(record, submission.id));
    // The server has less than it once confirmed (put back from a backup, say): it gets again all that is here.
    if (failure?.slug === 'answers-missing') await store.requeue(sitting);
    if (failure !== null && !isBatchAtFault(failure)) return failure;
    await store.closeSubmission(sitting, failure === null ? 'confirmed' : 'refused');
  }
  // Nobody sits here: what the server now has need not lie about.
  if (isLeft) await store.leave(sitting);
  return null;
}

async function attempt(call: () => Promise<void>): Promise<ApiFailure | null> {
  try {
    await call();
    return null;
  } catch (thrown) {
    return asFailure(thrown);
  }
}
