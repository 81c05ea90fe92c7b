import type { PupilSession } from '../../server/contract/session.schema.ts';
import type { Device } from '../offline/device.ts';
import type { PupilApi } from '../offline/pupil-api.ts';
import { keepSession } from '../offline/sitter.ts';
import { isWrittenElsewhere } from '../offline/writer.ts';

/** How long a leaving pupil is asked to wait for the last answers to arrive. */
const patienceMs = 8000;

/**
 * «Finish on this computer» and «this is not me»: sends what is left, ends the session on the server, wipes the device.
 * Gives the number of answers that had to stay because the server does not have them yet; they are shown to nobody.
 */
export async function leaveDevice({ store, outbox }: Device, api: PupilApi, sitting: string): Promise<number> {
  await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  await api.finishHere().catch(() => undefined);
  await outbox.setWatched(null);
  // Another tab goes on with it: what it needs stays.
  if (!(await isWrittenElsewhere(sitting))) await store.leave(sitting);
  const { waiting, refused } = await store.unsent(sitting);
  return waiting + refused;
}

/** Nobody has touched the page for long: what was answered stays here, closed, for whoever has the code. */
export async function lockUp({ store, outbox }: Device, sitting: string): Promise<void> {
  await outbox.setWatched(null);
  await store.lock(sitting);
}

/** The sitting is handed in: a later visit without a network leads to the result, if that has come. */
export const keepFinished = ({ store }: Device, session: PupilSession): Promise<void> =>
  keepSession(store, { ...session, sitting: { ...session.sitting, state: 'submitted' } }).catch(() => undefined);
