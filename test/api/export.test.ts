import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Readers } from '../../server/contract/audit.schema.ts';
import type { ImportOutcome, ImportPreview } from '../../server/contract/roster.schema.ts';
import { readCsv } from '../../server/report/spreadsheet/read-csv.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

describe('exports', () => {
  let service: TestService;
  let counsellor: string;
  let operator: string;
  beforeAll(async () => {
    service = await startService();
    counsellor = (await enterStaff(service, 'demo-counsellor')).token;
    operator = (await enterStaff(service, 'demo-operator')).token;
  });
  afterAll(() => service.close());

  const file = async (path: string, token: string): Promise<Uint8Array> => {
    const reply = await fetch(`${service.url}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'ru' },
    });
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const upload = (content: Uint8Array, fileName: string) =>
    call<ImportPreview>(service, 'POST', '/api/schools/s-1/imports', {
      token: counsellor,
      body: { fileName, content: Buffer.from(content).toString('base64') },
    });
  const strange = {
    familyName: '=Сумма',
    givenName: '@сұм',
    patronymic: '+Ата',
    birthDate: '2011-03-04',
    iin: null,
    ownId: '-5',
  };

  it('writes a class list that a spreadsheet cannot run and that comes back as the same pupils', async () => {
    const [schoolClass] = await service.stores.catalogue.classesOf('s-1');
    const body = { familyName: 'Уақытша', givenName: 'Айша', birthDate: '2011-03-04', sex: 'female', language: 'kk' };
    const added = await call<{ pid: string }>(service, 'POST', `/api/classes/${schoolClass?._id}/pupils`, {
      token: counsellor,
      body,
    });
    await service.stores.identities.replace(new Map([[added.body.pid, strange]]));
    for (const separator of ['semicolon', 'comma', 'tab']) {
      const csv = await file(`/api/schools/s-1/class-list.csv?separator=${separator}&language=ru`, counsellor);
      const text = Buffer.from(csv).toString('utf8');
      expect(text.startsWith('\uFEFFЛичный номер')).toBe(true);
      expect(text).toMatch(/'=Сумма/);
      expect(text.split(/[;,\t\r\n]/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
      const preview = await upload(csv, 'class-list.csv');
      expect(preview.body.missing).toEqual([]);
      // The pupil with an own id is known by it, the others are asked about by name and birth date; nothing would change.
      expect(preview.body.counts).toMatchObject({ add: 0, update: 0, wrong: 0, same: 1 });
      expect(preview.body.counts.ask).toBe((await service.stores.pupils.ofSchool('s-1')).length - 1);
    }
    const sheet = await file('/api/schools/s-1/class-list.xlsx?language=kk', counsellor);
    const again = await upload(sheet, 'class-list.xlsx');
    expect(again.body.counts).toMatchObject({ add: 0, update: 0, wrong: 0, same: 1 });
    const decisions = again.body.rows.flatMap(({ action }, row) =>
      action === 'ask' ? [{ row, decision: 'same' }] : [],
    );
    const path = `/api/schools/s-1/imports/${again.body.id}`;
    await call(service, 'PUT', path, { token: counsellor, body: { decisions } });
    const taken = await call<ImportOutcome>(service, 'POST', `${path}/application`, {
      token: counsellor,
      body: { rows: 'all' },
    });
    expect(taken.body).toMatchObject({ added: 0, updated: 0 });
    expect(await service.stores.identities.of(added.body.pid)).toEqual(strange);
  });

  it('gives one class, and none of another school', async () => {
    const one = Buffer.from(await file('/api/schools/s-1/class-list.csv?class=s-1-9-1', counsellor)).toString('utf8');
    expect(one.trim().split('\r\n').length).toBeLessThan(40);
    const foreign = await call(service, 'GET', '/api/schools/s-1/class-list.csv?class=s-7-9-1', { token: counsellor });
    expect(foreign.status).toBe(404);
  });

  it('tells researchers what pupils answered, and of nobody who they are', async () => {
    const files = unzipSync(await file('/api/campaigns/demo-61/research.zip', operator));
    expect(Object.keys(files)).toEqual(['data.csv', 'data.sps', 'dictionary.csv', 'README.txt']);
    const [head, ...rows] = readCsv(files['data.csv'] ?? new Uint8Array()).rows.map(({ cells }) => cells);
    const column = (name: string) => head?.indexOf(name) ?? -1;
    const finished = await service.stores.results.countOf('demo-61');
    expect(rows.length).toBeGreaterThan(finished * 0.8);
    expect(rows.length).toBeLessThanOrEqual(finished);
    expect(new Set(rows.map((row) => row[column('pupil')])).size).toBe(rows.length);
    const looks = rows.map((row) =>
      ['school', 'district', 'region', 'language', 'sex', 'age'].map((name) => row[column(name)]).join('|'),
    );
    const counts = grouped(looks);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(10);
    const bySchool = grouped(rows.map((row) => row[column('school')] ?? '').filter(Boolean));
    expect(Math.min(...bySchool.values())).toBeGreaterThanOrEqual(10);
    const all = strFromU8(files['data.csv'] ?? new Uint8Array());
    for (const { pid, _id, school } of (await service.stores.results.ofCampaign('demo-61').toArray()).slice(0, 40)) {
      const identity = await service.stores.identities.of(pid);
      for (const secret of [pid, _id, identity?.familyName ?? pid, identity?.birthDate ?? pid])
        expect(all).not.toContain(secret);
      expect(rows.some((row) => row[column('school')] === school)).toBe(false);
    }
    // A fresh export shares no pseudonym with the last one.
    const second = strFromU8(
      unzipSync(await file('/api/campaigns/demo-61/research.zip', operator))['data.csv'] ?? new Uint8Array(),
    );
    expect(rows.some((row) => second.includes(row[column('pupil')] ?? '?'))).toBe(false);
  });

  it('declares every column in the syntax and in the dictionary, in the order of the data', async () => {
    const files = unzipSync(await file('/api/campaigns/demo-61/research.zip', operator));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const names = text('data.csv').split('\r\n')[0]?.split(',') ?? [];
    const variables = text('data.sps').split('/VARIABLES=')[1]?.split('VARIABLE LABELS')[0] ?? '';
    expect([...variables.matchAll(/^\s+(\w+) [AF][\d.]+/gm)].map(([, name]) => name)).toEqual(names);
    expect(
      readCsv(files['dictionary.csv'] ?? new Uint8Array())
        .rows.slice(1)
        .map(({ cells }) => cells[0]),
    ).toEqual(names);
    expect(names.every((name) => /^[a-z]\w{0,59}$/i.test(name))).toBe(true);
  });

  it('writes down who took what', async () => {
    const lines = await service.stores.audit.page(undefined, 100);
    const taken = lines.filter(({ action }) => action.startsWith('export.'));
    expect(new Set(taken.map(({ action, target }) => `${action} ${target}`))).toEqual(
      new Set(['export.class-list s-1', 'export.research demo-61']),
    );
  });

  it('tells the pupil who took a list that names them, as it tells who read one', async () => {
    const pupil = await enterPupil(service, service.code('pupil-finished'));
    const reply = await call<Readers>(service, 'GET', '/api/pupil/readers', { token: pupil.token });
    const taken = reply.body.readers.filter(({ action }) => action === 'export.class-list');
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken.map(({ who }) => who))).toEqual(new Set(['Айнұр Сәрсенова']));
  });
});

function grouped(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
