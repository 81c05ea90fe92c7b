import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { StaffSession } from '../../server/contract/session.schema.ts';
import { call, startService, type TestService } from './harness.ts';

const minuteMs = 60_000;

describe('staff sessions', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterEach(() => service.setNow(null));
  afterAll(() => service.close());

  const email = (persona: string) => `${persona}@demo.ustaz.example`;
  const signIn = async (persona: string, password = service.password) => {
    const reply = await call<StaffSession>(service, 'POST', '/api/staff-sessions', {
      body: { email: email(persona), password },
    });
    return { ...reply, cookie: cookieOf(reply.headers), token: reply.body.accessToken };
  };
  const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const refresh = async (cookie: string) => {
    const reply = await call<StaffSession>(service, 'POST', '/api/staff-sessions/refresh', {
      body: {},
      headers: { cookie },
    });
    return { ...reply, cookie: cookieOf(reply.headers), token: reply.body.accessToken };
  };
  const meStatus = async (token: string) => (await call(service, 'GET', '/api/me', { token })).status;
  const inMinutes = (minutes: number) => service.setNow(new Date(Date.now() + minutes * minuteMs));

  it('keep the refresh token where no script reads it and no other site sends it', async () => {
    const { headers, body } = await signIn('principal');
    const cookie = headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/staff-sessions', 'Max-Age=43200'])
      expect(cookie).toContain(part);
    expect(JSON.stringify(body)).not.toContain(cookie.split(/[=;]/)[1]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('rotate the refresh token at each use', async () => {
    const first = await signIn('principal');
    const second = await refresh(first.cookie);
    const third = await refresh(second.cookie);
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(new Set([first.cookie, second.cookie, third.cookie]).size).toBe(3);
    expect(await meStatus(third.token)).toBe(200);
  });

  it('end the family, access tokens too, when an old refresh token comes again', async () => {
    const other = await signIn('principal');
    const first = await signIn('principal');
    const second = await refresh(first.cookie);
    expect((await refresh(first.cookie)).status).toBe(401);
    expect((await refresh(second.cookie)).status).toBe(401);
    expect(await meStatus(second.token)).toBe(401);
    // Another device of the same person is not touched.
    expect(await meStatus(other.token)).toBe(200);
  });

  it('let only one of two simultaneous uses through', async () => {
    const { cookie } = await signIn('principal');
    const statuses = (await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)])).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it.each([
    '',
    'ustaz_refresh=',
    'ustaz_refresh=x.y',
    'ustaz_refresh=$ne',
    'ustaz_refresh=;;;',
    `ustaz_refresh=${'a'.repeat(5000)}`,
  ])('do not come from the cookie «%.30s»', async (cookie) => expect((await refresh(cookie)).status).toBe(401));

  it('end at once on every device on sign-out everywhere, and only the own', async () => {
    const [here, there, someone] = [await signIn('university'), await signIn('university'), await signIn('sponsor')];
    expect((await call(service, 'DELETE', '/api/staff-sessions', { token: here.token })).status).toBe(204);
    expect(await Promise.all([here, there, someone].map(({ token }) => meStatus(token)))).toEqual([401, 401, 200]);
    expect((await refresh(there.cookie)).status).toBe(401);
  });

  it('end here alone on sign-out, and take the cookie back', async () => {
    const [here, there] = [await signIn('university'), await signIn('university')];
    const out = await call(service, 'DELETE', '/api/staff-sessions/current', { token: here.token });
    expect(out.headers.get('set-cookie')).toMatch(/^ustaz_refresh=;.*Max-Age=0/);
    expect(await Promise.all([here, there].map(({ token }) => meStatus(token)))).toEqual([401, 200]);
  });

  it('last ten minutes, an idle hour, and twelve hours in all', async () => {
    const { token, cookie } = await signIn('department');
    inMinutes(9);
    expect(await meStatus(token)).toBe(200);
    inMinutes(11);
    expect(await meStatus(token)).toBe(401);
    inMinutes(59);
    let held = await refresh(cookie);
    expect(held.status).toBe(200);
    for (let minute = 59 + 55; minute < 720; minute += 55) {
      inMinutes(minute);
      held = await refresh(held.cookie);
      expect(held.status).toBe(200);
    }
    inMinutes(721);
    expect((await refresh(held.cookie)).status).toBe(401);
    service.setNow(null);
    const idle = await signIn('department');
    inMinutes(61);
    expect((await refresh(idle.cookie)).status).toBe(401);
  });

  it('are not opened, kept or refreshed for an account that was disabled', async () => {
    const { token, cookie } = await signIn('counsellor-elsewhere');
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    await connection
      .collection('staff')
      .updateOne({ email: email('counsellor-elsewhere') }, { $set: { disabledAt: new Date() } });
    await connection.close();
    expect((await signIn('counsellor-elsewhere')).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
    expect(await meStatus(token)).toBe(401);
    expect((await call(service, 'GET', '/api/schools/s-7/classes', { token })).status).toBe(401);
  });

  const wrong = async (persona: string) => {
    const body = { email: email(persona), password: 'not the one' };
    const reply = await call<ProblemBody>(service, 'POST', '/api/staff-sessions', { body });
    return { status: reply.status, body: { ...reply.body, requestId: '' } };
  };

  it('tell nobody whether an account exists', async () => {
    expect(await wrong('operator')).toEqual(await wrong('nobody'));
  });

  it('slow the guessing at one account, whatever else comes from that address', async () => {
    service.setNow(new Date());
    for (let attempt = 0; attempt < 6; attempt += 1) await wrong('department-elsewhere');
    const held = await call<ProblemBody>(service, 'POST', '/api/staff-sessions', {
      body: { email: ` ${email('department-elsewhere').toUpperCase()}`, password: service.password },
    });
    expect([held.status, held.body.slug]).toEqual([429, 'too-many-tries']);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('department')).status).toBe(200);
    service.setNow(new Date(Date.now() + 5000));
    expect((await signIn('department-elsewhere')).status).toBe(200);
  });

  it('slow the guessing at an account that does not exist just as much', async () => {
    service.setNow(new Date());
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) statuses.push((await wrong('no-such-person')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });
});
