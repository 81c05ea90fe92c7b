import type { Referral } from '../../contract/referral.schema.ts';
import { isCheckInDue } from '../../domain/referral/check-in.ts';
import { stateOf } from '../../domain/referral/history.ts';
import { type ReferralParty, referralSteps } from '../../domain/referral/status.ts';
import type { ReferralDocument } from '../../store/referrals.ts';
import { type PlaceNames, toPlace } from './round-things.ts';

export type ReferralReader = {
  party: ReferralParty;
  mayBeNamed: boolean;
  names: PlaceNames;
  /** Names of staff, by account. */
  staff: ReadonlyMap<string, string>;
  now: Date;
};

/** A referral for one reader: where it stands, what came before, and which steps are theirs now. */
export function toReferral(
  record: ReferralDocument,
  { party, mayBeNamed, names, staff, now }: ReferralReader,
): Referral {
  const { _id, number, code, round, year, place, checkIns, unt, teachesAt, events } = record;
  const state = stateOf(events, now) ?? { status: 'drafted' as const, since: now, answerBy: null };
  return {
    id: _id,
    ...{ number, code, round, year, unt, teachesAt, mayBeNamed },
    status: state.status,
    since: state.since.toISOString(),
    answerBy: state.answerBy?.toISOString() ?? null,
    place: toPlace(place, names),
    checkIns: checkIns.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    checkInDue: isCheckInDue(record, now),
    steps: referralSteps.filter(({ from, by }) => from === state.status && by.includes(party)).map(({ to }) => to),
    history: events.map(({ to, at, by, who, reason }) => ({
      to,
      at: at.toISOString(),
      by,
      // A family's step names the party, never the person.
      who: by === 'department' || by === 'university' ? (staff.get(who) ?? who) : by,
      reason,
    })),
  };
}

/** Staff accounts that a referral's history names. */
export const staffIn = (records: readonly ReferralDocument[]): string[] => [
  ...new Set(
    records.flatMap(({ events }) =>
      events.filter(({ by }) => by === 'department' || by === 'university').map(({ who }) => who),
    ),
  ),
];
