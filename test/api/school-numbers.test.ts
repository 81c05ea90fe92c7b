import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignReport } from '../../server/contract/campaign.schema.ts';
import type { SchoolNumbers } from '../../server/contract/numbers.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const k = 10;

describe('a school in numbers', () => {
  let service: TestService;
  let report: CampaignReport;
  let numbers: SchoolNumbers;
  beforeAll(async () => {
    service = await startService({ battery: true });
    const { token } = await enterStaff(service, 'demo-department');
    report = (await call<CampaignReport>(service, 'GET', '/api/campaigns/demo-61-battery/report', { token })).body;
    // Whoever heads a school reads their own: here that of the school which sits the whole battery.
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const staff = connection.collection<{ _id: string }>('staff');
    await staff.updateOne({ _id: 'demo-principal' }, { $set: { schools: ['s-13'] } });
    await connection.close();
    const principal = await enterStaff(service, 'demo-principal');
    numbers = (await call<SchoolNumbers>(service, 'GET', '/api/schools/s-13/numbers', { token: principal.token })).body;
  });
  afterAll(() => service.close());

  it('tells the head of the school what the department reads of it, and not a number more', () => {
    const line = report.rows.find(({ level, id }) => level === 'school' && id === 's-13');
    expect(line).toBeDefined();
    expect(numbers.release).toMatchObject({ number: report.release, row: line, choices: report.choices });
  });

  it('tells which fields and subjects fit its pupils, and no class of fewer than ten', () => {
    const told = numbers.release?.row.choices?.flatMap((cell) => (cell.kind === 'shown' ? [cell] : [])) ?? [];
    expect(told.map(({ choice }) => choice)).toContain('field-first');
    expect(told.flatMap(({ counts }) => counts).filter((count) => count !== null && count < k)).toEqual([]);
    expect(told.flatMap(({ counts }) => counts)).toContain(null);
  });

  it('is read from a release that is packed once, the same unpacked, and not sent again to who has it', async () => {
    const { token } = await enterStaff(service, 'demo-department');
    const path = '/api/campaigns/demo-61-battery';
    const asked = (encoding: string, known = '', of = 'report') =>
      fetch(`${service.url}${path}/${of}`, {
        headers: { authorization: `Bearer ${token}`, 'accept-encoding': encoding, 'if-none-match': known },
      });
    const [packed, again, plain] = [await asked('gzip'), await asked('gzip'), await asked('identity')];
    expect([packed, again, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual([
      'gzip',
      'gzip',
      null,
    ]);
    const [tag = '', ...tags] = [packed, again, plain].map(({ headers }) => headers.get('etag') ?? '');
    expect(tags).toEqual([tag, tag]);
    for (const reply of [packed, again, plain]) {
      expect(reply.headers.get('cache-control')).toBe('private, no-cache');
      expect(await reply.json()).toEqual(report);
    }
    const known = await asked('gzip', tag);
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, tag, '']);
    expect((await asked('gzip', 'W/"another"')).status).toBe(200);
    const beside = await asked('gzip', tag, 'comparison');
    expect(beside.status).toBe(200);
    expect((await asked('gzip', beside.headers.get('etag') ?? '', 'comparison')).status).toBe(304);
    const stranger = await enterStaff(service, 'demo-department-elsewhere');
    const refused = await fetch(`${service.url}/api/campaigns/demo-61-battery/report`, {
      headers: { authorization: `Bearer ${stranger.token}`, 'accept-encoding': 'gzip', 'if-none-match': tag },
    });
    expect(refused.status).toBe(404);
    // Another release is another thing, though it tells the same.
    const [latest] = (await service.stores.releases.all('demo-61-battery')).slice(-1);
    if (latest === undefined) throw new Error('no release');
    const release = latest.release + 1;
    const next = { ...latest, _id: `demo-61-battery:${release}`, release, report: { ...latest.report, release } };
    await service.stores.releases.add(next);
    const fresh = await asked('gzip', tag);
    expect([fresh.status, (await fresh.json()).release]).toEqual([200, release]);
  });
});
