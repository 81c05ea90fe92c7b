import type { AnswerReceipt, Sitting, SubmissionReceipt } from '../../server/contract/sitting.schema.ts';
import { createClient } from './api.ts';
import { ApiFailure, asFailure } from './failure.ts';
import type { SittingRecord } from './records.ts';
import type { Uplink } from './settle.ts';
import { deviceId } from './writer.ts';

/** Sends with the sitting's own upload credential, so that it works long after the pupil's session has ended. */
export function createUplink(language: () => string): Uplink {
  const clientOf = (uploadToken: string) => createClient({ language, token: () => uploadToken, outlivesPage: true });
  return {
    sendStart: async ({ sitting, uploadToken }, start) => {
      const path = `/api/sittings/${sitting}/start`;
      const opened = await clientOf(uploadToken).send<Pick<Sitting, 'id'> | undefined>('PUT', path, start);
      requireReceipt(opened?.id === sitting);
    },
    sendBatch: async ({ uploadToken }, { sitting, id, bytes, isSealed }) => {
      const path = `/api/sittings/${sitting}/${isSealed ? 'sealed' : 'batches'}/${id}`;
      const receipt = await clientOf(uploadToken).sendBytes<AnswerReceipt | undefined>('PUT', path, bytes);
      requireReceipt(receipt?.batch === id);
    },
    sendSubmission: async ({ sitting, uploadToken, lastSeq }, submission) => {
      const path = `/api/sittings/${sitting}/submission`;
      const body = { submission, lastSeq };
      const receipt = await clientOf(uploadToken).send<SubmissionReceipt | undefined>('PUT', path, body);
      requireReceipt(receipt?.sitting === sitting);
    },
  };
}

/** Tells that the device is there and how many answers it has given. False where another device has taken over since. */
export async function tellPresence(
  language: () => string,
  { sitting, uploadToken, lastSeq }: Pick<SittingRecord, 'sitting' | 'uploadToken' | 'lastSeq'>,
): Promise<boolean> {
  const client = createClient({ language, token: () => uploadToken, timeoutMs: 8000 });
  return client.send('PUT', `/api/sittings/${sitting}/presence`, { lastSeq, device: deviceId }).then(
    () => true,
    (thrown: unknown) => asFailure(thrown).slug !== 'sitting-busy',
  );
}

/** A gate of a public network answers «200 OK» to everything: only the server's own receipt lets an answer leave the device. */
function requireReceipt(isOurs: boolean): void {
  if (!isOurs) throw new ApiFailure(null);
}
