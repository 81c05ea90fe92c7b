import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignReport } from '../../server/contract/campaign.schema.ts';
import { schoolYearOf } from '../../server/domain/school-year.ts';
import { isReleaseDue, makeRelease } from '../../server/report/release.ts';
import { nextReleaseDay } from '../../server/report/release-day.ts';
import { groundOf } from '../../server/report/release-places.ts';
import { takeEffect } from '../../server/resources/consent-effects.ts';
import { makeResult } from '../../server/resources/make-result.ts';
import type { ResultDocument } from '../../server/store/results.ts';
import { attack } from '../unit/disclosure/attacker.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

describe('rollups', () => {
  let service: TestService;
  let department: string;
  const id = 'demo-61';
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
    department = (await enterStaff(service, 'demo-department')).token;
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const results = () => service.stores.results.ofCampaign(id).toArray();
  const campaign = async () => {
    const found = await service.stores.catalogue.campaign(id);
    if (found === null) throw new Error('no campaign');
    return found;
  };
  const verified = async () => {
    await service.stores.rollups.catchUp();
    return service.stores.rollups.verify(id);
  };
  const report = async () =>
    (await call<CampaignReport>(service, 'GET', `/api/campaigns/${id}/report`, { token: department })).body;

  it('count every result once, however many nodes count at once and again', async () => {
    const { rollups } = service.stores;
    await Promise.all([rollups.catchUp(), rollups.catchUp(), rollups.catchUp()]);
    await rollups.catchUp();
    const all = await results();
    expect(await verified()).toMatchObject({ results: all.length, kept: 0, faults: [] });
    expect(await rollups.countOf(id)).toBe(all.length);
    await rollups.rebuild([id]);
    expect(await verified()).toMatchObject({ results: all.length, faults: [] });
  });

  it('follow results that change while they are being counted', async () => {
    const { rollups, results: store } = service.stores;
    const all = await results();
    const writing = all.slice(0, 60).map(async (one, index) => {
      const scales = one.scales.map((score) => (score.kind === 'scored' ? { ...score, mean: 1 + (index % 5) } : score));
      await store.put({ ...one, scales });
      if (index % 3 === 0) await store.setAside(one.pid, new Date());
    });
    await Promise.all([...writing, rollups.catchUp(), rollups.catchUp(7)]);
    expect(await verified()).toMatchObject({ results: all.length - 20, faults: [] });
    await Promise.all(all.slice(0, 60).map((one) => store.setAside(one.pid, null)));
    await store.putMany(all);
    expect(await verified()).toMatchObject({ results: all.length, faults: [] });
  });

  it('leave a withdrawn pupil out, however late or often the sitting is scored', async () => {
    const { stores } = service;
    const all = await results();
    const [one] = all;
    const sitting = one === undefined ? null : await stores.sittings.byId(one._id);
    if (sitting === null) throw new Error('no sitting');
    const { pid } = sitting;
    const line = { pid, party: 'pupil', purpose: 'assessment', wording: 'assessment-1', language: 'kk' } as const;
    const by = { recordedBy: 'pupil', how: 'own-code', expiresAt: null, signedBy: null } as const;
    await stores.consents.add([{ ...line, ...by, action: 'withdrawn', at: new Date() }]);
    // Scored for the first time after the withdrawal (a crash had come between handing in and scoring), then anew.
    await connection.collection<{ _id: string }>('results').deleteOne({ _id: sitting._id });
    for (let time = 0; time < 2; time += 1) {
      await makeResult(stores, sitting, new Date());
      expect(await stores.results.countOf(id)).toBe(all.length - 1);
    }
    await stores.consents.add([{ ...line, ...by, action: 'given', at: new Date() }]);
    await takeEffect(stores, pid, new Date());
    expect(await verified()).toMatchObject({ results: all.length, faults: [] });
    await stores.results.setAside(pid, new Date());
    await makeResult(stores, sitting, new Date());
    expect(await verified()).toMatchObject({ results: all.length - 1, faults: [] });
    await stores.results.setAside(pid, null);
  });

  it('see a counter that was changed by hand', async () => {
    const [cell] = await service.stores.rollups.cellsOfSchool(id, 's-1');
    if (cell === undefined) throw new Error('no cell');
    const [result] = (await results()).filter(({ school }) => school === 's-1');
    await service.stores.results.setAside(result?.pid ?? '', new Date());
    // Not yet counted: the mark is still there.
    expect((await service.stores.rollups.verify(id)).faults.length).toBeGreaterThan(0);
    await service.stores.results.setAside(result?.pid ?? '', null);
    expect((await verified()).faults).toEqual([]);
  });

  it('give a release the very numbers that the results give', async () => {
    const release = await makeRelease(service.stores, await campaign(), new Date());
    const region = release.rows.find(({ level }) => level === 'region');
    const all = await results();
    for (const cell of region?.scales ?? []) {
      if (cell.kind !== 'shown') throw new Error(`${cell.scale} is hidden in a region of ${all.length}`);
      const means = all.flatMap(({ scales }) =>
        scales.flatMap((score) => (score.scale === cell.scale && score.kind === 'scored' ? score.mean : [])),
      );
      const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
      expect(cell.n).toBe(means.length);
      if (cell.mean !== null) expect(cell.mean).toBeCloseTo(mean, 4);
      const fifth = (value: number): number => Math.min(4, Math.floor((value - 1) / 0.8 + 1e-9));
      cell.histogram.forEach((count, band) => {
        if (count !== null) expect(count).toBe(means.filter((value) => fifth(value) === band).length);
      });
    }
  });

  it('let a release count the pupils who were there while its campaign ran', async () => {
    const { stores } = service;
    const own = await campaign();
    const later = (time: Date, days: number) => new Date(time.getTime() + days * 86_400_000);
    const invited = async (days: number) => {
      const then = { ...own, opensAt: later(own.opensAt, days), closesAt: later(own.closesAt, days) };
      const { places } = await groundOf(stores, then, new Date());
      return places.schools.reduce((sum, { participation }) => sum + participation.invited, 0);
    };
    const before = await invited(0);
    expect(before).toBeGreaterThan(100);
    // A campaign of a year ago, told anew, is not about those who have come since.
    expect(await invited(-365)).toBe(0);
    const [someone] = await stores.pupils.ofSchool('s-1');
    if (someone === undefined) throw new Error('no pupil');
    const others = [
      { createdAt: later(own.closesAt, 1) },
      { createdAt: later(own.opensAt, -100), leftSchoolAt: later(own.opensAt, -1) },
      { createdAt: later(own.opensAt, -100), leftSchoolAt: later(own.opensAt, 1) },
    ].map((times) => ({ ...someone, ...times, _id: randomUUID() }));
    await stores.pupils.add(others.slice(0, 2));
    expect(await invited(0)).toBe(before);
    await stores.pupils.add(others.slice(2));
    expect(await invited(0)).toBe(before + 1);
    await stores.pupils.remove(others.map(({ _id }) => _id));
  });

  it('let a release leave out whom a school forgot to strike off last year', async () => {
    const { stores } = service;
    const own = await campaign();
    const [someone] = await stores.pupils.ofSchool('s-1');
    const [sitting] = await stores.sittings.submitted({ campaign: own._id }).limit(1).toArray();
    if (someone === undefined || sitting === undefined) throw new Error('no pupil with a sitting');
    const lastYear = new Date(own.opensAt.getTime() - 366 * 86_400_000);
    const year = schoolYearOf(own.opensAt);
    const oldClass = { school: 's-1', name: '9 Ж', grade: 9, language: 'kk' as const, year: year - 1 };
    await stores.catalogue.addClasses([
      { ...oldClass, _id: 'k-old' },
      { ...oldClass, _id: 'k-up', name: '10 Ж', grade: 10, year },
    ]);
    const pupil = (_id: string, of: object) => ({ ...someone, class: 'k-old', createdAt: lastYear, _id, ...of });
    const invited = async () =>
      (await groundOf(stores, own, new Date())).places.schools.reduce((n, one) => n + one.participation.invited, 0);
    const before = await invited();
    await stores.pupils.add([pupil('p-old', {})]);
    expect(await invited()).toBe(before);
    // Who was put into a class since, whose class moved up, or who began a sitting is of this year.
    await stores.pupils.add([pupil('p-up', { class: 'k-up' }), pupil('p-moved', {}), pupil('p-sat', {})]);
    await stores.pupils.move(new Map([['p-moved', { ...someone, class: someone.class }]]), own.opensAt);
    await stores.sittings.insertMany([{ ...sitting, _id: 'sat-old', pid: 'p-sat', state: 'open' }]);
    expect(await invited()).toBe(before + 3);
    const made = ['p-old', 'p-up', 'p-moved', 'p-sat'];
    await stores.pupils.remove(made);
    await stores.catalogue.removeClasses(['k-old', 'k-up']);
  });

  it('let a release tell the region by language, sex, place and type, where groups are large enough', async () => {
    const { slices = [], rows } = await report();
    expect(new Set(slices.map(({ by }) => by))).toEqual(new Set(['language', 'sex', 'locality', 'type']));
    const region = rows.find(({ level }) => level === 'region');
    const n = (scales: CampaignReport['rows'][number]['scales']) => (scales[0]?.kind === 'shown' ? scales[0].n : 0);
    const bySex = slices.filter(({ by }) => by === 'sex').map(({ scales }) => n(scales));
    expect(Math.min(...bySex)).toBeGreaterThanOrEqual(30);
    expect(bySex.reduce((sum, one) => sum + one, 0)).toBe(n(region?.scales ?? []));
  });

  it('give an attacker with a solver nothing of the demo country, names known and all', async () => {
    const releases = await service.stores.releases.all(id);
    const evidence = releases.map(({ basis }) => basis);
    const known = evidence.flatMap(({ counts }) => counts.schools.flatMap(({ scales }) => scales[0]?.knownBands ?? []));
    expect(known.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(10);
    const { targets, findings, exact } = await attack(evidence, 0, 10);
    expect(targets.length).toBeGreaterThan(20);
    expect([findings, exact]).toEqual([[], []]);
  });

  it('keep a release frozen until enough has come, and make the next one by themselves', async () => {
    const first = await report();
    expect(await isReleaseDue(service.stores, await campaign(), new Date(first.releasedAt))).toBe(false);
    const all = await results();
    const copies = Array.from({ length: 60 }, (_, index): ResultDocument => {
      const one = all[index % all.length];
      if (one === undefined) throw new Error('no results');
      return { ...one, _id: randomUUID(), pid: randomUUID() };
    });
    await service.stores.results.putMany(copies);
    await service.stores.rollups.catchUp();
    expect((await report()).release).toBe(first.release);
    // Not before the announced Monday, however much has come.
    expect(await isReleaseDue(service.stores, await campaign(), new Date(first.releasedAt))).toBe(false);
    service.setNow(new Date(nextReleaseDay(new Date(first.releasedAt)).getTime() + 1));
    expect(await service.stores.releaseDesk.makeDue()).toBe(3);
    expect(await service.stores.releaseDesk.makeDue()).toBe(0);
    service.setNow(null);
    expect((await report()).release).toBe(first.release + 1);
  });
});
