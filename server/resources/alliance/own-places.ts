import type { Container } from '../../container.ts';
import {
  type FamilyReferral,
  type FamilyStep,
  familyStep,
  type GuardianReferrals,
  guardianReferrals,
  type OwnCheckIn,
  type OwnPlaces,
  ownCheckIn,
  ownPlaces,
  type WishList,
  wishList,
} from '../../contract/own-places.schema.ts';
import { type LanguageQuery, languageQuery } from '../../contract/round.schema.ts';
import { shape } from '../../contract/shape.ts';
import { commissionWords, explanationWords, movedWords } from '../../domain/alliance/explanation-words.ts';
import { allocate } from '../../domain/allocation/allocate.ts';
import { explainCandidates } from '../../domain/allocation/explain.ts';
import { lotteryOrder } from '../../domain/allocation/lottery.ts';
import { consentState } from '../../domain/consent.ts';
import { isCandidate } from '../../domain/decision/candidate.ts';
import type { Language } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import { hasCheckIns } from '../../domain/referral/check-in.ts';
import { isLetterInForce, type ReferralParty } from '../../domain/referral/status.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { ChoiceDocument, RoundDocument } from '../../store/rounds.ts';
import { asGuardian, asPupil } from '../actors.ts';
import { settleRound } from './move-up.ts';
import { toReferral } from './referral-wire.ts';
import { existingReferral, takeStep } from './referrals.ts';
import { existingRound, placeNames, placeTitle, poolOf, toPlace } from './round-things.ts';

const MOST_EARLIER = 20;

export const readOwnPlaces = endpoint({
  method: 'get',
  path: '/api/pupil/places',
  summary: 'The round of the own region: places, own wishes, what came of them and why, own referrals',
  permission: 'pupil.self',
  scope: 'none',
  query: shape<LanguageQuery>(languageQuery),
  reply: shape<OwnPlaces>(ownPlaces),
  audit: null,
  handle: (stores, { actor, query, now }) => placesOf(stores, asPupil(actor).pid, query.language, now),
});

async function placesOf(stores: Container, pid: string, language: Language, now: Date): Promise<OwnPlaces> {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const events = await stores.consents.of(pid);
  const given = (party: 'guardian' | 'pupil') => consentState(events, 'department', party, now) === 'given';
  const missing = [
    ...(pupil.teachingWish?.wish === true ? [] : ['wish' as const]),
    ...(given('guardian') ? [] : ['guardian-consent' as const]),
    ...(given('pupil') ? [] : ['own-consent' as const]),
  ];
  const rounds = await takenPart(stores, pid, pupil.region);
  const current = currentOf(rounds);
  const referrals = await ownReferrals(stores, pid, 'pupil', language, now);
  const earlier = await earlierOf(
    stores,
    rounds.filter((one) => one !== current),
    language,
  );
  if (current === null) return { missing, round: null, wishes: [], code: null, explanation: [], earlier, referrals };
  const { record, choice } = current;
  const names = await placeNames(stores);
  const { _id: id, title, state, wishesUntil, cap, obligations, places, lotterySeed } = record;
  return {
    missing,
    round: {
      ...{ id, title, state, cap, lotterySeed },
      wishesUntil: wishesUntil.toISOString(),
      obligations: obligations[language],
      closedEarly: record.history.find(({ what }) => what === 'frozen')?.reason ?? null,
      places: places.map((place) => toPlace(place, names)),
    },
    wishes: choice?.wishes ?? [],
    code: choice?.frozen?.code ?? null,
    explanation: choice === null ? [] : await explained(stores, record, choice, language),
    earlier,
    referrals,
  };
}

interface OwnRound {
  readonly record: RoundDocument;
  readonly choice: ChoiceDocument | null;
}

/** The rounds of the region, the newest first, each with what the pupil chose in it. */
async function takenPart(stores: Container, pid: string, region: string): Promise<OwnRound[]> {
  const rounds = await stores.rounds.ofRegion(region);
  return Promise.all(rounds.map(async (record) => ({ record, choice: await stores.rounds.choice(record._id, pid) })));
}

