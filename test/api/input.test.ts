import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff, type PupilTokens } from './personas.ts';

/** What comes from outside is data and nothing else: it is refused where it does not fit, never cleaned, never executed. */
describe('input', () => {
  let service: TestService;
  let pupil: PupilTokens;
  let counsellor: string;
  beforeAll(async () => {
    service = await startService();
    pupil = await enterPupil(service, service.code('pupil-kk'));
    counsellor = (await enterStaff(service, 'demo-counsellor')).token;
    const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body });
    await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body: { language: 'kk' } });
  });
  afterAll(() => service.close());

  /** Sends bytes as they are. */
  const send = async (path: string, bytes: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const all = { 'content-type': 'application/json', ...headers };
    const response = await fetch(`${service.url}${path}`, { method: 'POST', headers: all, body: bytes });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers };
  };
  const batch = () => `/api/sittings/${pupil.sitting}/batches/${randomUUID()}`;
  const answer = { item: 'E1', value: 3, seq: 1, atMs: 5, language: 'kk' };

  it.each([
    ['an operator for the e-mail', { email: { $ne: null }, password: { $gt: '' } }],
    ['an operator beside it', { email: 'a@b.kz', password: 'x', $where: 'sleep(1000)' }],
    ['a top-level $or', { $or: [{}, {}], email: 'a@b.kz', password: 'x' }],
    ['a list', { email: ['counsellor@demo.ustaz.example'], password: 'x' }],
    ['a number', { email: 1, password: 2 }],
  ])('refuses %s as data that does not fit', async (_, body) => {
    const reply = await call<ProblemBody>(service, 'POST', '/api/staff-sessions', { body });
    expect([reply.status, reply.body.slug]).toEqual([422, 'input-invalid']);
    expect(reply.body.errors?.length).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('refuses %s as an unknown field', async (key) => {
    const bytes = `{"email":"a@b.kz","password":"x","${key}":{"role":"operator"}}`;
    expect((await send('/api/staff-sessions', bytes)).status).toBe(422);
    expect(Reflect.get({}, 'role')).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'a.b', '$set', 'E1.value'])('knows no item «%s»', async (item) => {
    const body = { answers: [{ ...answer, item }] };
    expect((await call(service, 'PUT', batch(), { token: pupil.token, body })).status).toBe(422);
  });

  it('takes no field that is set by the service: role, score, time, origin', async () => {
    for (const extra of [{ at: '2020-01-01T00:00:00.000Z' }, { scored: true }, { origin: 'simulated' }]) {
      const body = { answers: [{ ...answer, ...extra }] };
      expect((await call(service, 'PUT', batch(), { token: pupil.token, body })).status).toBe(422);
    }
    const body = { language: 'kk', state: 'submitted', pid: randomUUID() };
    expect((await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body })).status).toBe(
      422,
    );
  });

  it('says where a wrong answer stands, and never what it was', async () => {
    const body = { answers: [answer, { ...answer, seq: 2, value: 77 }] };
    const reply = await call<ProblemBody>(service, 'PUT', batch(), { token: pupil.token, body });
    expect(reply.body.errors).toMatchObject([{ pointer: '/body/answers/1/value' }]);
    // The request's id is anyone's digits.
    expect(JSON.stringify({ ...reply.body, requestId: '' })).not.toContain('77');
  });

  it.each([
    '?language=kk&language=ru',
    '?language[$ne]=en',
    '?language=kk&more=1',
    '?__proto__=1&language=kk',
    '?language=',
    '',
  ])('refuses the query «%s»', async (query) => {
    const rows = await service.stores.pupils.ofClass('s-1-9-1');
    const path = `/api/pupils/${rows[0]?._id}/profile${query}`;
    expect((await call(service, 'GET', path, { token: counsellor })).status).toBe(422);
  });

  it('reads a number of a query only where it is one', async () => {
    const { token } = await enterStaff(service, 'demo-operator');
    const status = async (query: string) => (await call(service, 'GET', `/api/audit${query}`, { token })).status;
    expect(
      await Promise.all(['?before=9', '?before=0', '?before=x', '?before=1&before=2', '?before=1e999'].map(status)),
    ).toEqual([200, 422, 422, 422, 422]);
  });

  it.each([
    '/api/pupils/%ZZ/profile?language=kk',
    '/api/classes/%C0%AE/pupils',
    '/%E0%A4%A',
    '/assets/..%2f..%2fpackage.json',
    '/api/classes/%00/pupils',
  ])('is not upset by the path %s', async (path) => {
    const { status } = await call(service, 'GET', path, { token: counsellor });
    expect([400, 404, 422]).toContain(status);
  });

  it('refuses bodies that are too large, before and after unpacking', async () => {
    const large = JSON.stringify({ email: 'a'.repeat(3000), password: 'x' });
    expect((await send('/api/staff-sessions', large)).status).toBe(413);
    const bomb = new Uint8Array(gzipSync(JSON.stringify({ code: 'x'.repeat(5_000_000), sitting: randomUUID() })));
    expect(bomb.byteLength).toBeLessThan(10_000);
    expect((await send('/api/pupil-sessions', bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
    const batchBytes = { answers: Array.from({ length: 251 }, (_, index) => ({ ...answer, seq: index + 1 })) };
    expect((await call(service, 'PUT', batch(), { token: pupil.token, body: batchBytes })).status).toBe(422);
  });

  it('refuses a body that does not unpack', async () => {
    for (const encoding of ['gzip', 'deflate', 'br'])
      expect((await send('/api/pupil-sessions', 'no such thing', { 'content-encoding': encoding })).status).toBe(400);
    expect((await send('/api/pupil-sessions', '{}', { 'content-encoding': 'x' })).status).toBe(415);
  });

  it.each([
    ['{"code":"', 400],
    ['not json', 400],
    ['"text"', 400],
    ['[]', 422],
    ['null', 400],
    ['', 422],
  ])('answers the body %s with %i', async (bytes, status) => {
    const reply = await send('/api/pupil-sessions', bytes);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(reply.text).not.toMatch(/at .*\.(ts|js):|Unexpected token|SyntaxError/);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=latin1',
  ])('refuses a body of type %s', async (type) => {
    const bytes = JSON.stringify({ code: service.code('pupil-ru'), sitting: randomUUID() });
    expect((await send('/api/pupil-sessions', bytes, { 'content-type': type })).status).toBe(415);
  });

  it('refuses writes that another site’s page sends', async () => {
    const bytes = JSON.stringify({ code: service.code('pupil-ru'), sitting: randomUUID() });
    const own = new URL(service.url);
    const status = async (headers: Record<string, string>) =>
      (await send('/api/pupil-sessions', bytes, headers)).status;
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: `${own.protocol}//${own.hostname}:1` })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await status({ origin: service.url, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('answers in the reader’s language', async () => {
    const title = async (language: string) => {
      const reply = await call<ProblemBody>(service, 'GET', '/api/me', { headers: { 'accept-language': language } });
      return reply.body.title;
    };
    expect(await Promise.all(['kk', 'ru-RU,ru;q=0.9', 'en', 'fr'].map(title))).toEqual([
      'Алдымен кіріңіз.',
      'Сначала войдите.',
      'Sign in first.',
      'Алдымен кіріңіз.',
    ]);
  });
});
