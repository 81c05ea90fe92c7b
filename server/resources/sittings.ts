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
import { isOpen } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { asPupil, asUpload } from './actors.ts';
import { isErased } from './erased.ts';
import { makeResult, resultOf } from './make-result.ts';
import { openSittingOf } from './open-sitting.ts';
import { takeBatch } from './take-batch.ts';

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
    if (known !== null) return toSitting(await heldBy(stores, known, body, now));
    if (!isOpen(await stores.consents.of(pupil.pid), 'assessment', now)) throw new Problem('consent-missing');
    const campaign = await stores.catalogue.campaign(pupil.campaign);
    if (campaign === null || campaign.opensAt > now || campaign.closesAt <= now) throw new Problem('campaign-not-open');
    const { language, accommodation, device } = body;
    const opened = await openSittingOf(stores, pupil, {
      language,
      openedAt: now,
      writer: device === undefined ? null : { device, at: now },
      ...(accommodation === undefined ? {} : { accommodation }),
    });
    return toSitting(opened);
  },
});

/** The sitting with this device as its one writer. Throws `sitting-busy` where another writes it now and was not taken over. */
async function heldBy(
  stores: Container,
  known: SittingDocument,
  body: OpenSitting,
  now: Date,
): Promise<SittingDocument> {
  if (body.device === undefined || known.state === 'submitted') return known;
  const lease = { device: body.device, takeOver: body.takeOver ?? false };
  const held = await stores.sittings.takeLease(known, lease, now);
  if (held === null) throw new Problem('sitting-busy');
  return held;
}

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
  quick: true,
  handle: (stores, { params, body, actor, now }) => takeBatch(stores, asUpload(actor), params, body.answers, now),
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
  handle: (stores, { params, body, actor, now }) => handIn(stores, asUpload(actor).pid, params.sitting, body, now),
});

/** Closes a sitting and scores it; once more is a success. */
export async function handIn(
  stores: Container,
  pid: string,
  id: string,
  body: Submission,
  now: Date,
): Promise<SubmissionReceipt> {
  const closed = await stores.sittings.submit({ id, pid, ...body }, now);
  if (closed !== null) {
    stores.live.changed(pid);
    await makeResult(stores, closed, now);
    return toReceipt(closed);
  }
  if (await isErased(stores, id, pid)) return { sitting: id, submittedAt: now.toISOString(), answered: 0 };
  const known = await ownSitting(stores, id, pid);
  if (known.state === 'submitted') {
    // The first try may have closed the sitting and died before it was scored: without a result it is in no report.
    await resultOf(stores, known, now);
    return toReceipt(known);
  }
  if ((known.haltedAt ?? null) !== null) throw new Problem('consent-missing');
  throw new Problem('answers-missing');
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

export const toSitting = (document: SittingDocument): Sitting => ({
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
    ...{ item, value, seq, atMs, language },
  })),
});
