import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import { CommandProblem } from '../command-problem.ts';
import type { Place } from '../with-stores.ts';
import { nobodyAt } from './sender.ts';

type Signing = Pick<Container, 'tokens' | 'now'>;

/**
 * Nothing is written before the service has shown that it works on this database.
 * @throws CommandProblem where it does not, with what to do
 */
export async function demandSameDatabase(stores: Signing, url: string, place: Place): Promise<void> {
  const { embedded = false, wasRunning = false, dataDir } = place;
  if ((!embedded || wasRunning) && (await knowsOurKeys(stores, url))) return;
  if (!(await answers(url))) throw new CommandProblem(nobodyAt(url));
  const where = embedded ? `in the data folder ${dataDir}` : 'that MONGODB_URI names';
  throw new CommandProblem(
    `The service at ${url} does not work on the database ${where}: pupils who are made there are unknown to it. Give this ` +
      'command the same USTAZ_DATA (or MONGODB_URI and USTAZ_SECRETS) as the service; --url names another service.',
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the service at `url` holds the keys of this database: it knows a credential signed with them from one that is not its own
 * (401), and refuses what is sent with it all the same. A service that does not answer is asked again by whoever sends.
 */
export async function knowsOurKeys({ tokens, now }: Signing, url: string): Promise<boolean> {
  const nobody = { pid: randomUUID(), sitting: randomUUID(), campaign: '-', school: '-', region: '-' };
  const inAMinute = new Date(now().getTime() + 60_000);
  const credential = tokens.forUpload(
    { ...nobody, instrument: '-', code: randomUUID(), closesAt: inAMinute.getTime() },
    inAMinute,
  );
  try {
    const { status } = await fetch(`${url}/api/sittings/${nobody.sitting}/submission`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(20_000),
    });
    return status !== 401;
  } catch {
    return true;
  }
}
