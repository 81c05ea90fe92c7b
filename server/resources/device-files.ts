import type { Container } from '../container.ts';
import {
  type DeviceFile,
  type DeviceFileReceipt,
  deviceFile,
  deviceFileReceipt,
  type Parcel,
  parcel,
} from '../contract/preparation.schema.ts';
import { type SchoolParams, schoolParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import type { UploadActor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';
import { validator } from '../http/validator.ts';
import { openSealed, startOf } from './offline-sittings.ts';
import { handIn } from './sittings.ts';
import { takeBatch } from './take-batch.ts';

type Taken = DeviceFileReceipt['parcels'][number];

export const takeDeviceFile = endpoint({
  method: 'post',
  path: '/api/schools/:school/device-files',
  summary: 'Take in the file of a device that has no network; taken twice, it is the same as once',
  permission: 'class.write',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  body: shape<DeviceFile>(deviceFile),
  bodyLimit: 8_000_000,
  reply: shape<DeviceFileReceipt>(deviceFileReceipt),
  audit: { action: 'device-file.take', target: 'school' },
  async handle(stores, { params, body, now }) {
    const parcels: Taken[] = [];
    for (const sealed of body.parcels) parcels.push(await take(stores, params.school, sealed, now));
    return { parcels };
  },
});

const readParcel = validator(parcel, 'body');

/** One pupil's parcel; what is wrong with it holds up no other. */
async function take(
  stores: Container,
  school: string,
  { campaign, sealed }: DeviceFile['parcels'][number],
  now: Date,
): Promise<Taken> {
  const taken: Taken = { answers: 0, submitted: false, refused: null };
  try {
    const opened = (await stores.campaignKeys.of(campaign, now)).open(campaign, sealed);
    if (opened === null) throw new Problem('input-invalid');
    // Checked by the contract of a parcel.
    const content = readParcel(JSON.parse(opened.toString('utf8'))) as Parcel;
    const actor = senderOf(stores, content, campaign, school, now);
    if (content.start !== null) await startOf(stores, actor, content.start, now);
    for (const { id, content: batch } of content.batches) {
      const answers = await openSealed(stores, actor, content.sitting, batch, now);
      await takeBatch(stores, actor, { sitting: content.sitting, batch: id }, answers, now).catch(ignoreLate);
      taken.answers += answers.length;
    }
    if (content.submission !== null) {
      await handIn(stores, actor.pid, content.sitting, content.submission, now);
      taken.submitted = true;
    }
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    taken.refused = thrown.slug;
  }
  return taken;
}

/** The parcel carries the sitting's own upload credential; it must be of this school and of the campaign it was sealed to. */
function senderOf(stores: Container, content: Parcel, campaign: string, school: string, now: Date): UploadActor {
  const actor = stores.tokens.read(content.uploadToken, now);
  const isOurs = actor?.kind === 'upload' && actor.sitting === content.sitting;
  if (!isOurs || actor.campaign !== campaign || actor.school !== school) throw new Problem('not-found');
  return actor;
}

/** It came after the submission: the server keeps it aside, and has it. */
function ignoreLate(thrown: unknown): void {
  if (!(thrown instanceof Problem) || thrown.slug !== 'sitting-submitted') throw thrown;
}
