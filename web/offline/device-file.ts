import type { DeviceFile, Parcel } from '../../server/contract/preparation.schema.ts';
import { createAnswerStore } from './answer-store.ts';
import { sealTo } from './code-lock.ts';
import { indexedTables } from './indexed-tables.ts';
import { cipherKeyring } from './keyring.ts';
import type { Batch, SittingRecord } from './records.ts';

/**
 * Everything on this device that the server does not have, for carrying away: each sitting sealed to its campaign, so that the
 * file tells nothing to who finds it. It stays here too, until the server has confirmed it; both ways together are the same
 * as one. Null where nothing waits.
 */
export async function makeDeviceFile(): Promise<DeviceFile | null> {
  const store = createAnswerStore(await indexedTables(), cipherKeyring(crypto.subtle));
  const parcels = [];
  for (const record of await store.sittings()) {
    const { sitting, lock } = record;
    const batches = await store.allBatches(sitting);
    const hasSomething = batches.length > 0 || record.submission?.state === 'asked' || (record.start ?? null) !== null;
    if (lock === null || !hasSomething) continue;
    const content = new TextEncoder().encode(JSON.stringify(parcelOf(record, batches)));
    const sealed = await sealTo(crypto.subtle, lock.publicKey, lock.campaign, content);
    parcels.push({ campaign: lock.campaign, sealed });
  }
  return parcels.length === 0 ? null : { ustaz: 'device-file-1', parcels };
}

const parcelOf = (record: SittingRecord, batches: readonly Batch[]): Parcel => ({
  sitting: record.sitting,
  uploadToken: record.uploadToken,
  start: record.start ?? null,
  batches: batches.flatMap(({ id, sealed, answers }) =>
    sealed === null ? [] : [{ id, content: { key: sealed, answers: [...answers] } }],
  ),
  submission:
    record.submission?.state === 'asked' ? { submission: record.submission.id, lastSeq: record.lastSeq } : null,
});