/** The newest round that is open or had the pupil in its list; else one that was cancelled on them. */
function currentOf(rounds: readonly OwnRound[]): OwnRound | null {
  const current = rounds.find(
    ({ record, choice }) =>
      record.state !== 'cancelled' && (record.state === 'open' || (choice !== null && choice.frozen !== null)),
  );
  const cancelled = ({ record, choice }: OwnRound): boolean =>
    record.state === 'cancelled' && (choice?.wishes.length ?? 0) > 0;
  return current ?? rounds.find(cancelled) ?? null;
}

async function earlierOf(
  stores: Container,
  rounds: readonly OwnRound[],
  language: Language,
): Promise<OwnPlaces['earlier']> {
  const told = rounds.map(async ({ record, choice }) => {
    if (choice === null || choice.frozen === null) return [];
    const explanation = await explained(stores, record, choice, language);
    const { _id: id, title } = record;
    return explanation.length === 0 ? [] : [{ id, title, code: choice.frozen.code, explanation }];
  });
  return (await Promise.all(told)).flat().slice(0, MOST_EARLIER);
}

/** In words why this place came and not an earlier wish; only once the commission has decided. */
async function explained(
  stores: Container,
  record: RoundDocument,
  choice: ChoiceDocument,
  language: Language,
): Promise<string[]> {
  const { lotterySeed } = record;
  if (record.state !== 'final' || lotterySeed === null || choice.frozen === null) return [];
  if (choice.departure !== null) return [commissionWords(choice.departure.reason, language)];
  const pool = poolOf(record, await stores.rounds.choicesOf(record._id), lotterySeed);
  const draw = lotteryOrder(
    lotterySeed,
    pool.candidates.map(({ id }) => id),
  );
  const own = explainCandidates(pool, allocate(pool), draw).find(({ candidate }) => candidate === choice.frozen?.code);
  if (own === undefined) return [];
  const names = await placeNames(stores);
  const titles = new Map(record.places.map((place) => [place.id, placeTitle(toPlace(place, names), language)]));
  const nameOf = (place: string): string => titles.get(place) ?? place;
  const later = (await stores.referrals.ofPupil(choice.pid)).filter(
    ({ round, events }) => round === record._id && events[0]?.who === 'waiting-list',
  );
  return [
    ...explanationWords(own, nameOf, language),
    ...later.map(({ place }) => movedWords(nameOf(place.id), language)),
  ];
}

async function ownReferrals(
  stores: Container,
  pid: string,
  party: ReferralParty,
  language: Language,
  now: Date,
): Promise<FamilyReferral[]> {
  for (const round of new Set((await stores.referrals.ofPupil(pid)).map((one) => one.round)))
    await settleRound(stores, round, now);
  const records = await stores.referrals.ofPupil(pid);
  const names = await placeNames(stores);
  return Promise.all(
    records.map(async (record) => {
      // A family reads what was done, not which official did it.
      const referral = toReferral(record, { party, mayBeNamed: true, names, staff: new Map(), now });
      const round = await stores.rounds.byId(record.round);
      return {
        ...referral,
        obligations: round?.obligations[language] ?? '',
        hasLetter: isLetterInForce(referral.status),
      };
    }),
  );
}

export const putOwnWishes = endpoint({
  method: 'put',
  path: '/api/pupil/places/wishes',
  summary: 'Name wished places, the most wished first; an empty list takes them back',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<WishList>(wishList),
  reply: shape<OwnPlaces>(ownPlaces),
  audit: null,
  async handle(stores, { actor, body, language, now }) {
    const { pid } = asPupil(actor);
    const [record, pupil, events] = await Promise.all([
      existingRound(stores, body.round),
      stores.pupils.byId(pid),
      stores.consents.of(pid),
    ]);
    if (pupil === null || pupil.region !== record.region) throw new Problem('not-found');
    if (record.state !== 'open' || record.wishesUntil <= now) throw new Problem('wishes-closed');
    if (!isCandidate(pupil.teachingWish?.wish ?? false, events, now)) throw new Problem('not-yet-candidate');
    const known = new Set(record.places.map(({ id }) => id));
    const most = record.cap === 0 ? known.size : record.cap;
    if (body.wishes.length > most || body.wishes.some((wish) => !known.has(wish)))
      throw new Problem('input-invalid', {
        errors: [{ pointer: '/body/wishes', detail: `at most ${most} places of this round` }],
      });
    await stores.rounds.wish(record._id, pid, body.wishes, now, pupil.demo);
    return placesOf(stores, pid, language, now);
  },
});

