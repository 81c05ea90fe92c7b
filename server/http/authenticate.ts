import type { Container } from '../container.ts';
import type { Actor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';

/**
 * Who is asking. No header: anonymous. A header that does not hold: `session-ended`, so that the page knows to sign in again.
 * Staff sessions and accounts, pupils' and guardians' codes are looked up on every request (an ended session, a disabled account
 * or a reissued code holds at once);
 * the upload credential is not: it must work months later and adds answers only.
 */
export async function authenticate(stores: Container, authorization: string | undefined, now: Date): Promise<Actor> {
  if (authorization === undefined) return { kind: 'anonymous' };
  const actor = authorization.startsWith('Bearer ') ? stores.tokens.read(authorization.slice(7), now) : null;
  if (actor === null || !(await isLive(stores, actor))) throw new Problem('session-ended');
  return actor;
}

async function isLive(stores: Container, actor: Actor): Promise<boolean> {
  switch (actor.kind) {
    case 'staff':
      return (await stores.staffSessions.isLive(actor.family)) && (await stores.staff.mayWork(actor.id));
    case 'pupil':
    case 'guardian':
      return stores.codes.isLive(actor.pid, actor.kind, actor.code);
    default:
      return true;
  }
}
