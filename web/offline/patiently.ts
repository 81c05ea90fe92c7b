import { backoffMs } from './backoff.ts';
import { ApiFailure } from './failure.ts';

const mostRepeats = 3;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again, three times at most, while the service says it is too busy: a class that comes in at once is not sent away. */
export async function patiently<Reply>(ask: () => Promise<Reply>, wait = pause): Promise<Reply> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof ApiFailure) || thrown.status !== 503 || attempt > mostRepeats) throw thrown;
      await wait(backoffMs(attempt, Math.random()));
    }
  }
}
