import type { Container } from '../container.ts';
import { empty } from '../contract/primitives.schema.ts';
import {
  type StaffMe,
  type StaffSession,
  type StaffSignIn,
  staffMe,
  staffSession,
  staffSignIn,
} from '../contract/session.schema.ts';
import { shape } from '../contract/shape.ts';
import type { StaffActor } from '../domain/actor.ts';
import { permissionsOf } from '../domain/permission.ts';
import { Problem } from '../domain/problem.ts';
import { reachedSchools, reachOf } from '../domain/staff-reach.ts';
import { needsFactor } from '../domain/staff-rules.ts';
import { type Cookie, endpoint, Reply } from '../http/endpoint.ts';
import type { StaffRecord } from '../store/staff.ts';
import { asStaff } from './actors.ts';
import { checkFactor } from './staff/check-factor.ts';

const accessMs = 10 * 60_000;
const cookieName = 'ustaz_refresh';
const cookiePath = '/api/staff-sessions';

export const signIn = endpoint({
  method: 'post',
  path: '/api/staff-sessions',
  summary: 'Staff sign in with e-mail and password',
  permission: 'anyone',
  scope: 'none',
  body: shape<StaffSignIn>(staffSignIn),
  bodyLimit: 2048,
  reply: shape<StaffSession>(staffSession),
  audit: { action: 'staff.sign-in', target: 'self' },
  async handle(stores, { body, now }) {
    const email = body.email.trim().toLowerCase();
    stores.throttle.check(email, now);
    const account = await stores.staff.byEmail(email);
    const usable = account !== null && account.disabledAt === null ? account : null;
    if (!(await stores.passwords.matches(usable?.passwordHash ?? null, body.password)) || usable === null) {
      stores.throttle.failed(email, now);
      throw new Problem('sign-in-wrong');
    }
    stores.throttle.succeeded(email);
    await checkFactor(stores, usable, body.code, now);
    const { family, refresh } = await stores.staffSessions.start(usable._id, now);
    return openSession(stores, usable, family, refresh, now);
  },
});

export const refresh = endpoint({
  method: 'post',
  path: '/api/staff-sessions/refresh',
  summary: 'Exchange the refresh cookie for a new access token; a cookie used twice ends the session',
  permission: 'anyone',
  scope: 'none',
  body: shape<Record<never, never>>(empty),
  bodyLimit: 2048,
  reply: shape<StaffSession>(staffSession),
  audit: null,
  async handle(stores, { cookies, now }) {
    const rotated = await stores.staffSessions.rotate(cookies[cookieName] ?? '', now);
    const account = rotated === null ? null : await stores.staff.byId(rotated.staff);
    if (rotated === null || account === null || account.disabledAt !== null) throw new Problem('session-ended');
    return openSession(stores, account, rotated.family, rotated.refresh, now);
  },
});

export const signOut = endpoint({
  method: 'delete',
  path: '/api/staff-sessions/current',
  summary: 'Sign out here',
  permission: 'staff.self',
  scope: 'none',
  reply: null,
  audit: { action: 'staff.sign-out', target: 'self' },
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    await stores.staffSessions.end(staff.family, now);
    return new Reply(undefined, { cookies: [cookie('', 0)], auditTarget: staff.id });
  },
});

export const signOutEverywhere = endpoint({
  method: 'delete',
  path: '/api/staff-sessions',
  summary: 'Sign out on every device',
  permission: 'staff.self',
  scope: 'none',
  reply: null,
  audit: { action: 'staff.sign-out-everywhere', target: 'self' },
  async handle(stores, { actor, now }) {
    const staff = asStaff(actor);
    await stores.staffSessions.endAll(staff.id, now);
    return new Reply(undefined, { cookies: [cookie('', 0)], auditTarget: staff.id });
  },
});

export const me = endpoint({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  permission: 'staff.self',
  scope: 'none',
  reply: shape<StaffMe>(staffMe),
  audit: null,
  async handle(stores, { actor, now }) {
    const { id, family } = asStaff(actor);
    const account = await stores.staff.byId(id);
    if (account === null || account.disabledAt !== null) throw new Problem('session-ended');
    return toMe(stores, account, family, now);
  },
});

export async function openSession(
  stores: Container,
  account: StaffRecord,
  family: string,
  refreshToken: string,
  now: Date,
): Promise<Reply<StaffSession>> {
  const expiresAt = new Date(now.getTime() + accessMs);
  const { _id: id, role, schools, region, organisation } = account;
  const actor: StaffActor = { kind: 'staff', id, role, schools, region, organisation, family };
  const me = await toMe(stores, account, family, now);
  return new Reply(
    { accessToken: stores.tokens.forStaff(actor, expiresAt), expiresAt: expiresAt.toISOString(), me },
    { cookies: [cookie(refreshToken, 12 * 3600)], auditTarget: id, auditActor: { actor: id, role } },
  );
}

const cookie = (value: string, maxAgeS: number): Cookie => ({ name: cookieName, value, path: cookiePath, maxAgeS });

async function toMe(stores: Container, account: StaffRecord, family: string, now: Date): Promise<StaffMe> {
  const { _id: id, name, email, role, language, region, organisation, place, demo, secondFactorAt = null } = account;
  const reach = reachOf(account, now);
  const isStrong = (await stores.staffSessions.live(family))?.isStrong ?? false;
  const isFirst = needsFactor(stores.policy.secondFactor, account) && !isStrong;
  return {
    id,
    name,
    email,
    role,
    language,
    schools: reachedSchools(reach).slice(0, 50),
    whole: reach.schools.slice(0, 50),
    may: [...permissionsOf(role)],
    ...(reach.classes.length === 0 ? {} : { classes: reach.classes.map((one) => one.class) }),
    region,
    organisation,
    place,
    demo,
    secondFactor: secondFactorAt !== null ? 'on' : isFirst ? 'first' : 'off',
  };
}
