import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { IssuedCodes, Profile } from '../../server/contract/school.schema.ts';
import type { PupilSession } from '../../server/contract/session.schema.ts';
import type { Sitting } from '../../server/contract/sitting.schema.ts';
import { makeResult } from '../../server/resources/make-result.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const campaign = 'demo-61-battery';

describe('a repeat', () => {
  let service: TestService;
  let token: string;
  let hasty: ResultDocument;
  let careful: ResultDocument;
  beforeAll(async () => {
    service = await startService({ battery: true });
    token = (await enterStaff(service, 'demo-counsellor')).token;
    const results = await service.stores.results.ofCampaign(campaign).toArray();
    const find = (state: string) => results.find(({ quality }) => quality?.state === state);
    const [found, other] = [find('repeat-offered'), find('valid')];
    if (found === undefined || other === undefined) throw new RangeError('the demo has nobody to repeat');
    hasty = found;
    careful = other;
  });
  afterAll(() => service.close());

  const offer = (pid: string, reason: string) =>
    call<ProblemBody & Profile['repeat']>(service, 'POST', `/api/pupils/${pid}/repeats`, { token, body: { reason } });
  const takeBack = (pid: string) => call(service, 'DELETE', `/api/pupils/${pid}/repeats`, { token, body: {} });
  const profileOf = async (pid: string) =>
    (await call<Profile>(service, 'GET', `/api/pupils/${pid}/profile?language=en`, { token })).body;
  const enterAs = async (pid: string, sitting: string) => {
    const path = `/api/pupils/${pid}/codes`;
    const { body: codes } = await call<IssuedCodes>(service, 'POST', path, { token, body: {} });
    const body = { code: codes.pupilCode, sitting };
    return (await call<PupilSession>(service, 'POST', '/api/pupil-sessions', { body })).body;
  };

  it('is not offered without a reason, so that nobody tries until it fits', async () => {
    expect((await profileOf(careful.pid)).repeat.state).toBe('too-soon');
    for (const reason of ['time', 'quality']) {
      expect(await offer(careful.pid, reason)).toMatchObject({ status: 409, body: { slug: 'repeat-not-due' } });
    }
    expect((await offer(hasty.pid, 'time')).status).toBe(409);
    expect((await takeBack(hasty.pid)).status).toBe(409);
  });

  it('can be taken back until the pupil begins', async () => {
    expect(await offer(hasty.pid, 'quality')).toMatchObject({ status: 200, body: { state: 'offered' } });
    expect((await offer(hasty.pid, 'quality')).status).toBe(409);
    expect((await enterAs(hasty.pid, randomUUID())).sitting.state).toBe('new');
    expect(await takeBack(hasty.pid)).toMatchObject({ status: 200, body: { state: 'possible' } });
    expect(await enterAs(hasty.pid, randomUUID())).toMatchObject({ sitting: { id: hasty._id, state: 'submitted' } });
  });

  it('opens a second sitting with the old one kept, and counts in its place', async () => {
    const counted = await service.stores.results.countOf(campaign);
    await service.stores.rollups.catchUp();
    const finished = await service.stores.rollups.finishedByRegion();
    await offer(hasty.pid, 'quality');
    // The device still names the first sitting: the repeat gets an id of its own.
    const session = await enterAs(hasty.pid, hasty._id);
    const { id } = session.sitting;
    expect([session.sitting.state, session.sitting.isRepeat, id === hasty._id]).toEqual(['new', true, false]);
    const path = `/api/sittings/${id}`;
    const language = session.pupil.language;
    const opened = await call<Sitting>(service, 'PUT', path, { token: session.token, body: { language } });
    expect(opened).toMatchObject({ status: 200, body: { id, answers: [], state: 'open' } });
    expect((await profileOf(hasty.pid)).repeat.state).toBe('begun');
    expect((await profileOf(hasty.pid)).sitting?.id).toBe(hasty._id);
    expect((await takeBack(hasty.pid)).status).toBe(409);

    const sat = await service.stores.sittings.byId(careful._id);
    const answers = Object.entries(sat?.answers ?? {}).map(([item, { value }], index) => ({
      item,
      value,
      seq: index + 1,
      atMs: 6000 * (index + 1),
      language,
    }));
    for (const part of [answers.slice(0, 100), answers.slice(100)]) {
      const batch = `${path}/batches/${randomUUID()}`;
      expect((await call(service, 'PUT', batch, { token: session.token, body: { answers: part } })).status).toBe(200);
    }
    const handIn = { submission: randomUUID(), lastSeq: answers.length };
    expect((await call(service, 'PUT', `${path}/submission`, { token: session.token, body: handIn })).status).toBe(200);

    const profile = await profileOf(hasty.pid);
    expect(profile.sittings.map(({ round, isShown }) => [round, isShown])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(profile.result?.change?.summary.length).toBeGreaterThan(1);
    const former = `/api/pupils/${hasty.pid}/profile?language=en&sitting=${hasty._id}`;
    expect((await call<Profile>(service, 'GET', former, { token })).body.sitting?.id).toBe(hasty._id);
    expect(await service.stores.results.byId(hasty._id)).toMatchObject({ supersededBy: id });
    expect(await service.stores.results.countOf(campaign)).toBe(counted);
    await service.stores.rollups.catchUp();
    expect(await service.stores.rollups.finishedByRegion()).toEqual(finished);
  });

  it('does not bring the old result back into reports when a consent returns', async () => {
    const counted = await service.stores.results.countOf(campaign);
    await service.stores.results.setAside(hasty.pid, new Date());
    expect(await service.stores.results.countOf(campaign)).toBe(counted - 1);
    await service.stores.results.setAside(hasty.pid, null);
    expect(await service.stores.results.countOf(campaign)).toBe(counted);
    const first = await service.stores.sittings.byId(hasty._id);
    if (first === null) throw new RangeError('no first sitting');
    await makeResult(service.stores, first, new Date());
    expect(await service.stores.results.countOf(campaign)).toBe(counted);
  });

  it('shows no sitting of another pupil', async () => {
    const path = `/api/pupils/${careful.pid}/profile?language=en&sitting=${hasty._id}`;
    expect((await call(service, 'GET', path, { token })).status).toBe(404);
  });
});
