import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type Grant,
  type GrantList,
  grant,
  grantList,
  type LineChange,
  type LineParams,
  lineChange,
  lineParams,
  type Need,
  type NeedList,
  type NewGrant,
  type NewNeed,
  type NewSeat,
  need,
  needList,
  newGrant,
  newNeed,
  newSeat,
  type Seat,
  type SeatList,
  seat,
  seatList,
  type YearQuery,
  yearQuery,
} from '../../contract/alliance.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { StaffActor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { NeedDocument, SeatDocument } from '../../store/alliance.ts';
import { asStaff } from '../actors.ts';
import { checkConditions, checkSubject } from './catalogue.ts';
import { type LineUse, toGrant, toNeed, toSeat } from './market-wire.ts';

/** A year asked for, or this one in Kazakhstan. */
export const yearOf = (query: YearQuery, now: Date): number =>
  query.year === undefined ? new Date(now.getTime() + 5 * 3_600_000).getUTCFullYear() : Number(query.year);

export const listNeeds = endpoint({
  method: 'get',
  path: '/api/alliance/needs',
  summary: 'Requests for teachers: of the own school (principal), of the own region (department), of all (operator)',
  permission: 'need.read',
  scope: 'none',
  query: shape<YearQuery>(yearQuery),
  reply: shape<NeedList>(needList),
  audit: null,
  handle: async (stores, { actor, query, now }) => ({
    needs: (await needsFor(stores, asStaff(actor), yearOf(query, now))).map(toNeed),
  }),
});

async function needsFor(stores: Container, staff: StaffActor, year: number): Promise<NeedDocument[]> {
  const { needs } = stores.alliance;
  if (staff.role === 'operator') return needs.ofYear(year);
  if (staff.role === 'principal') return needs.where({ school: { $in: [...staff.schools] } });
  return staff.region === null ? [] : needs.where({ region: staff.region, year });
}

export const addNeed = endpoint({
  method: 'post',
  path: '/api/alliance/needs',
  summary: 'Ask for teachers: how many, of which subject and language, where, for which year, and why',
  permission: 'need.write',
  scope: 'none',
  body: shape<NewNeed>(newNeed),
  reply: shape<Need>(need),
  audit: { action: 'need.add', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    const district = await stores.catalogue.district(body.district);
    if (district === null || district.region !== staff.region) throw new Problem('not-found');
    checkSubject(stores, body.subject);
    const account = await stores.staff.byId(staff.id);
    const record: NeedDocument = {
      _id: `n-${randomUUID().slice(0, 13)}`,
      ...body,
      region: district.region,
      school: staff.role === 'principal' ? (staff.schools[0] ?? null) : null,
      askedBy: account?.name ?? staff.id,
      by: staff.id,
      at: now,
      state: 'open',
      history: [],
      demo: false,
    };
    await stores.alliance.needs.add([record]);
    return new Reply(toNeed(record), { auditTarget: record._id });
  },
});

export const changeNeed = endpoint({
  method: 'put',
  path: '/api/alliance/needs/:line',
  summary: 'Change how many are asked for, or take the request back; what stood before stays in its history',
  permission: 'need.write',
  scope: { of: 'need', param: 'line' },
  params: shape<LineParams>(lineParams),
  body: shape<LineChange>(lineChange),
  reply: shape<Need>(need),
  audit: { action: 'need.change', target: 'line' },
  async handle(stores, { actor, params, body, now }) {
    const { needs } = stores.alliance;
    await needs.change(await existing(needs, params.line), body, asStaff(actor).id, now);
    return toNeed(await existing(needs, params.line));
  },
});

export const listSeats = endpoint({
  method: 'get',
  path: '/api/alliance/seats',
  summary: 'Seats offered by programme, language and funding: the own ones (university), all (department, operator)',
  permission: 'seat.read',
  scope: 'none',
  query: shape<YearQuery>(yearQuery),
  reply: shape<SeatList>(seatList),
  audit: null,
  async handle(stores, { actor, query, now }) {
    const staff = asStaff(actor);
    const found = await seatsFor(stores, staff, yearOf(query, now));
    const use = await useOf(stores, staff, found, (ids) => stores.referrals.heldBySeat(ids, now));
    return { seats: found.map((one) => toSeat(one, use(one), staff.role === 'university')) };
  },
});

async function seatsFor(stores: Container, staff: StaffActor, year: number): Promise<SeatDocument[]> {
  const { seats } = stores.alliance;
  if (staff.role !== 'university') return seats.ofYear(year);
  return staff.organisation === null ? [] : seats.where({ organisation: staff.organisation });
}

export const addSeat = endpoint({
  method: 'post',
  path: '/api/alliance/seats',
  summary: 'Offer seats of a programme',
  permission: 'seat.write',
  scope: 'none',
  body: shape<NewSeat>(newSeat),
  reply: shape<Seat>(seat),
  audit: { action: 'seat.add', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    if (staff.organisation === null) throw new Problem('not-found');
    checkSubject(stores, body.subject);
    if (body.region !== null && (await stores.catalogue.region(body.region)) === null) throw new Problem('not-found');
    const record: SeatDocument = {
      _id: `s-${randomUUID().slice(0, 13)}`,
      ...body,
      organisation: staff.organisation,
      by: staff.id,
      at: now,
      state: 'open',
      history: [],
      demo: false,
    };
    await stores.alliance.seats.add([record]);
    return new Reply(toSeat(record, unused, true), { auditTarget: record._id });
  },
});