export const stepOwnReferral = endpoint({
  method: 'post',
  path: '/api/pupil/referral-steps',
  summary: 'Answer an offer or take a referral back. Accepting binds to nothing before a contract at enrolment',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<FamilyStep>(familyStep),
  reply: shape<OwnPlaces>(ownPlaces),
  audit: { action: 'referral.answer', target: 'self' },
  async handle(stores, { actor, body, language, now }) {
    const { pid } = asPupil(actor);
    await familyTakes(stores, pid, 'pupil', body, now);
    return new Reply(await placesOf(stores, pid, language, now), { auditTarget: pid });
  },
});

async function familyTakes(
  stores: Container,
  pid: string,
  by: 'pupil' | 'guardian',
  { referral, to, reason }: FamilyStep,
  now: Date,
): Promise<void> {
  const record = await existingReferral(stores, referral);
  if (record.pid !== pid) throw new Problem('not-found');
  await takeStep(stores, record, { to, by, who: by, at: now, reason, answerBy: null });
  if (to !== 'accepted') return;
  // One place at a time: whoever takes a better one lets go of what they held, and the list moves on.
  for (const other of await stores.referrals.ofPupil(pid)) {
    if (other._id === referral || other.round !== record.round) continue;
    const last = other.events.at(-1)?.to;
    if (last !== 'offered' && last !== 'accepted') continue;
    await takeStep(stores, other, { to: 'declined', by, who: by, at: now, reason: null, answerBy: null });
  }
}

export const checkInOwn = endpoint({
  method: 'post',
  path: '/api/pupil/check-ins',
  summary: 'Once a year on the way: is the wish still there, is there a pedagogical class and a mentor?',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<OwnCheckIn>(ownCheckIn),
  reply: shape<OwnPlaces>(ownPlaces),
  audit: null,
  async handle(stores, { actor, body, language, now }) {
    const { pid } = asPupil(actor);
    const { referral, ...rest } = body;
    const record = await existingReferral(stores, referral);
    if (record.pid !== pid) throw new Problem('not-found');
    if (!hasCheckIns(record, now)) throw new Problem('step-refused');
    await stores.referrals.checkIn(referral, { ...rest, at: now });
    return placesOf(stores, pid, language, now);
  },
});

export const guardianReads = endpoint({
  method: 'get',
  path: '/api/guardian/referrals',
  summary: 'The child’s referrals and what they oblige to',
  permission: 'guardian.self',
  scope: 'none',
  query: shape<LanguageQuery>(languageQuery),
  reply: shape<GuardianReferrals>(guardianReferrals),
  audit: null,
  handle: (stores, { actor, query, now }) => guardianSees(stores, asGuardian(actor).pid, query.language, now),
});

async function guardianSees(stores: Container, pid: string, language: Language, now: Date): Promise<GuardianReferrals> {
  return { referrals: await ownReferrals(stores, pid, 'guardian', language, now) };
}

export const guardianSteps = endpoint({
  method: 'post',
  path: '/api/guardian/referral-steps',
  summary: 'A guardian declines an offer or takes a referral back',
  permission: 'guardian.self',
  scope: 'none',
  body: shape<FamilyStep>(familyStep),
  reply: shape<GuardianReferrals>(guardianReferrals),
  audit: { action: 'referral.answer', target: 'self' },
  async handle(stores, { actor, body, language, now }) {
    const { pid } = asGuardian(actor);
    await familyTakes(stores, pid, 'guardian', body, now);
    return new Reply(await guardianSees(stores, pid, language, now), { auditTarget: pid });
  },
});
