import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NeedsTable } from '../../server/contract/alliance.schema.ts';
import type { FileOutcome } from '../../server/contract/file-outcome.schema.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

describe('needs, seats and money', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());
  const as = async (id: string) => (await enterStaff(service, id)).token;

  it('stand against each other in the Alliance’s table, with what is short', async () => {
    const token = await as('demo-department');
    const { body } = await call<NeedsTable>(service, 'GET', '/api/alliance/table', { token });
    const cell = body.cells.find(({ subject, region }) => subject === 'teach-mathematics' && region === 'KZ-61');
    expect(cell).toMatchObject({ needed: 6, seats: 6, funded: 6, seatsShort: 0 });
    const own = await call<{ needs: { region: string }[] }>(service, 'GET', '/api/alliance/needs', { token });
    expect(new Set(own.body.needs.map(({ region }) => region))).toEqual(new Set(['KZ-61']));
  });

  it('take requests from a table, and name each wrong cell', async () => {
    const token = await as('demo-department');
    const year = new Date().getUTCFullYear();
    const sheet = [
      'Предмет;Язык обучения;Район;Год;Количество;Обоснование',
      `Учитель математики;ru;d-61-1;${year};2;Открывается класс`,
      `Алхимия;ru;d-61-1;${year};2;Открывается класс`,
      `Учитель физики;kk;Семей;${year};нет;=1+1`,
    ].join('\r\n');
    const content = Buffer.from(sheet).toString('base64');
    const ask = (takeRight: boolean) =>
      call<FileOutcome>(service, 'POST', '/api/alliance/needs-file', {
        token,
        body: { content, takeRight },
        headers: { 'accept-language': 'ru' },
      });
    const first = await ask(false);
    expect(first.body.taken).toBe(0);
    expect(first.body.errors.map(({ row, column, found }) => [row, column, found])).toEqual([
      [3, 'Предмет', 'Алхимия'],
      [4, 'Район', 'Семей'],
      [4, 'Количество', 'нет'],
    ]);
    expect((await ask(true)).body.taken).toBe(1);
  });

  it('let a sponsor ask only for what and where will be taught', async () => {
    const token = await as('demo-sponsor');
    const conditions = {
      regions: [],
      districts: [],
      subjects: [],
      teachingLanguages: [],
      locality: null,
      serviceYears: 3,
    };
    const offer = (more: object) =>
      call(service, 'POST', '/api/alliance/grants', {
        token,
        body: { year: 2027, count: 3, conditions: { ...conditions, ...more } },
      });
    expect((await offer({})).status).toBe(200);
    expect((await offer({ sex: 'female' })).status).toBe(422);
    expect((await offer({ subjects: ['alchemy'] })).status).toBe(422);
    expect((await offer({ serviceYears: 9 })).status).toBe(422);
  });

  it('tell a sponsor of taken places only from five on', async () => {
    const token = await as('demo-sponsor');
    const { body } = await call<{ grants: { taken: number | null; id: string }[] }>(
      service,
      'GET',
      '/api/alliance/grants',
      { token },
    );
    const held = await service.stores.referrals.heldByGrant(['g-demo-1'], new Date());
    const told = body.grants.find(({ id }) => id === 'g-demo-1')?.taken;
    const count = held.get('g-demo-1') ?? 0;
    expect(told).toBe(count < 5 ? null : count);
    // Nor by trying how far the offer can be lowered: what a round counts on stays, held or not.
    const lower = await call(service, 'PUT', '/api/alliance/grants/g-demo-1', {
      token,
      body: { state: 'open', count: 5 },
    });
    expect(lower.status).toBe(409);
  });

  it('take trainees from asked to ended, each step by whose it is', async () => {
    const [principal, university] = [await as('demo-principal'), await as('demo-university')];
    const step = (token: string, to: string, assigned = 0) =>
      call(service, 'POST', '/api/alliance/practices/pr-demo-1/steps', { token, body: { to, assigned } });
    expect((await step(principal, 'assigned', 2)).status).toBe(409);
    expect((await step(university, 'assigned', 9)).status).toBe(409);
    expect((await step(university, 'assigned', 3)).body).toMatchObject({
      state: 'assigned',
      organisation: 'u-abai',
      assigned: 3,
    });
    expect((await step(university, 'running')).status).toBe(200);
    expect((await step(principal, 'ended')).body).toMatchObject({ state: 'ended' });
  });

  it('tell means of principals’ feedback only over five reports', async () => {
    const token = await as('demo-operator');
    const { body } = await call<{ rows: { organisation: string; n: number | null; planning: number | null }[] }>(
      service,
      'GET',
      '/api/alliance/feedback',
      { token },
    );
    expect(body.rows.find(({ organisation }) => organisation === 'u-abai')).toMatchObject({ n: 7 });
    expect(body.rows.find(({ organisation }) => organisation === 'u-women')).toMatchObject({ n: null, planning: null });
  });
});