export const changeSeat = endpoint({
  method: 'put',
  path: '/api/alliance/seats/:line',
  summary:
    'Change how many seats are offered, or take the offer back; never below what a round or a referral counts on',
  permission: 'seat.write',
  scope: { of: 'seat', param: 'line' },
  params: shape<LineParams>(lineParams),
  body: shape<LineChange>(lineChange),
  reply: shape<Seat>(seat),
  audit: { action: 'seat.change', target: 'line' },
  async handle(stores, { actor, params, body, now }) {
    const { seats } = stores.alliance;
    const held = (await stores.referrals.heldBySeat([params.line], now)).get(params.line) ?? 0;
    const committed = (await stores.rounds.committed([params.line])).get(params.line) ?? 0;
    const needed = Math.max(held, committed);
    if (needed > 0 && (body.state === 'withdrawn' || body.count < needed)) throw new Problem('seats-are-held');
    await seats.change(await existing(seats, params.line), body, asStaff(actor).id, now);
    return toSeat(await existing(seats, params.line), { taken: held, free: null }, true);
  },
});

export const listGrants = endpoint({
  method: 'get',
  path: '/api/alliance/grants',
  summary:
    'Places that sponsors pay for, with their conditions and how many are taken (fewer than five are not counted)',
  permission: 'grant.read',
  scope: 'none',
  query: shape<YearQuery>(yearQuery),
  reply: shape<GrantList>(grantList),
  audit: null,
  async handle(stores, { actor, query, now }) {
    const staff = asStaff(actor);
    const { grants } = stores.alliance;
    const found =
      staff.role === 'sponsor'
        ? await grants.where({ sponsor: staff.organisation ?? '-' })
        : await grants.ofYear(yearOf(query, now));
    const use = await useOf(stores, staff, found, (ids) => stores.referrals.heldByGrant(ids, now));
    return { grants: found.map((one) => toGrant(one, use(one))) };
  },
});

export const addGrant = endpoint({
  method: 'post',
  path: '/api/alliance/grants',
  summary: 'Offer to pay for places; only where and what will be taught may be asked, and it is checked',
  permission: 'grant.write',
  scope: 'none',
  body: shape<NewGrant>(newGrant),
  reply: shape<Grant>(grant),
  audit: { action: 'grant.add', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    if (staff.organisation === null) throw new Problem('not-found');
    await checkConditions(stores, body.conditions);
    const record = {
      _id: `g-${randomUUID().slice(0, 13)}`,
      ...body,
      sponsor: staff.organisation,
      by: staff.id,
      at: now,
      state: 'open' as const,
      history: [],
      demo: false,
    };
    await stores.alliance.grants.add([record]);
    return new Reply(toGrant(record, unused), { auditTarget: record._id });
  },
});

export const changeGrant = endpoint({
  method: 'put',
  path: '/api/alliance/grants/:line',
  summary: 'Change how many places are paid for, or take the offer back; never below what a round counts on',
  permission: 'grant.write',
  scope: { of: 'grant', param: 'line' },
  params: shape<LineParams>(lineParams),
  body: shape<LineChange>(lineChange),
  reply: shape<Grant>(grant),
  audit: { action: 'grant.change', target: 'line' },
  async handle(stores, { actor, params, body, now }) {
    const { grants } = stores.alliance;
    const before = await existing(grants, params.line);
    // What a round has put aside stays, whether or not anyone holds it: the answer tells nothing of who was placed.
    const committed = (await stores.rounds.committed([params.line])).get(params.line) ?? 0;
    if (committed > 0 && (body.state === 'withdrawn' || body.count < committed)) throw new Problem('seats-are-held');
    const held = (await stores.referrals.heldByGrant([params.line], now)).get(params.line) ?? 0;
    await grants.change(before, body, asStaff(actor).id, now);
    return toGrant(await existing(grants, params.line), { taken: held, free: null });
  },
});

type Line = { _id: string; count: number };
type Held = (lines: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const unused: LineUse = { taken: 0, free: null };

/** How far each line is used: what referrals hold, and for a department what is left for its rounds. */
async function useOf(stores: Container, { role }: StaffActor, lines: readonly Line[], heldBy: Held) {
  const ids = lines.map(({ _id }) => _id);
  const [held, committed] = await Promise.all([
    heldBy(ids),
    role === 'department' ? stores.rounds.committed(ids) : null,
  ]);
  return ({ _id, count }: Line): LineUse => ({
    taken: held.get(_id) ?? 0,
    free: committed === null ? null : Math.max(0, count - (committed.get(_id) ?? 0)),
  });
}

async function existing<Document>(
  lines: { byId(id: string): Promise<Document | null> },
  id: string,
): Promise<Document> {
  const found = await lines.byId(id);
  if (found === null) throw new Problem('not-found');
  return found;
}
