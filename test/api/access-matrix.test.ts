import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../server/resources/index.ts';
import { accessTable, type Route, type Things } from './access-table.ts';
import { deskThings } from './desk-things.ts';
import { call, insist, startService, type TestService } from './harness.ts';
import { type Entered, enter, enterPupil, type Persona, personas } from './personas.ts';

const registered = endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`);

describe('the access matrix', () => {
  let service: TestService;
  let things: Things;
  let table: Readonly<Record<string, Route>>;

  beforeAll(async () => {
    service = await startService();
    const classes = await service.stores.catalogue.classesOf('s-1');
    const sittings = service.stores.sittings.submitted({ campaign: 'demo-61' });
    // Not the one whose code is printed: the counsellor's row reissues this pupil's codes.
    const finished = (await sittings.toArray()).findLast(({ school }) => school === 's-1');
    const student = await enterPupil(service, service.code('pupil-kk'));
    const body = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: student.token, body });
    const about = {
      pupil: finished?.pid ?? '',
      class: classes[0]?._id ?? '',
      school: 's-1',
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
    await call(service, 'PUT', `/api/sittings/${student.sitting}`, { token: student.token, body: { language: 'kk' } });
    table = accessTable(things);
  });
  afterAll(() => service.close());

  /** Entered once, and anew after each request that changed something: it may have ended anybody's session. */
  const held = new Map<Persona, Promise<Entered>>();
  const signedIn = (persona: Persona): Promise<Entered> => {
    const entered = held.get(persona) ?? enter(service, persona, things.sitting);
    held.set(persona, entered);
    return entered;
  };

  it('lists every route of the registry and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...registered].sort());
  });

  it.each(registered)('%s', async (name) => {
    const { expected, path, body } = table[name] ?? { expected: [], path: '' };
    const [method = ''] = name.split(' ');
    const statusFor = async (persona: Persona): Promise<number> => {
      const { token, cookie } = await signedIn(persona);
      const headers = cookie === undefined ? {} : { cookie };
      const { status } = await insist(() => call(service, method, path, { token, body, headers }));
      if (method !== 'GET' && status < 300) held.clear();
      return status;
    };
    const seen: number[] = [];
    // Who only reads changes nothing for the next; the others come one by one, in the order of the row.
    if (method === 'GET') seen.push(...(await Promise.all(personas.map(statusFor))));
    else for (const persona of personas) seen.push(await statusFor(persona));
    const shown = (statuses: readonly number[]) => personas.map((persona, at) => `${persona} ${statuses[at]}`);
    expect(shown(seen)).toEqual(shown(expected));
  });

  /** The reply without what differs at every request. */
  const told = async (name: string, path: string, token: string | undefined, body?: unknown) => {
    const reply = await call(service, name.split(' ')[0] ?? '', path, { token, body });
    return { name, status: reply.status, body: { ...(reply.body as object), requestId: '' } };
  };
  const nowhere = {
    pupil: randomUUID(),
    class: 's-0-9-9',
    school: 's-0',
    campaign: 'demo-00',
    region: 'KZ-00',
    staff: 'nobody',
    sitting: randomUUID(),
  };

  it('answers what is out of scope as what does not exist, to the letter', async () => {
    const outOfScope = Object.entries(table).flatMap(([name, route]) =>
      personas.filter((_, at) => route.expected[at] === 404).map((persona) => ({ name, route, persona })),
    );
    expect(outOfScope.length).toBeGreaterThan(8);
    for (const { name, route, persona } of outOfScope) {
      const { path, body, target } = route;
      if (target === null) continue;
      const { token } = await signedIn(persona);
      const foreign = await told(name, path, token, body);
      expect(foreign).toMatchObject({ status: 404, body: { slug: 'not-found' } });
      expect(foreign).toEqual(await told(name, path.replace(things[target], nowhere[target]), token, body));
    }
  });

  it('keeps a pupil out of another pupil’s sitting, to the letter', async () => {
    const other = await enterPupil(service, service.code('pupil-finished'));
    for (const [name, { target, path, body }] of Object.entries(table)) {
      if (target !== 'sitting') continue;
      const foreign = await told(name, path, other.token, body);
      expect(foreign).toMatchObject({ status: 404, body: { slug: 'not-found' } });
      expect(foreign).toEqual(await told(name, path.replace(things.sitting, nowhere.sitting), other.token, body));
    }
  });

  it('gives no hold on another’s sitting to a pupil who names its id at the door', async () => {
    const thief = await enterPupil(service, service.code('pupil-ru'), things.sitting);
    const assent = { purpose: 'assessment', action: 'given', wording: 'assessment-1', language: 'ru' };
    await call(service, 'POST', '/api/pupil/assents', { token: thief.token, body: assent });
    for (const [name, { target, path, body }] of Object.entries(table)) {
      if (target !== 'sitting') continue;
      for (const token of [thief.token, thief.uploadToken]) {
        const reply = await told(name, path, token, body);
        expect([404, 403], `${name} gave ${reply.status}`).toContain(reply.status);
      }
    }
  });
});
