import mongoose from 'mongoose';
import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { Enrolment, RecoveryCodes } from '../../server/contract/second-factor.schema.ts';
import type { StaffMe, StaffSession } from '../../server/contract/session.schema.ts';
import type { Invitation } from '../../server/contract/staff.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff, makeReal } from './personas.ts';

describe('the second factor', () => {
  let service: TestService;
  let clock = Date.parse('2026-05-04T06:00:00Z');
  beforeAll(async () => {
    service = await startService();
  });
  afterEach(() => service.setNow(null));
  afterAll(() => service.close());

  /** Each test works a day later than the one before, so that neither codes nor waiting times meet. */
  const nextDay = () => {
    clock += 86_400_000;
    service.setNow(new Date(clock));
  };
  const pass = (seconds: number) => {
    clock += seconds * 1000;
    service.setNow(new Date(clock));
  };
  const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock });
  const signIn = (persona: string, code?: string) =>
    call<StaffSession & ProblemBody>(service, 'POST', '/api/staff-sessions', {
      body: {
        email: `${persona}@demo.ustaz.example`,
        password: service.password,
        ...(code === undefined ? {} : { code }),
      },
    });
  const enrol = async (persona: string) => {
    const { token } = await enterStaff(service, `demo-${persona}`);
    const begun = await call<Enrolment>(service, 'POST', '/api/me/second-factor', { token, body: {} });
    const code = codeOf(begun.body.secret);
    const done = await call<RecoveryCodes>(service, 'PUT', '/api/me/second-factor', { token, body: { code } });
    return {
      token,
      secret: begun.body.secret,
      enrolment: begun.body,
      status: done.status,
      recovery: done.body.recovery,
    };
  };

  it('is asked for from the moment a code has confirmed it, and not before', async () => {
    nextDay();
    const { token } = await enterStaff(service, 'demo-sponsor');
    await call(service, 'POST', '/api/me/second-factor', { token, body: {} });
    expect((await call(service, 'PUT', '/api/me/second-factor', { token, body: { code: '12345a' } })).status).toBe(401);
    expect((await signIn('sponsor')).status).toBe(200);
    const { secret, enrolment, recovery } = await enrol('sponsor');
    expect(enrolment.uri).toContain(`secret=${secret}`);
    expect(enrolment.qr.path.startsWith('M')).toBe(true);
    expect(new Set(recovery).size).toBe(10);
    pass(30);
    expect((await signIn('sponsor')).body).toMatchObject({ status: 401, slug: 'second-factor-needed' });
    expect((await signIn('sponsor', codeOf(secret))).body.me).toMatchObject({ secondFactor: 'on' });
  });

  it('takes a code once, even of two that come together, and none that is old', async () => {
    nextDay();
    const { secret } = await enrol('university');
    expect((await signIn('university', codeOf(secret))).body.slug).toBe('second-factor-wrong');
    pass(30);
    const code = codeOf(secret);
    const both = await Promise.all([signIn('university', code), signIn('university', code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    pass(90);
    expect((await signIn('university', code)).body.slug).toBe('second-factor-wrong');
  });

  it('lets a recovery code in once, as people type it', async () => {
    nextDay();
    const { recovery } = await enrol('principal');
    const [first = ''] = recovery;
    expect((await signIn('principal', ` ${first.toLowerCase().replaceAll('-', ' ')} `)).status).toBe(200);
    expect((await signIn('principal', first)).status).toBe(401);
    expect((await signIn('principal', recovery[1])).status).toBe(200);
  });

  it('is not guessed: wrong codes wait longer and longer, a right one too', async () => {
    nextDay();
    const { secret } = await enrol('department-elsewhere');
    pass(30);
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) statuses.push((await signIn('department-elsewhere', '000000')).status);
    expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(statuses[6]).toBe(429);
    expect((await signIn('department-elsewhere', codeOf(secret))).status).toBe(429);
    pass(60);
    expect((await signIn('department-elsewhere', codeOf(secret))).status).toBe(200);
  });

  it('is not kept in clear', async () => {
    nextDay();
    const { secret, recovery } = await enrol('counsellor-elsewhere');
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const stored = await connection.collection('secondFactors').find().toArray();
    await connection.close();
    const held = JSON.stringify(stored);
    expect(held).toContain('demo-counsellor-elsewhere');
    for (const code of [secret, ...recovery]) expect(held).not.toContain(code.replaceAll('-', ''));
  });

  it('is taken away by the operator when it is lost, with a line in the log, and every session ends', async () => {
    nextDay();
    const { token } = await enrol('counsellor');
    const { token: operator } = await enterStaff(service, 'demo-operator');
    const path = '/api/staff/demo-counsellor/second-factor';
    expect((await call(service, 'DELETE', path, { token })).status).toBe(403);
    expect((await call(service, 'DELETE', path, { token: operator })).status).toBe(204);
    expect((await call(service, 'GET', '/api/me', { token })).status).toBe(401);
    expect((await signIn('counsellor')).status).toBe(200);
    expect(await service.stores.audit.about('demo-counsellor', ['staff.factor-reset'])).toMatchObject([
      { actor: 'demo-operator' },
    ]);
  });

  it('comes first where the policy asks for it: nothing else opens until it is there', async () => {
    nextDay();
    service.stores.policy.secondFactor = 'required';
    await makeReal(service, 'demo-department');
    const { token } = await enterStaff(service, 'demo-department');
    const me = await call<StaffMe>(service, 'GET', '/api/me', { token });
    expect(me.body.secondFactor).toBe('first');
    for (const path of ['/api/campaigns', '/api/candidates', '/api/country', '/api/staff?region=KZ-61'])
      expect((await call<ProblemBody>(service, 'GET', path, { token })).body).toMatchObject({
        status: 403,
        slug: 'second-factor-first',
      });
    const { token: enrolled, secret } = await enrol('department');
    expect((await call(service, 'GET', '/api/candidates', { token: enrolled })).status).toBe(200);
    pass(30);
    const removal = { token: enrolled, body: { code: codeOf(secret) } };
    expect((await call(service, 'POST', '/api/me/second-factor/removal', removal)).status).toBe(403);
    service.stores.policy.secondFactor = 'optional';
    expect((await call(service, 'POST', '/api/me/second-factor/removal', removal)).status).toBe(204);
    expect((await signIn('department')).status).toBe(200);
  });

  it('is not asked of the demo’s personas nor of whom they invite, and stands before everybody else’s first page', async () => {
    nextDay();
    service.stores.policy.secondFactor = 'required';
    const { token: operator } = await enrol('operator');
    const { token: sponsor } = await enterStaff(service, 'demo-sponsor');
    expect((await call(service, 'GET', '/api/country', { token: sponsor })).status).toBe(200);
    const newcomer = async (email: string) => {
      const body = {
        ...{ name: 'Жаңа Маман', email: `${email}@demo.ustaz.example`, role: 'counsellor', post: 'counsellor' },
        ...{ language: 'kk', region: 'KZ-61', schools: ['s-1'], classes: null },
      };
      const invited = await call<Invitation>(service, 'POST', '/api/staff', { token: operator, body });
      const accept = { secret: invited.body.secret, password: service.password };
      await call(service, 'POST', '/api/invitations/acceptance', { body: accept });
      return (await signIn(email)).body;
    };
    expect((await newcomer('invited-in-demo')).me.secondFactor).toBe('off');
    await makeReal(service, 'demo-operator');
    const { me, accessToken } = await newcomer('invited-for-real');
    expect(me.secondFactor).toBe('first');
    const refused = await call<ProblemBody>(service, 'GET', '/api/country', { token: accessToken });
    expect(refused.body.slug).toBe('second-factor-first');
    service.stores.policy.secondFactor = 'optional';
  });
});
