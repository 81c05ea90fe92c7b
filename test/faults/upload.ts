import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { Answer } from '../../server/contract/sitting.schema.ts';
import type { SittingActor } from '../../server/domain/actor.ts';
import { tokens } from '../../server/http/tokens.ts';
import type { Secrets } from '../../server/secrets.ts';
import type { SittingDocument } from '../../server/store/sitting-document.ts';

const hourMs = 3_600_000;

/** A pupil's device in the middle of a sitting: it holds an upload credential and sends batches until they are taken. */
export type Device = { sitting: string; token: string; sent: Batch[]; acknowledged: Set<string> };
export type Batch = { id: string; answers: Answer[] };

/** Opens sittings straight in the database, and gives a device for each. */
export async function openDevices(mongoUri: string, secrets: Secrets, count: number): Promise<Device[]> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  const pupils = Array.from({ length: count }, () => newSitting());
  await connection.collection<SittingDocument>('sittings').insertMany(pupils);
  await connection.close();
  const issuer = tokens(secrets.tokenKeys);
  return pupils.map(({ _id: sitting, pid }) => {
    const actor: SittingActor = {
      pid,
      sitting,
      campaign: 'c',
      school: 's',
      region: 'r',
      instrument: 'personality-ipip50@1.0.0',
      code: 'g',
    };
    return {
      sitting,
      token: issuer.forUpload(actor, new Date(Date.now() + hourMs)),
      sent: [],
      acknowledged: new Set(),
    };
  });
}

const newSitting = (): SittingDocument => ({
  _id: randomUUID(),
  pid: randomUUID(),
  campaign: 'c',
  school: 's',
  district: 'd',
  region: 'r',
  instrument: 'personality-ipip50',
  instrumentVersion: '1.0.0',
  language: 'kk',
  seed: 1,
  state: 'open',
  openedAt: new Date(),
  submittedAt: null,
  submission: null,
  lastSeq: 0,
  answers: {},
  batches: {},
  origin: 'person',
});

/** The next batch of a device: one answer, numbered on. */
export function nextBatch(device: Device): Batch {
  const seq = device.sent.length + 1;
  const answers: Answer[] = [
    { item: `E${1 + (seq % 10)}`, value: 1 + (seq % 5), seq, atMs: seq * 100, language: 'kk' },
  ];
  const batch = { id: randomUUID(), answers };
  device.sent.push(batch);
  return batch;
}

/** Sends a batch once; gives the status, 0 where the connection broke. Remembers what was acknowledged. */
export async function sendBatch(
  url: string,
  device: Device,
  batch: Batch,
): Promise<{ status: number; retryAfter: string | null }> {
  try {
    const response = await fetch(`${url}/api/sittings/${device.sitting}/batches/${batch.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
      body: JSON.stringify({ answers: batch.answers }),
    });
    await response.text();
    if (response.status === 200) device.acknowledged.add(batch.id);
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  } catch {
    return { status: 0, retryAfter: null };
  }
}

/** What the database holds of a device's sitting. */
export async function stored(mongoUri: string, devices: readonly Device[]): Promise<Map<string, SittingDocument>> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  const ids = devices.map(({ sitting }) => sitting);
  const found = await connection
    .collection<SittingDocument>('sittings')
    .find({ _id: { $in: ids } })
    .toArray();
  await connection.close();
  return new Map(found.map((sitting) => [sitting._id, sitting]));
}
