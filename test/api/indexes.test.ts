import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeResult } from '../../server/resources/make-result.ts';
import { declaredIndexes } from '../../server/store/indexes.ts';
import { accessTable, type Things } from './access-table.ts';
import { deskThings } from './desk-things.ts';
import { call, startService, type TestService } from './harness.ts';
import { enter, enterPupil, enterStaff, type Persona, personas } from './personas.ts';

type Profiled = { ns: string; op: string; planSummary?: string; command: Record<string, unknown> };

/** The database writes down how it answered every query of a walk over all endpoints; none may read a whole collection. */
describe('indexes', () => {
  let service: TestService;
  let things: Things;
  const connection = mongoose.createConnection();
  beforeAll(async () => {
    service = await startService();
    await connection.openUri(service.mongoUri);
    const [finished] = await service.stores.sittings.submitted({ campaign: 'demo-61' }).toArray();
    const student = await enterPupil(service, service.code('pupil-kk'));
    const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: student.token, body });
    await call(service, 'PUT', `/api/sittings/${student.sitting}`, { token: student.token, body: { language: 'kk' } });
    const school = finished?.school ?? '';
    const about = {
      pupil: finished?.pid ?? '',
      class: `${school}-9-1`,
      school,
    };
    things = {
      service,
      sitting: student.sitting,
      campaign: 'demo-61',
      region: 'KZ-61',
      staff: 'desk-colleague',
      ...about,
      desk: await deskThings(service, about),
    };
  });
  afterAll(async () => {
    await connection.close();
    await service.close();
  });

  const profiled = async (): Promise<Profiled[]> => {
    const found = await connection
      .collection<Profiled>('system.profile')
      .find({ ns: { $not: /system\.|\$cmd/ } })
      .toArray();
    return found.filter(({ command }) => command.explain === undefined);
  };

  it('are there as declared, and no other', async () => {
    for (const name of new Set(declaredIndexes.map(({ collection }) => collection))) {
      const there = (await connection.collection(name).indexes()).map(({ key }) => JSON.stringify(key));
      const declared = declaredIndexes
        .filter(({ collection }) => collection === name)
        .map(({ key }) => JSON.stringify(key));
      expect(there.sort(), name).toEqual(['{"_id":1}', ...declared].sort());
    }
  });

  it('serve every query of every endpoint', async () => {
    await connection.db?.command({ profile: 2 });
    for (const [name, { path, body, expected }] of Object.entries(accessTable(things))) {
      const able = personas
        .filter((_, at) => [200, 204].includes(expected[at] ?? 0))
        .filter((persona) => !/Elsewhere/.test(persona));
      const owner = things.school === 's-1' ? able : able.filter((persona) => persona !== 'counsellor');
      const persona: Persona = owner.find((one) => one !== 'anonymous') ?? 'anonymous';
      const { token, cookie } = await enter(service, persona, things.sitting);
      await call(service, name.split(' ')[0] ?? '', path, {
        token,
        body,
        ...(cookie === undefined ? {} : { headers: { cookie } }),
      });
    }
    await outOfOrder();
    await rareQueries();
    await connection.db?.command({ profile: 0 });
    const queries = (await profiled()).filter(({ planSummary }) => planSummary !== undefined);
    expect(new Set(queries.map(({ ns }) => ns.split('.')[1])).size).toBeGreaterThan(12);
    const whole = queries.filter(({ planSummary }) => /COLLSCAN/.test(planSummary ?? ''));
    expect(
      whole.map(
        ({ ns, op, command }) => `${ns} ${op} ${JSON.stringify(command.filter ?? command.pipeline ?? command.q)}`,
      ),
    ).toEqual([]);
  });

  /** Late, repeated, conflicting batches and a second opening: the paths a smooth walk does not take. */
  const outOfOrder = async () => {
    const { uploadToken, sitting } = await enterPupil(service, service.code('pupil-ru'));
    for (const seq of [5, 2, 2]) {
      const answers = [{ item: 'E1', value: 3, seq, atMs: seq, language: 'kk' }];
      const path = `/api/sittings/${sitting}/batches/00000000-0000-4000-8000-00000000000${seq}`;
      await call(service, 'PUT', path, { token: uploadToken, body: { answers } });
    }
    await call(service, 'POST', '/api/guardian-sessions', { body: { code: 'unknown' } });
  };
  const rareQueries = async () => {
    const { stores } = service;
    const finished = await stores.sittings.latestOfPupil(things.pupil);
    if (finished !== null) await makeResult(stores, finished, new Date());
    await stores.sittings.unscored(10);
    await stores.sittings.submitted({ campaign: 'demo-61' }).toArray();
    await stores.identities.findByIin('110514650005');
    await stores.audit.verify();
    await stores.audit.page(5, 10);
    await stores.staffSessions.endAll('demo-operator', new Date());
    await enterStaff(service, 'demo-operator');
    await stores.releases.all('demo-61');
    await stores.codes.renew(randomUUID(), 'guardian', 'g');
  };

  it('see a query without an index', async () => {
    await connection.db?.command({ profile: 2 });
    await connection.collection('sittings').findOne({ seed: 5 });
    await connection.db?.command({ profile: 0 });
    expect((await profiled()).some(({ planSummary }) => planSummary === 'COLLSCAN')).toBe(true);
  });
});
