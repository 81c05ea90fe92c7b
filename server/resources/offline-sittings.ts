import type { Container } from '../container.ts';
import { shape } from '../contract/shape.ts';
import {
  type Answer,
  type AnswerReceipt,
  answer,
  answerReceipt,
  type BatchParams,
  batchParams,
  type SealedBatch,
  type SittingParams,
  type StartReceipt,
  type StartSitting,
  sealedBatch,
  sittingParams,
  startReceipt,
  startSitting,
} from '../contract/sitting.schema.ts';
import type { UploadActor } from '../domain/actor.ts';
import { consentState } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { openBox } from '../domain/sealed-box.ts';
import { endpoint } from '../http/endpoint.ts';
import { validator } from '../http/validator.ts';
import { asUpload } from './actors.ts';
import { consentEvent } from './consent-log.ts';
import { isErased } from './erased.ts';
import { openSittingOf } from './open-sitting.ts';
import { takeBatch } from './take-batch.ts';

const ofSitting = { of: 'sitting', param: 'sitting' } as const;

export const putSealedBatch = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/sealed/:batch',
  summary: 'Add answers as a device closed them, which can no longer read them itself; else the same as a batch',
  permission: 'sitting.answer',
  scope: ofSitting,
  params: shape<BatchParams>(batchParams),
  body: shape<SealedBatch>(sealedBatch),
  bodyLimit: 262_144,
  reply: shape<AnswerReceipt>(answerReceipt),
  audit: null,
  async handle(stores, { params, body, actor, now }) {
    const upload = asUpload(actor);
    if (!(await stores.sittings.isOf(params.sitting, upload.pid))) {
      const dropped = { batch: params.batch, stored: body.answers.length, serverTime: now.toISOString() };
      if (await isErased(stores, params.sitting, upload.pid)) return dropped;
      throw new Problem('not-found');
    }
    return takeBatch(stores, upload, params, await openSealed(stores, upload, params.sitting, body, now), now);
  },
});

export const start = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/start',
  summary: 'Open a sitting that a pupil began on a prepared device without a network; again is a success',
  permission: 'sitting.answer',
  scope: ofSitting,
  params: shape<SittingParams>(sittingParams),
  body: shape<StartSitting>(startSitting),
  bodyLimit: 1024,
  reply: shape<StartReceipt>(startReceipt),
  audit: null,
  handle: (stores, { body, actor, now }) => startOf(stores, asUpload(actor), body, now),
});

/** The pupil's own yes was given on the device, with the code; the guardian's must stand here. */
export async function startOf(
  stores: Container,
  actor: UploadActor,
  body: StartSitting,
  now: Date,
): Promise<StartReceipt> {
  const known = await stores.sittings.byId(actor.sitting);
  if (known !== null && known.pid !== actor.pid) throw new Problem('not-found');
  if (known !== null) return { id: known._id, openedAt: known.openedAt.toISOString() };
  if (await isErased(stores, actor.sitting, actor.pid)) return { id: actor.sitting, openedAt: now.toISOString() };
  const events = await stores.consents.of(actor.pid);
  const own = consentState(events, 'assessment', 'pupil', now);
  if (consentState(events, 'assessment', 'guardian', now) !== 'given' || own === 'withdrawn')
    throw new Problem('consent-missing');
  const campaign = await stores.catalogue.campaign(actor.campaign);
  // Where the device cannot tell when (it was opened anew without a network), the pupil is believed.
  const openedAt = new Date(Math.min(now.getTime(), body.givenAt ?? now.getTime()));
  const isInTime = campaign !== null && (body.givenAt === null || openedAt < campaign.closesAt);
  if (!isInTime) throw new Problem('campaign-not-open');
  if (own !== 'given') {
    const said = { purpose: 'assessment', action: 'given', wording: body.wording, language: body.language } as const;
    const who = { pid: actor.pid, party: 'pupil', how: 'own-code', recordedBy: 'pupil', now } as const;
    await stores.consents.add([consentEvent(said, who)]);
  }
  const opened = await openSittingOf(stores, actor, { language: body.language, openedAt, writer: null });
  return { id: opened._id, openedAt: opened.openedAt.toISOString() };
}

const readAnswer = validator(answer, 'body');

/** The answers of a sealed batch. Throws `input-invalid` where it was not closed for this sitting and this campaign. */
export async function openSealed(
  stores: Container,
  { campaign }: UploadActor,
  sitting: string,
  { key, answers }: SealedBatch,
  now: Date,
): Promise<Answer[]> {
  const raw = (await stores.campaignKeys.of(campaign, now)).open(sitting, key);
  if (raw === null) throw notOurs('/body/key');
  return answers.map(({ seq, box }, index) => {
    const given = readBox(raw, sitting, box);
    if (given === null) throw notOurs(`/body/answers/${index}/box`);
    // Checked by the contract of an answer.
    return readAnswer({ ...given, seq }) as Answer;
  });
}

function readBox(key: Buffer, sitting: string, box: string): object | null {
  try {
    const given: unknown = JSON.parse(openBox(key, sitting, box).toString('utf8'));
    return typeof given === 'object' ? given : null;
  } catch {
    return null;
  }
}

const notOurs = (pointer: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer, detail: 'closed for this sitting and this campaign' }] });
