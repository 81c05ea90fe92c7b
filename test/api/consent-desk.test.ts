import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentOverview } from '../../server/contract/consent-overview.schema.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

describe('consent at the desk', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-counsellor')).token;
  });
  afterAll(() => service.close());

  const overview = async (query: string) =>
    (await call<ConsentOverview>(service, 'GET', `/api/schools/s-1/consents?purpose=assessment${query}`, { token }))
      .body;
  const say = (pupil: { token: string }, action: 'given' | 'withdrawn') => {
    const body = { purpose: 'assessment', action, wording: 'assessment-1', language: 'kk' };
    return call(service, 'POST', '/api/pupil/assents', { token: pupil.token, body });
  };
  const send = (pupil: { uploadToken: string; sitting: string }, seq: number) => {
    const answers = [{ item: 'E1', value: 3, seq, atMs: seq, language: 'kk' }];
    const path = `/api/sittings/${pupil.sitting}/batches/${randomUUID()}`;
    return call<ProblemBody>(service, 'PUT', path, { token: pupil.uploadToken, body: { answers } });
  };

  it('tells who is missing what, by school and by class', async () => {
    const all = await overview('');
    expect(all.pupils).toHaveLength(all.counts.pupils);
    const any = await overview('&missing=any');
    expect(any.pupils.every(({ open }) => !open)).toBe(true);
    expect(any.pupils).toHaveLength(all.counts.pupils - all.counts.open);
    const guardian = await overview('&missing=guardian');
    expect(guardian.pupils).toHaveLength(all.counts.guardianMissing);
    const one = await overview('&class=s-1-9-2');
    expect(new Set(one.pupils.map(({ className }) => className)).size).toBe(1);
    expect(one.counts.pupils).toBe(27);
  });

  it('prints a page to take home, for pupils of the own school only', async () => {
    const print = (pupils: readonly string[]) =>
      fetch(`${service.url}/api/schools/s-1/consent-reminders`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ purpose: 'assessment', language: 'kk', pupils }),
      });
    const pids = (await overview('')).pupils.slice(0, 3).map(({ pid }) => pid);
    const bytes = Buffer.from(await (await print(pids)).arrayBuffer()).toString('latin1');
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(3);
    const [stranger] = await service.stores.pupils.ofSchool('s-7');
    expect((await print([stranger?._id ?? ''])).status).toBe(404);
  });

  it('stops a sitting the moment it is withdrawn, whatever the device still sends, and lets it go on when given again', async () => {
    const pupil = await enterPupil(service, service.code('pupil-kk'));
    await say(pupil, 'given');
    await call(service, 'PUT', `/api/sittings/${pupil.sitting}`, { token: pupil.token, body: { language: 'kk' } });
    expect((await send(pupil, 1)).status).toBe(200);
    await say(pupil, 'withdrawn');
    expect((await send(pupil, 2)).body).toMatchObject({ slug: 'consent-missing', status: 409 });
    const submission = { submission: randomUUID(), lastSeq: 1 };
    const path = `/api/sittings/${pupil.sitting}/submission`;
    expect((await call(service, 'PUT', path, { token: pupil.uploadToken, body: submission })).status).toBe(409);
    expect(Object.values((await service.stores.sittings.byId(pupil.sitting))?.answers ?? {})).toMatchObject([
      { seq: 1 },
    ]);
    await say(pupil, 'given');
    expect((await send(pupil, 2)).status).toBe(200);
  });

  it('leaves a withdrawn result out of what reports count', async () => {
    const pupil = await enterPupil(service, service.code('pupil-finished'));
    const before = await service.stores.results.countOf('demo-61');
    await say(pupil, 'withdrawn');
    expect(await service.stores.results.countOf('demo-61')).toBe(before - 1);
    await say(pupil, 'given');
    expect(await service.stores.results.countOf('demo-61')).toBe(before);
  });
});
