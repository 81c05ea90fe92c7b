import type { Container } from '../container.ts';
import { shape } from '../contract/shape.ts';
import {
  type AnswerBatch,
  type AnswerReceipt,
  answerBatch,
  answerReceipt,
  type BatchParams,
  batchParams,
  type OpenSitting,
  openSitting,
  type Sitting,
  type SittingParams,
  type Submission,
  type SubmissionReceipt,
  sitting,
  sittingParams,
  submission,
  submissionReceipt,
} from '../contract/sitting.schema.ts';
import type { UploadActor } from '../domain/actor.ts';
import { batchDigest, checkBatch } from '../domain/batch.ts';
import { isOpen } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { seedOf } from '../domain/seed.ts';
import { endpoint } from '../http/endpoint.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { asPupil, asUpload } from './actors.ts';
import { makeResult, resultOf } from './make-result.ts';

const ofSitting = { of: 'sitting', param: 'sitting' } as const;

export const open = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting',
  summary: 'Open a sitting with the id the device made, or come back to it',
  permission: 'sitting.read',
  scope: ofSitting,
  params: shape<SittingParams>(sittingParams),
  body: shape<OpenSitting>(openSitting),
  reply: shape<Sitting>(sitting),
  audit: null,
  async handle(stores, { params, body, actor, now }) {
    const pupil = asPupil(actor);
    const known = await stores.sittings.byId(params.sitting);
    if (known !== null && known.pid !== pupil.pid) throw new Problem('not-found');
    if (known !== null) return toSitting(known);
    if (!isOpen(await stores.consents.of(pupil.pid), 'assessment', now)) throw new Problem('consent-missing');
    const campaign = await stores.catalogue.campaign(pupil.campaign);
    if (campaign === null || campaign.opensAt > now || campaign.closesAt <= now) throw new Problem('campaign-not-open');
    const place = await stores.pupils.byId(pupil.pid);
    if (place === null) throw new Problem('not-found');
    const [instrument = '', instrumentVersion = ''] = pupil.instrument.split('@');
    const round = (await stores.repeats.latest(pupil.pid, pupil.campaign))?.round ?? null;
    const opened = await stores.sittings.open({
      _id: params.sitting,
      pid: pupil.pid,
      campaign: pupil.campaign,
      ...(round === null ? {} : { round }),
      school: place.school,
      district: place.district,
      region: place.region,
      instrument,
      instrumentVersion,
      language: body.language,
      seed: seedOf(params.sitting),
      state: 'open',
      openedAt: now,
      submittedAt: null,
      submission: null,
      lastSeq: 0,
      answers: {},
      batches: {},
      origin: 'person',
      ...(body.accommodation === undefined ? {} : { accommodation: body.accommodation }),
    });
    if (opened === null) throw new Problem('sitting-elsewhere');
    stores.live.heard(pupil.pid, opened.lastSeq);
    return toSitting(opened);
  },
});

export const read = endpoint({
  method: 'get',
  path: '/api/sittings/:sitting',
  summary: 'A sitting with its answers, to go on from another device',
  permission: 'sitting.read',
  scope: ofSitting,
  params: shape<SittingParams>(sittingParams),
  reply: shape<Sitting>(sitting),
  audit: null,
  handle: async (stores, { params, actor }) => toSitting(await ownSitting(stores, params.sitting, asPupil(actor).pid)),
});

export const putBatch = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/batches/:batch',
  summary: 'Add answers; the same batch again is a success, other answers under its id are kept aside and refused',
  permission: 'sitting.answer',
  scope: ofSitting,
  params: shape<BatchParams>(batchParams),
  body: shape<AnswerBatch>(answerBatch),
  reply: shape<AnswerReceipt>(answerReceipt),
  audit: null,
  async handle(stores, { params, body, actor, now }) {
    const { pid, instrument: named } = asUpload(actor);
    const [instrument = '', version = ''] = named.split('@');
    checkBatch(body.answers, stores.instruments.version(instrument, version).answerDomain);
    const digest = batchDigest(body.answers);
    const outcome = await stores.sittings.record({ ...params, pid, digest, answers: body.answers, at: now });
    if (outcome === 'stored' || outcome === 'repeated') {
      stores.live.changed(pid);
      return { batch: params.batch, stored: body.answers.length, serverTime: now.toISOString() };
    }
    if (outcome === 'unknown-sitting' && (await isErased(stores, params.sitting, pid)))
      return { batch: params.batch, stored: body.answers.length, serverTime: now.toISOString() };
    if (outcome === 'unknown-sitting') throw new Problem('not-found');
    // Consent was withdrawn: what the device still has is not taken, not even aside.
    if (outcome === 'halted') throw new Problem('consent-missing');
    const kind = outcome === 'conflict' ? 'conflict' : 'late';
    await stores.sittings.keepAside({ ...params, kind, answers: body.answers, at: now }, digest);
    throw new Problem(outcome === 'conflict' ? 'batch-conflict' : 'sitting-submitted');
  },
});

export const submit = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/submission',
  summary: 'Hand the answers in; again is a success',
  permission: 'sitting.answer',
  scope: ofSitting,
  params: shape<SittingParams>(sittingParams),
  body: shape<Submission>(submission),
  reply: shape<SubmissionReceipt>(submissionReceipt),
  audit: null,
  async handle(stores, { params, body, actor, now }) {
    const { pid } = asUpload(actor);
    const closed = await stores.sittings.submit({ id: params.sitting, pid, ...body }, now);
    if (closed !== null) {
      stores.live.changed(pid);
      await makeResult(stores, closed, now);
      return toReceipt(closed);
    }
    if (await isErased(stores, params.sitting, pid))
      return { sitting: params.sitting, submittedAt: now.toISOString(), answered: 0 };
    const known = await ownSitting(stores, params.sitting, pid);
    if (known.state === 'submitted') {
      // The first try may have closed the sitting and died before it was scored: without a result it is in no report.
      await resultOf(stores, known, now);
      return toReceipt(known);
    }
    if ((known.haltedAt ?? null) !== null) throw new Problem('consent-missing');
    throw new Problem('answers-missing');
  },
});

/**
 * Was the child of this device erased? What such a device still sends is acknowledged, so that it lets go of it, and dropped.
 */
export async function isErased(stores: Container, sitting: string, pid: string): Promise<boolean> {
  return (await stores.tombstones.erasedAmong([`pid|${pid}`, `sitting|${sitting}`])).size > 0;
}

/** A sitting by its id, if it is this pupil's. */
export async function ownSitting(stores: Container, id: string, pid: UploadActor['pid']): Promise<SittingDocument> {
  const found = await stores.sittings.byId(id);
  if (found === null || found.pid !== pid) throw new Problem('not-found');
  return found;
}

const toReceipt = (closed: SittingDocument): SubmissionReceipt => ({
  sitting: closed._id,
  submittedAt: (closed.submittedAt ?? closed.openedAt).toISOString(),
  answered: Object.values(closed.answers).filter(({ value }) => value !== null).length,
});

const toSitting = (document: SittingDocument): Sitting => ({
  id: document._id,
  state: document.state,
  instrument: document.instrument,
  instrumentVersion: document.instrumentVersion,
  language: document.language,
  seed: document.seed,
  openedAt: document.openedAt.toISOString(),
  submittedAt: document.submittedAt?.toISOString() ?? null,
  lastSeq: document.lastSeq,
  answers: Object.entries(document.answers).map(([item, { value, seq, atMs, language }]) => ({
    item,
    value,
    seq,
    atMs,
    language,
  })),
});
