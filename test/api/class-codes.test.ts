import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassCodes } from '../../server/contract/codes.schema.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

describe('codes for a class', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-counsellor')).token;
  });
  afterAll(() => service.close());

  const issue = async (which: 'without' | 'all') =>
    (await call<ClassCodes>(service, 'POST', '/api/classes/s-1-9-2/codes', { token, body: { which } })).body;
  const knock = async (code: string) =>
    (await call(service, 'POST', '/api/pupil-sessions', { body: { code, sitting: randomUUID() } })).status;
  const print = async (body: object) => {
    const response = await fetch(`${service.url}/api/classes/s-1-9-2/cards`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'kk', address: 'https://ustaz.example', ...body }),
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('are made for everyone without one, shown once, and open the door', async () => {
    const pids = (await service.stores.pupils.ofClass('s-1-9-2')).map(({ _id }) => _id);
    const holders = await service.stores.codes.holders(pids, new Date());
    const first = await issue('without');
    expect(first.codes.length).toBeGreaterThan(20);
    expect([first.codes.length, first.untouched]).toEqual([27 - holders.size, holders.size]);
    const all = first.codes.flatMap(({ pupilCode, guardianCode }) => [pupilCode, guardianCode]);
    expect(new Set(all).size).toBe(2 * first.codes.length);
    expect(await knock(first.codes[0]?.pupilCode ?? '')).toBe(200);
    const second = await issue('without');
    expect([second.codes, second.untouched]).toEqual([[], 27]);
  });

  it('kill the earlier ones when all are issued anew', async () => {
    const old = (await issue('all')).codes;
    const fresh = (await issue('all')).codes;
    expect(await knock(old[3]?.pupilCode ?? '')).toBe(401);
    expect(await knock(fresh[3]?.pupilCode ?? '')).toBe(200);
    expect((await print({ kind: 'list', codes: old.map(({ name: _name, ...code }) => code) })).response.status).toBe(
      409,
    );
  });

  it.each(['kk', 'ru', 'en'])('are printed on cards, eight on a page, and on a list (%s)', async (language) => {
    const codes = (await issue('all')).codes.map(({ name: _name, ...code }) => code);
    for (const [kind, pages] of [
      ['pupil-cards', 4],
      ['guardian-cards', 4],
      ['list', 1],
    ] as const) {
      const { response, bytes } = await print({ kind, codes, language });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(pages);
    }
  });

  it('are not printed for a pupil of another class, nor with a code that is not theirs', async () => {
    const [one, two] = (await issue('all')).codes.map(({ name: _name, ...code }) => code);
    const [stranger] = await service.stores.pupils.ofClass('s-1-9-1');
    for (const codes of [
      [{ ...one, pid: two?.pid }],
      [{ ...one, pid: stranger?._id }],
      [{ ...one, pupilCode: two?.pupilCode }],
    ]) {
      const reply = await call<ProblemBody>(service, 'POST', '/api/classes/s-1-9-2/cards', {
        token,
        body: { kind: 'list', language: 'kk', address: 'https://ustaz.example', codes },
      });
      expect([reply.status, reply.body.slug]).toEqual([409, 'codes-not-live']);
    }
  });
});
