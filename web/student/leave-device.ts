import type { Device } from '../offline/device.ts';
import type { PupilApi } from '../offline/pupil-api.ts';

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
  await store.leave(sitting);
  const { waiting, refused } = await store.unsent(sitting);
  return waiting + refused;
}
