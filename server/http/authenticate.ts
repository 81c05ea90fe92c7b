import type { Container } from '../container.ts';
import type { Actor, StaffActor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { reachOf } from '../domain/staff-reach.ts';
import { needsFactor } from '../domain/staff-rules.ts';

/**
 * Who is asking. No header: anonymous. A header that does not hold: `session-ended`, so that the page knows to sign in again.
 * Staff sessions and accounts, pupils' and guardians' codes, experts are looked up on every request (an ended session, a disabled account
 * or a reissued code holds at once);
 * the upload credential is not: it must work months later and adds answers only.
 */
export async function authenticate(stores: Container, authorization: string | undefined, now: Date): Promise<Actor> {
  if (authorization === undefined) return { kind: 'anonymous' };
  const actor = authorization.startsWith('Bearer ') ? stores.tokens.read(authorization.slice(7), now) : null;
  const live = actor?.kind === 'staff' ? await liveStaff(stores, actor, now) : actor;
  if (live === null || !(await isLive(stores, live))) throw new Problem('session-ended');
  return live;
}

/** The person as they are now, not as they were when the token was made: what ended has ended at once. */
async function liveStaff(stores: Container, actor: StaffActor, now: Date): Promise<StaffActor | null> {
  const [session, account] = await Promise.all([stores.staffSessions.live(actor.family), stores.staff.byId(actor.id)]);
  if (session === null || account === null || account.disabledAt !== null) return null;
  const { role, region, organisation, demo, secondFactorAt = null } = account;
  const isLimited = needsFactor(stores.policy.secondFactor, account) && secondFactorAt === null && !session.isStrong;
  return { ...actor, role, region, organisation, demo, isLimited, ...reachOf(account, now) };
}

async function isLive(stores: Container, actor: Actor): Promise<boolean> {
  switch (actor.kind) {
    case 'pupil':
    case 'guardian':
      return stores.codes.isLive(actor.pid, actor.kind, actor.code);
    case 'expert':
      return (await stores.panels.expert(actor.expert))?.link === actor.link;
    default:
      return true;
  }
}
