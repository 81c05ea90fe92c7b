import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RetentionPlan } from '../../server/contract/retention.schema.ts';
import { runRetention } from '../../server/retention.ts';
import { type Job, runOnce } from '../../server/scheduler.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const dayMs = 86_400_000;

describe('retention', () => {
  let service: TestService;
  let start: number;
  beforeAll(async () => {
    service = await startService();
    start = Date.now();
  });
  afterAll(() => service.close());

  const after = (days: number): Date => new Date(start + days * dayMs);
  const plan = async (): Promise<RetentionPlan> => {
    const { token } = await enterStaff(service, 'demo-operator');
    return (await call<RetentionPlan>(service, 'GET', '/api/retention', { token })).body;
  };
  const pupilCount = async () => (await service.stores.pupils.ofSchool('s-3')).length;

  it('announces a month before, erases on the announced day and not before', async () => {
    const pupils = await pupilCount();
    expect(await runRetention(service.stores, after(0))).toMatchObject({ announced: 0, erased: 0 });
    // The demo's campaigns close in 180 days; pupils stay 730 days after that; those who never sat, 730 days from now.
    const early = await runRetention(service.stores, after(700));
    expect(early.erased).toBe(0);
    const round = await runRetention(service.stores, after(885));
    expect(round.erased).toBeGreaterThan(0);
    expect(await pupilCount()).toBeGreaterThan(0);
    const { leaving, noticeDays } = await plan();
    expect(noticeDays).toBe(30);
    expect(leaving.reduce((sum, row) => sum + row.pupils, 0)).toBeGreaterThan(900);
    expect(
      leaving.every(
        ({ day }) =>
          day >=
          after(885 + 24)
            .toISOString()
            .slice(0, 10),
      ),
    ).toBe(true);
    expect(await pupilCount()).toBeLessThanOrEqual(pupils);
  });

  it('tells a school of its own only', async () => {
    const { token } = await enterStaff(service, 'demo-counsellor');
    const own = await call<RetentionPlan>(service, 'GET', '/api/schools/s-1/retention', { token });
    expect(new Set(own.body.leaving.map(({ school }) => school.ru)).size).toBe(1);
    expect((await call(service, 'GET', '/api/schools/s-7/retention', { token })).status).toBe(404);
  });

  it('takes an announcement back when the family agrees to be named: a referral lives for years', async () => {
    const [pupil] = await service.stores.pupils.ofSchool('s-3');
    const pid = pupil?._id ?? '';
    const [known] = await service.stores.consents.of(pid);
    if (known === undefined) throw new Error('no consent to begin with');
    const event = { ...known, purpose: 'department', action: 'given', at: after(886), expiresAt: null } as const;
    await service.stores.consents.add([
      { ...event, party: 'guardian' },
      { ...event, party: 'pupil' },
    ]);
    await service.stores.retention.setDays('path', 4000);
    await runRetention(service.stores, after(887));
    expect((await service.stores.pupils.byId(pid))?.leavesAt).toBeUndefined();
  });

  it('is done by one node of two, once a day', async () => {
    let runs = 0;
    const job: Job = { name: 'daily', everyMs: dayMs, run: async () => `${++runs}` };
    const nodes = await Promise.all([1, 2, 3, 4].map(() => runOnce(service.stores, job)));
    expect(nodes.filter(Boolean)).toHaveLength(1);
    expect(runs).toBe(1);
    service.setNow(new Date(Date.now() + 1.1 * dayMs));
    expect(await runOnce(service.stores, job)).toBe(true);
    service.setNow(null);
  });
});
