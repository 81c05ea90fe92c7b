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
});
