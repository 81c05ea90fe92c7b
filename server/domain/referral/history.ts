import { mayStep, type ReferralParty, type ReferralStatus } from './status.ts';

/** One line of a referral's history; lines are only ever added. `reason` in words, for every step back. */
export type ReferralEvent = {
  readonly to: ReferralStatus;
  readonly by: ReferralParty;
  /** Account or pseudonymous id of who took the step; `clock` for time. */
  readonly who: string;
  readonly at: Date;
  readonly reason: string | null;
  /** An offer is answered until then. */
  readonly answerBy: Date | null;
};

export type ReferralState = { readonly status: ReferralStatus; readonly answerBy: Date | null; readonly since: Date };

/**
 * Where a referral stands now: the last line, and an offer past its date counts as expired whether or not anybody has
 * written that down yet. Null for an empty history.
 */
export function stateOf(events: readonly ReferralEvent[], now: Date): ReferralState | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  if (last.to === 'offered' && last.answerBy !== null && last.answerBy <= now) {
    return { status: 'expired', answerBy: last.answerBy, since: last.answerBy };
  }
  return { status: last.to, answerBy: last.answerBy, since: last.at };
}

const needsReason: ReadonlySet<ReferralStatus> = new Set(['revoked', 'left']);

export type StepRefusal = 'not-a-step' | 'reason-missing' | 'deadline-missing';

/** Why an event may not follow a history, or null where it may. The first event drafts. */
export function refusalOf(events: readonly ReferralEvent[], next: ReferralEvent): StepRefusal | null {
  const state = stateOf(events, next.at);
  if (state === null) return next.to === 'drafted' && next.by === 'department' ? null : 'not-a-step';
  // What time has expired, time may write down.
  const from =
    state.status === 'expired' && next.to === 'expired' && events.at(-1)?.to === 'offered' ? 'offered' : state.status;
  if (!mayStep(from, next.to, next.by)) return 'not-a-step';
  if (needsReason.has(next.to) && (next.reason ?? '').trim() === '') return 'reason-missing';
  if (next.to === 'offered' && (next.answerBy === null || next.answerBy <= next.at)) return 'deadline-missing';
  return null;
}
