import type { Container } from '../../container.ts';
import type { Pool } from '../../domain/allocation/types.ts';
import { stateOf } from '../../domain/referral/history.ts';
import { holdsSeat, type ReferralStatus } from '../../domain/referral/status.ts';
import { waitingOffers } from '../../domain/referral/waiting-offers.ts';
import type { ReferralDocument } from '../../store/referrals.ts';
import { makeReferrals } from './decide-round.ts';
import { candidatesNow, poolOf, withQuota } from './round-things.ts';

/**
 * Settles a decided round: what time has ended is written down, whose consent is gone loses the offer, and the waiting list
 * moves up into the seats that are free. Doing it again changes nothing; two at once are kept apart by a lock.
 */
export async function settleRound(stores: Container, id: string, now: Date): Promise<number> {
  return (await stores.locks.whileHolding(`round|${id}`, 30_000, () => settle(stores, id, now))) ?? 0;
}

/**
 * Gives the seats of a decided round that nobody holds once the list has moved back to the table, so that another round or
 * another region may have them. Gives how many; null where somebody else is at this round.
 */
export const returnFreeSeats = (stores: Container, id: string, now: Date, who: { by: string; who: string }) =>
  stores.locks.whileHolding(`round|${id}`, 30_000, async (): Promise<number> => {
    await settle(stores, id, now);
    const record = await stores.rounds.byId(id);
    if (record === null || record.state !== 'final') return 0;
    const held = new Map<string, number>();
    for (const { events, place } of await stores.referrals.ofRound(id))
      if (holdsSeat(stateOf(events, now)?.status ?? 'revoked')) held.set(place.id, (held.get(place.id) ?? 0) + 1);
    const places = record.places.map((place) => ({
      ...place,
      returned: Math.max(place.returned ?? 0, place.quota - (held.get(place.id) ?? 0)),
    }));
    const sumOf = (all: readonly { returned?: number }[]): number =>
      all.reduce((sum, { returned = 0 }) => sum + returned, 0);
    const more = sumOf(places) - sumOf(record.places);
    if (more > 0) await stores.rounds.advance(record, { places }, { at: now, ...who, what: 'returned' });
    return more;
  });

/** Settles every decided round, without anybody reading it: deadlines pass and lists move up by themselves. Gives new offers. */
export async function settleRounds(stores: Container, now: Date): Promise<number> {
  let offers = 0;
  for (const id of await stores.rounds.decided()) offers += await settleRound(stores, id, now);
  return offers;
}

async function settle(stores: Container, id: string, now: Date): Promise<number> {
  const record = await stores.rounds.byId(id);
  if (record === null || record.state !== 'final' || record.lotterySeed === null) return 0;
  const choices = (await stores.rounds.choicesOf(id)).filter(({ frozen }) => frozen !== null);
  const candidates = await candidatesNow(stores, choices, now);
  await endLapsed(stores, await stores.referrals.ofRound(id), candidates, now);
  const standing = (await stores.referrals.ofRound(id)).map((one) => ({
    ...one,
    status: stateOf(one.events, now)?.status ?? ('revoked' as const),
  }));
  const holdings = standing
    .filter(({ status }) => holdsSeat(status))
    .map(({ code, place }) => ({ candidate: code, place: place.id }));
  const holding = new Set(holdings.map(({ candidate }) => candidate));
  const gone = new Set(
    choices.flatMap(({ pid, frozen }) => {
      const code = frozen?.code ?? '';
      return !holding.has(code) && (!candidates.has(pid) || hasLeft(standing, pid)) ? [code] : [];
    }),
  );
  const departed = new Set(
    choices.flatMap(({ departure, frozen }) => (departure === null ? [] : [frozen?.code ?? ''])),
  );
  const left = record.places.map((place) => withQuota(place, place.quota - (place.returned ?? 0)));
  const rules = poolOf({ ...record, places: left }, choices, record.lotterySeed);
  const pool = withoutRefused(rules, { standing, holdings, departed });
  const byCode = new Map(choices.map((choice) => [choice.frozen?.code ?? '', choice]));
  const offers = waitingOffers(pool, holdings, gone).flatMap(({ candidate, to }) => {
    const choice = byCode.get(candidate);
    return choice === undefined ? [] : [{ choice, place: to }];
  });
  return stores.referrals.addNew(await makeReferrals(stores, record, offers, 'waiting-list', now));
}

const untilEnrolment: ReadonlySet<ReferralStatus> = new Set(['drafted', 'offered', 'accepted']);

/** Writes down what expired, and takes back offers whose consent is gone. */
async function endLapsed(
  stores: Container,
  referrals: readonly ReferralDocument[],
  candidates: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  for (const { _id, pid, events } of referrals) {
    const state = stateOf(events, now);
    const last = events.at(-1);
    if (state === null || last === undefined) continue;
    if (state.status === 'expired' && last.to === 'offered') {
      const lapse = {
        to: 'expired' as const,
        by: 'clock' as const,
        who: 'clock',
        at: now,
        reason: null,
        answerBy: null,
      };
      await stores.referrals.step(_id, events.length, lapse);
    } else if (untilEnrolment.has(state.status) && !candidates.has(pid)) {
      const taken = {
        to: 'revoked' as const,
        by: 'guardian' as const,
        who: 'consent',
        at: now,
        reason: 'consent withdrawn',
        answerBy: null,
      };
      await stores.referrals.step(_id, events.length, taken);
    }
  }
}

type Standing = ReferralDocument & { status: ReferralStatus };

/** Let an offer lapse, or took the referral back: no more offers of this round. Saying no to one place is not leaving. */
const hasLeft = (referrals: readonly Standing[], pid: string): boolean =>
  referrals.some(
    (one) => one.pid === pid && (one.status === 'expired' || one.status === 'revoked' || one.status === 'left'),
  );

const ended: ReadonlySet<ReferralStatus> = new Set(['declined', 'expired', 'revoked', 'left']);

type Decided = {
  standing: readonly Standing[];
  holdings: readonly { candidate: string; place: string }[];
  /** Codes for which the commission departed from the proposal. */
  departed: ReadonlySet<string>;
};

/**
 * After a «no» to a place only places wished more than that one are offered; what is held stays. Where the commission
 * departed from the proposal, its word stands: the list gives nobody back what it took.
 */
function withoutRefused(pool: Pool, { standing, holdings, departed }: Decided): Pool {
  const held = new Set(holdings.map(({ candidate, place }) => `${candidate}|${place}`));
  return {
    ...pool,
    candidates: pool.candidates.map((candidate) => {
      const refused = standing
        .filter(({ code, status }) => code === candidate.id && ended.has(status))
        .map(({ place }) => candidate.wishes.indexOf(place.id))
        .filter((index) => index >= 0);
      const until = departed.has(candidate.id) ? 0 : Math.min(candidate.wishes.length, ...refused);
      const wishes = candidate.wishes.filter((place, index) => index < until || held.has(`${candidate.id}|${place}`));
      return { ...candidate, wishes };
    }),
  };
}
