import type { Container } from '../../container.ts';
import {
  type Cohort,
  cohort,
  type FollowUp,
  followUp,
  type NameReason,
  nameReason,
  type OpenedName,
  openedName,
  type Referral,
  type ReferralList,
  type ReferralParams,
  type ReferralStepBody,
  referral,
  referralList,
  referralParams,
  referralStep,
} from '../../contract/referral.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { StaffActor } from '../../domain/actor.ts';
import { isOpen } from '../../domain/consent.ts';
import { Problem } from '../../domain/problem.ts';
import { cohortRows } from '../../domain/referral/cohort.ts';
import { type ReferralEvent, refusalOf } from '../../domain/referral/history.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { ReferralDocument } from '../../store/referrals.ts';
import { asStaff } from '../actors.ts';
import { sealWords } from '../decision/case-words.ts';
import { settleRound } from './move-up.ts';
import { staffIn, toReferral } from './referral-wire.ts';
import { placeNames } from './round-things.ts';

const ofReferral = { of: 'referral', param: 'referral' } as const;

/** The purpose under which a member of staff may know who a referral is about. */
const purposeOf = (staff: StaffActor): 'department' | 'university' =>
  staff.role === 'university' ? 'university' : 'department';

export const listReferrals = endpoint({
  method: 'get',
  path: '/api/referrals',
  summary: 'Referrals of the own region (department) or to the own university: codes and steps, no names',
  permission: 'referral.read',
  scope: 'none',
  reply: shape<ReferralList>(referralList),
  audit: null,
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    for (const round of new Set((await referralsFor(stores, staff)).map((one) => one.round)))
      await settleRound(stores, round, now);
    return { referrals: await wired(stores, staff, await referralsFor(stores, staff), now) };
  },
});

async function referralsFor(stores: Container, staff: StaffActor): Promise<ReferralDocument[]> {
  if (staff.role !== 'university') return stores.referrals.ofRegion(staff.region ?? '-');
  return (await stores.referrals.ofOrganisation(staff.organisation ?? '-')).filter(
    // A university sees whom the family has said yes to, not everybody who was offered something.
    ({ events }) => events.some(({ to }) => to === 'accepted' || to === 'enrolled'),
  );
}

async function wired(
  stores: Container,
  staff: StaffActor,
  records: readonly ReferralDocument[],
  now: Date,
): Promise<Referral[]> {
  const [names, accounts, events] = await Promise.all([
    placeNames(stores),
    stores.staff.names(staffIn(records)),
    stores.consents.ofMany([...new Set(records.map(({ pid }) => pid))]),
  ]);
  const party = purposeOf(staff);
  return records.map((record) =>
    toReferral(record, {
      party,
      mayBeNamed: isOpen(events.get(record.pid) ?? [], party, now),
      names,
      staff: accounts,
      now,
    }),
  );
}

export async function existingReferral(stores: Container, id: string): Promise<ReferralDocument> {
  const found = await stores.referrals.byId(id);
  if (found === null) throw new Problem('not-found');
  return found;
}

/** Adds one step, then lets the round's waiting list move. @throws Problem where the step is not possible now */
export async function takeStep(stores: Container, record: ReferralDocument, event: ReferralEvent): Promise<void> {
  const refusal = refusalOf(record.events, event);
  if (refusal !== null) throw new Problem('step-refused', { detail: refusal });
  if (!(await stores.referrals.step(record._id, record.events.length, event))) throw new Problem('step-refused');
  await settleRound(stores, record.round, event.at);
}

export const stepReferral = endpoint({
  method: 'post',
  path: '/api/referrals/:referral/steps',
  summary:
    'Take a step: revoke (department), enrol, begin practice, leave (university), place in a school (department)',
  permission: 'referral.write',
  scope: ofReferral,
  params: shape<ReferralParams>(referralParams),
  body: shape<ReferralStepBody>(referralStep),
  reply: shape<Referral>(referral),
  audit: { action: 'referral.step', target: 'referral' },
  async handle(stores, { actor, params, body, now }) {
    const staff = asStaff(actor);
    const record = await existingReferral(stores, params.referral);
    const event = { to: body.to, by: purposeOf(staff), who: staff.id, at: now, reason: body.reason, answerBy: null };
    await takeStep(stores, record, event);
    const [after] = await wired(stores, staff, [await existingReferral(stores, params.referral)], now);
    if (after === undefined) throw new Problem('not-found');
    return new Reply(after, { auditTarget: record.pid });
  },
});

