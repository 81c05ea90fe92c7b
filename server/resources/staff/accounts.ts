import { randomBytes, randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import { empty } from '../../contract/primitives.schema.ts';
import { shape } from '../../contract/shape.ts';
import {
  type Invitation,
  invitation,
  type NewStaff,
  newStaff,
  type StaffAccount,
  type StaffList,
  type StaffParams,
  type StaffQuery,
  staffAccount,
  staffList,
  staffParams,
  staffQuery,
} from '../../contract/staff.schema.ts';
import { Problem } from '../../domain/problem.ts';
import { checkOrganisation, mayAppoint, mayEnd } from '../../domain/staff-rules.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { toAccount } from './account-wire.ts';
import { grantOf, placeWords, regionsOf } from './grant-work.ts';
import { takeAway } from './second-factor.ts';

const ofStaff = { of: 'staff', param: 'staff' } as const;
const invitationMs = 7 * 86_400_000;

export const listStaff = endpoint({
  method: 'get',
  path: '/api/staff',
  summary: 'The staff of a region: who reaches what, until when',
  permission: 'staff.manage',
  scope: 'none',
  query: shape<StaffQuery>(staffQuery),
  reply: shape<StaffList>(staffList),
  audit: { action: 'staff.list', target: 'self' },
  async handle(stores, { query: { region }, actor, now }) {
    const manager = asStaff(actor);
    if (manager.role !== 'operator' && manager.region !== region) throw new Problem('not-found');
    const [staff, schools] = await Promise.all([stores.staff.ofRegion(region), stores.catalogue.schoolsOf(region)]);
    const value = {
      region,
      schools: schools.slice(0, 2000).map(({ _id: id, names: name }) => ({ id, name })),
      staff: staff.map((account) => toAccount(account, now)),
    };
    return new Reply(value, { auditTarget: region });
  },
});

export const inviteStaff = endpoint({
  method: 'post',
  path: '/api/staff',
  summary: 'A new account without a password, and the one-time link by which its owner sets one',
  permission: 'staff.manage',
  scope: 'none',
  body: shape<NewStaff>(newStaff),
  reply: shape<Invitation>(invitation),
  audit: { action: 'staff.invite', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const manager = asStaff(actor);
    const { classes, schools, email, organisation: of = null, ...rest } = body;
    const appointment = { ...rest, schoolRegions: await regionsOf(stores, schools) };
    mayAppoint(manager, appointment);
    const organisation = of === null ? null : await stores.alliance.organisation(of);
    checkOrganisation(appointment, organisation?.kind ?? null);
    const [only] = schools;
    const isLimited = classes !== null && only !== undefined;
    const grants = isLimited
      ? [await grantOf(stores, { school: only, classes, kind: 'own', until: null }, manager.id, now)]
      : [];
    const id = randomUUID();
    await stores.staff.add([
      {
        _id: id,
        ...rest,
        email: email.trim().toLowerCase(),
        passwordHash: '',
        schools: isLimited ? [] : [...schools],
        grants,
        organisation: organisation?._id ?? null,
        place: organisation?.names ?? (await placeWords(stores, only ?? null, rest.region)),
        demo: manager.demo ?? false,
        disabledAt: null,
        secondFactorAt: null,
        links: [],
      },
    ]);
    return linkFor(stores, id, manager.id, now);
  },
});

export const renewInvitation = endpoint({
  method: 'post',
  path: '/api/staff/:staff/invitation',
  summary: 'A new one-time link: for a password forgotten, or for someone who comes back',
  permission: 'staff.manage',
  scope: ofStaff,
  params: shape<StaffParams>(staffParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<Invitation>(invitation),
  audit: { action: 'staff.invite', target: 'staff' },
  async handle(stores, { params, actor, now }) {
    const manager = asStaff(actor);
    const account = await managed(stores, manager, params.staff);
    await stores.staff.change(account._id, { disabledAt: null });
    return linkFor(stores, account._id, manager.id, now);
  },
});

export const endStaff = endpoint({
  method: 'delete',
  path: '/api/staff/:staff',
  summary: 'End an account: every session and link ends at once, what was written stays',
  permission: 'staff.manage',
  scope: ofStaff,
  params: shape<StaffParams>(staffParams),
  reply: shape<StaffAccount>(staffAccount),
  audit: { action: 'staff.end', target: 'staff' },
  async handle(stores, { params, actor, now }) {
    const manager = asStaff(actor);
    mayEnd(manager, params.staff);
    const account = await managed(stores, manager, params.staff);
    await stores.staff.change(account._id, { disabledAt: now });
    await Promise.all([stores.staffSessions.endAll(account._id, now), stores.invitations.removeOf(account._id)]);
    return toAccount({ ...account, disabledAt: now }, now);
  },
});

export const resetFactor = endpoint({
  method: 'delete',
  path: '/api/staff/:staff/second-factor',
  summary: 'Take a lost second factor away; every session of the person ends',
  permission: 'staff.reset-factor',
  scope: ofStaff,
  params: shape<StaffParams>(staffParams),
  reply: null,
  audit: { action: 'staff.factor-reset', target: 'staff' },
  async handle(stores, { params, now }) {
    await takeAway(stores, params.staff);
    await stores.staffSessions.endAll(params.staff, now);
    return new Reply(undefined, {});
  },
});

/** The account, if this manager may have to do with one of its role. */
export async function managed(stores: Container, manager: ReturnType<typeof asStaff>, id: string) {
  const account = await stores.staff.byId(id);
  if (account === null) throw new Problem('not-found');
  mayAppoint(manager, { role: account.role, region: account.region, schoolRegions: [] });
  return account;
}

async function linkFor(stores: Container, staff: string, by: string, now: Date): Promise<Reply<Invitation>> {
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + invitationMs);
  await stores.invitations.make(staff, secret, by, expiresAt);
  return new Reply({ staff, secret, expiresAt: expiresAt.toISOString() }, { auditTarget: staff });
}
