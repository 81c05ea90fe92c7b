import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTraces } from '../../server/store/demo-traces.ts';
import { pupilHolders } from '../../server/store/pupil-holders.ts';
import { deskThings } from './desk-things.ts';
import { startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

type Anything = Record<string, unknown>;

describe('taking the demo away', () => {
  let service: TestService;
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const everything = async (): Promise<Map<string, Anything[]>> => {
    const found = new Map<string, Anything[]>();
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
      found.set(name, await connection.collection<Anything>(name).find().toArray());
    return found;
  };

  it('is declared for every collection there is', () => {
    expect(Object.keys(demoTraces).sort()).toEqual(Object.keys(pupilHolders).sort());
  });

  it('leaves no row of it in any collection, and the row of a real person where it was', async () => {
    const { stores } = service;
    const now = stores.now();
    // What people do in the demo, each in a collection that the seeding leaves empty.
    const [pupil] = await stores.pupils.ofClass('s-1-9-1');
    await deskThings(service, { school: 's-1', class: 's-1-9-1', pupil: pupil?._id ?? '' });
    const { sitting } = await enterPupil(service, service.code('pupil-finished'));
    const late = { sitting, batch: 'b', kind: 'late', answers: [], at: now } as const;
    await stores.sittings.keepAside(late, 'digest');
    await stores.helplines.put('KZ-61', { kk: 'м', ru: 'т', en: 't' }, 'demo-department', now);
    await stores.rollups.catchUp();
    for (const staff of ['demo-counsellor', 'real-counsellor']) await stores.secondFactors.begin(staff, 'SECRET');
    const demo = await stores.staff.byId('demo-counsellor');
    if (demo === null) throw new RangeError('no counsellor');
    const real = { ...demo, _id: 'real-counsellor', email: 'real@school.example', schools: ['real-school'] };
    await stores.staff.add([{ ...real, demo: false }]);
    await enterStaff(service, 'real-counsellor');
    await enterStaff(service, 'demo-department');
    const before = await everything();
    const filled = (all: Map<string, Anything[]>) =>
      [...all].flatMap(([name, rows]) => (rows.length > 0 ? [name] : [])).sort();
    expect(filled(before)).toEqual(
      expect.arrayContaining(['aside', 'helplines', 'imports', 'invitations', 'rollups', 'secondFactors', 'referrals']),
    );

    await stores.removeDemo();
    const after = await everything();
    const left = filled(after).filter((name) => typeof demoTraces[name] === 'function');
    expect(left).toEqual(['secondFactors', 'staff', 'staffSessions']);
    for (const name of left) expect(JSON.stringify(after.get(name))).toMatch(/^\[\{[^[]*real-counsellor/);
    for (const name of left) expect([name, after.get(name)?.length]).toEqual([name, 1]);
  });
});
