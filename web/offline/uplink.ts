import type { AnswerReceipt, SubmissionReceipt } from '../../server/contract/sitting.schema.ts';
import { createClient } from './api.ts';
import { ApiFailure } from './failure.ts';
import type { SittingRecord } from './records.ts';
import type { Uplink } from './settle.ts';

/** Sends with the sitting's own upload credential, so that it works long after the pupil's session has ended. */
export function createUplink(language: () => string): Uplink {
  const clientOf = (uploadToken: string) => createClient({ language, token: () => uploadToken, outlivesPage: true });
  return {
    sendBatch: async ({ uploadToken }, { sitting, id, bytes }) => {
      const path = `/api/sittings/${sitting}/batches/${id}`;
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

/** Tells that the device is there and how many answers it has given; nothing depends on it, so nothing waits for it. */
export async function tellPresence(
  language: () => string,
  { sitting, uploadToken, lastSeq }: Pick<SittingRecord, 'sitting' | 'uploadToken' | 'lastSeq'>,
): Promise<void> {
  const client = createClient({ language, token: () => uploadToken, timeoutMs: 8000 });
  await client.send('PUT', `/api/sittings/${sitting}/presence`, { lastSeq }).catch(() => undefined);
}

/** A gate of a public network answers «200 OK» to everything: only the server's own receipt lets an answer leave the device. */
function requireReceipt(isOurs: boolean): void {
  if (!isOurs) throw new ApiFailure(null);
}
