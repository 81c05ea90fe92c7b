import type { Container } from '../container.ts';
import type { Answer, AnswerReceipt, BatchParams } from '../contract/sitting.schema.ts';
import type { UploadActor } from '../domain/actor.ts';
import { batchDigest, checkBatch } from '../domain/batch.ts';
import { sortByTime } from '../domain/in-time.ts';
import { Problem } from '../domain/problem.ts';
import { isErased } from './erased.ts';

/** Takes a batch of answers, however it came: from the page, sealed, or in a file. Again is a success. */
export async function takeBatch(
  stores: Container,
  { pid, instrument: named, closesAt }: UploadActor,
  params: BatchParams,
  answers: readonly Answer[],
  now: Date,
): Promise<AnswerReceipt> {
  const [instrument = '', version = ''] = named.split('@');
  checkBatch(answers, stores.instruments.version(instrument, version).answerDomain);
  const digest = batchDigest(answers);
  const { taken, tooLate, lateness } = sortByTime(answers, closesAt, now);
  const receipt = { batch: params.batch, stored: taken.length, serverTime: now.toISOString() };
  const keepAside = (kind: 'conflict' | 'late' | 'after-closing', kept: readonly Answer[]) =>
    stores.sittings.keepAside({ ...params, kind, answers: kept, at: now }, digest);
  if (tooLate.length > 0) {
    if (await isErased(stores, params.sitting, pid)) return receipt;
    if (!(await stores.sittings.isOf(params.sitting, pid))) throw new Problem('not-found');
    await keepAside('after-closing', tooLate);
    if (taken.length === 0) return receipt;
  }
  const outcome = await stores.sittings.record({ ...params, pid, digest, answers: taken, at: now, lateness });
  if (outcome === 'stored' || outcome === 'repeated') {
    stores.live.changed(pid);
    return receipt;
  }
  if (outcome === 'unknown-sitting') {
    if (await isErased(stores, params.sitting, pid)) return receipt;
    throw new Problem('not-found');
  }
  // Consent was withdrawn: what the device still has is not taken, not even aside.
  if (outcome === 'halted') throw new Problem('consent-missing');
  await keepAside(outcome === 'conflict' ? 'conflict' : 'late', taken);
  throw new Problem(outcome === 'conflict' ? 'batch-conflict' : 'sitting-submitted');
}
