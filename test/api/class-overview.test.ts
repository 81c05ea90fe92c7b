import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClassOverview } from '../../server/contract/overview.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

describe('a class at a glance', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startService({ battery: true });
    token = (await enterStaff(service, 'demo-counsellor')).token;
  });
  afterAll(() => service.close());

  const read = async (id: string) =>
    call<ClassOverview>(service, 'GET', `/api/classes/${id}/overview?language=ru`, { token });

  it('has everyone by name, a dot for each result with its error, and a line in the log', async () => {
    const { status, body } = await read('s-13-9-2');
    expect(status).toBe(200);
    expect(body.pupils).toHaveLength(20);
    const names = body.pupils.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'kk')));
    const done = body.pupils.filter(({ state }) => state === 'submitted').map(({ pid }) => pid);
    expect(body.scales.length).toBeGreaterThan(20);
    for (const { dots, from, to } of body.scales) {
      for (const { pid, mean, low, high } of dots) {
        expect(done).toContain(pid);
        expect([low, high]).not.toContain(null);
        expect(mean).toBeGreaterThanOrEqual(from);
        expect(mean).toBeLessThanOrEqual(to);
      }
    }
    expect(body.pupils.some(({ quality }) => quality?.state === 'repeat-offered')).toBe(true);
    const [line] = await service.stores.audit.about('s-13-9-2', ['class.overview']);
    expect(line).toMatchObject({ actor: 'demo-counsellor', target: 's-13-9-2' });
  });

  it('shows nothing of a pupil whose consent is not there any more', async () => {
    const before = (await read('s-13-9-1')).body;
    const pid = before.scales[0]?.dots[0]?.pid ?? '';
    const [given] = await service.stores.consents.of(pid);
    if (given === undefined) throw new RangeError('a demo pupil has a consent');
    await service.stores.consents.add([{ ...given, action: 'withdrawn', at: new Date() }]);
    const after = (await read('s-13-9-1')).body;
    expect(after.pupils.find((one) => one.pid === pid)).toMatchObject({ state: 'hidden', quality: null, flags: [] });
    expect(after.scales.flatMap(({ dots }) => dots).some((dot) => dot.pid === pid)).toBe(false);
  });
});