export const putFollowUp = endpoint({
  method: 'put',
  path: '/api/referrals/:referral/follow-up',
  summary: 'What became of it: the national test, and where the person teaches',
  permission: 'referral.write',
  scope: ofReferral,
  params: shape<ReferralParams>(referralParams),
  body: shape<FollowUp>(followUp),
  reply: shape<Referral>(referral),
  audit: { action: 'referral.follow-up', target: 'referral' },
  async handle(stores, { actor, params, body, now }) {
    const staff = asStaff(actor);
    const record = await existingReferral(stores, params.referral);
    // Where someone teaches is the department's to know; a university only adds the test.
    const teachesAt = staff.role === 'university' ? record.teachesAt : body.teachesAt;
    await stores.referrals.followUp(params.referral, { unt: body.unt, teachesAt });
    const [after] = await wired(stores, staff, [await existingReferral(stores, params.referral)], now);
    if (after === undefined) throw new Problem('not-found');
    return new Reply(after, { auditTarget: record.pid });
  },
});

export const openReferralName = endpoint({
  method: 'post',
  path: '/api/referrals/:referral/name',
  summary:
    'Open the name behind a referral, with a reason that the log keeps; only while the consent for it is in force',
  permission: 'referral.read',
  scope: ofReferral,
  params: shape<ReferralParams>(referralParams),
  body: shape<NameReason>(nameReason),
  reply: shape<OpenedName>(openedName),
  audit: { action: 'referral.name', target: 'referral' },
  async handle(stores, { actor, params, body, now }) {
    const staff = asStaff(actor);
    const record = await existingReferral(stores, params.referral);
    const named = await nameOf(stores, record, purposeOf(staff), now);
    await tellOpened(stores, record.pid, staff, body.reason, now);
    return new Reply(named, { auditTarget: record.pid });
  },
});

/** Leaves the reason in the pupil's own log, sealed with the rest of it: the pupil reads who opened the name and why. */
async function tellOpened(stores: Container, pid: string, { id: by, role }: StaffActor, reason: string, now: Date) {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const { school, region } = pupil;
  const words = await sealWords(stores, pid, { text: reason });
  await stores.cases.append({ pid, at: now, by, role, school, region, words }, () => ({ kind: 'opened' }));
}

/** @throws Problem where the consent for this purpose is not in force, or the identity is gone */
export async function nameOf(
  stores: Container,
  record: ReferralDocument,
  purpose: 'department' | 'university',
  now: Date,
): Promise<OpenedName> {
  if (!isOpen(await stores.consents.of(record.pid), purpose, now)) throw new Problem('consent-not-given');
  return identityOf(stores, record.pid);
}

/** @throws Problem where the identity is gone */
export async function identityOf(stores: Container, pid: string): Promise<OpenedName> {
  const [identity, pupil] = await Promise.all([stores.identities.of(pid), stores.pupils.byId(pid)]);
  if (identity === null || pupil === null) throw new Problem('consent-not-given');
  const school = await stores.catalogue.school(pupil.school);
  const { familyName, givenName } = identity;
  return { familyName, givenName, school: school?.names ?? { kk: '', ru: '', en: '' } };
}

export const readOutcomes = endpoint({
  method: 'get',
  path: '/api/alliance/outcomes',
  summary: 'What came of each year’s referrals, from offer to teaching; fewer than five are not told',
  permission: 'alliance.read',
  scope: 'none',
  reply: shape<Cohort>(cohort),
  audit: null,
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    return { rows: cohortRows(await outcomesFor(stores, staff), now) };
  },
});

/** Everybody reads what became of their own: of their region, of who came to them, of the places they paid for. */
async function outcomesFor(stores: Container, staff: StaffActor): Promise<readonly ReferralDocument[]> {
  if (staff.role === 'operator') return stores.referrals.all();
  if (staff.role !== 'sponsor') return referralsFor(stores, staff);
  return (await stores.referrals.all()).filter(({ place }) => place.sponsor === staff.organisation);
}
