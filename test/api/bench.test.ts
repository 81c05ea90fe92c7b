import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstrument } from '../../instruments/load.ts';
import { createSimulator } from '../../scoring/index.ts';
import type { BenchInstruments, PilotTaken, StudyHead, StudyList } from '../../server/contract/bench.schema.ts';
import type { StudyDetail } from '../../server/contract/study-report.ts';
import { endedStudy } from './ended-study.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const instrument = loadInstrument('personality-ipip50');
const items = instrument.items.map(({ id }) => id);
const simulate = createSimulator(instrument, {});

/** Simulated pilot answers with a column of groups, and a name that must not stay. */
const sheet = (n: number): string =>
  [
    ['name', 'language', ...items].join(','),
    ...Array.from({ length: n }, (_, i) => {
      const { answers } = simulate(i + 1);
      return [`Secret ${i}`, i % 2 ? 'kk' : 'ru', ...items.map((item) => answers[item] ?? '')].join(',');
    }),
  ].join('\n');

describe('the bench', () => {
  let service: TestService;
  let token: string;
  let pilot: string;

  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-operator')).token;
  }, 120_000);
  afterAll(() => service.close());

  const ask = <Body>(method: string, path: string, body?: unknown) =>
    call<Body>(service, method, path, { token, body });
  const source = () => ({ kind: 'pilot', id: pilot });
  const start = (kind: string, settings: object) =>
    ask<StudyHead>('POST', '/api/studies', {
      kind,
      instrument: instrument.id,
      source: source(),
      settings: { seed: 1, ...settings },
    });
  const ended = (id: string) => endedStudy(service, token, id);
  const run = async (kind: string, settings: object): Promise<StudyDetail> => {
    const { status, body } = await start(kind, settings);
    expect(status).toBe(200);
    return ended(body.id);
  };

  it('takes pilot answers, names bad cells, and keeps no names', async () => {
    const csv = sheet(600).replace(/\nSecret 4,[^\n]*/, '\nSecret 4,ru,9');
    const taken = await ask<PilotTaken>('POST', '/api/pilots', {
      instrument: instrument.id,
      title: 'Spring pilot',
      content: Buffer.from(csv).toString('base64'),
    });
    expect(taken.status).toBe(200);
    pilot = taken.body.pilot.id;
    expect(taken.body.pilot).toMatchObject({ rows: 599, left: 1, items: 50, groups: ['language'] });
    expect(taken.body.notices.join('\n')).toContain('line 6, column (all)');
    const kept = await service.stores.studies.pilot(pilot);
    expect(JSON.stringify(kept)).not.toContain('Secret');
    const bench = await ask<BenchInstruments>('GET', '/api/bench');
    expect(bench.body.instruments.find(({ id }) => id === instrument.id)?.pilots[0]?.title).toBe('Spring pilot');
  });

  it('refuses a file that is no table of answers, and says why', async () => {
    const content = Buffer.from('a,b\n1,2\n').toString('base64');
    const refused = await ask<{ errors: { detail: string }[] }>('POST', '/api/pilots', {
      instrument: instrument.id,
      title: 'No',
      content,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]?.detail).toContain('no column is named after an item');
  });

  it('analyses items, and the kept report carries versions, seed and n', async () => {
    const study = await run('items', { scale: 'extraversion' });
    expect(study).toMatchObject({
      state: 'done',
      n: 599,
      instrumentVersion: instrument.version,
      progress: { done: 1, total: 1 },
    });
    expect(study.engine).not.toBe('');
    if (study.report?.kind !== 'items') throw new Error('no report');
    expect(study.report.scales).toHaveLength(1);
    expect(study.report.scales[0]?.items).toHaveLength(10);
    expect(study.report.scales[0]?.alpha).toBeGreaterThan(0.6);
    const file = await fetch(`${service.url}/api/studies/${study.id}/file?language=en`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const html = await file.text();
    expect(file.headers.get('content-type')).toContain('text/html');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    for (const word of ['599', instrument.version, study.engine, 'extraversion', '"seed":1'])
      expect(html).toContain(word);
  });

  it('calibrates without dropped items, and studies the bank adaptively', async () => {
    const study = await run('calibration', { scale: 'extraversion', model: 'grm', dropped: ['E3', 'E4'] });
    if (study.report?.kind !== 'calibration') throw new Error(`no report: ${study.failure}`);
    const [scale] = study.report.scales;
    expect(scale?.items.map(({ item }) => item)).toEqual(['E1', 'E2', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10']);
    expect(scale?.converged).toBe(true);
    expect(scale?.personFit?.n).toBeGreaterThan(500);
    const adaptive = await run('adaptive', { calibration: study.id, maxItems: 4, persons: 100 });
    if (adaptive.report?.kind !== 'adaptive') throw new Error(`no report: ${adaptive.failure}`);
    expect(adaptive.report.scales[0]).toMatchObject({ bank: 8, advice: 'fixed form' });
  });

  it('looks for DIF, and refuses a group that is too small', async () => {
    const study = await run('dif', { scale: 'extraversion', group: 'language', focal: 'kk' });
    if (study.report?.kind !== 'dif') throw new Error(`no report: ${study.failure}`);
    expect(study.report.scales[0]?.items).toHaveLength(10);
    const nobody = await run('dif', { scale: 'extraversion', group: 'language', focal: 'en' });
    expect(nobody).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('0 persons in the smaller group'),
    });
    expect((await start('dif', { group: 'language' })).status).toBe(422);
  });

  it('stops on request, runs again as a new study, and marks what a dead process left', async () => {
    const { body } = await start('items', {});
    const stopped = await ask<StudyHead>('DELETE', `/api/studies/${body.id}/run`);
    expect(stopped.body.state).toBe('cancelled');
    expect((await ask('DELETE', `/api/studies/${body.id}/run`)).status).toBe(404);
    const again = await ask<StudyHead>('POST', `/api/studies/${body.id}/run`, undefined);
    expect(again.body.id).not.toBe(body.id);
    expect((await ended(again.body.id)).state).toBe('done');
    const left = {
      ...(await service.stores.studies.byId(body.id)),
      _id: 'left-over',
      state: 'running',
      node: 'gone',
      beatAt: new Date(0),
      report: null,
    };
    await service.stores.studies.add(left as never);
    await service.stores.studies.interruptSilent(new Date());
    expect((await ask<StudyDetail>('GET', '/api/studies/left-over')).body.state).toBe('interrupted');
    const { studies } = (await ask<StudyList>('GET', `/api/studies?instrument=${instrument.id}`)).body;
    expect(studies.length).toBeGreaterThan(5);
  });
});
