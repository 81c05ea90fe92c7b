import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PupilCase } from '../../server/contract/case.schema.ts';
import type { AddedOrganisation, OrganisationList } from '../../server/contract/organisation.schema.ts';
import type { AddedSchool, RegionPlaces } from '../../server/contract/place.schema.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { ClassList } from '../../server/contract/school.schema.ts';
import type { StaffSession } from '../../server/contract/session.schema.ts';
import type { HandedOver, Invitation, StaffAccount, StaffList } from '../../server/contract/staff.schema.ts';
import { letIn } from '../../server/task/commands/operator.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const dayMs = 86_400_000;
const word = 'ұзақ құпиясөз 4711';

describe('who works at the desk', () => {
  let service: TestService;
  let operator: string;
  let department: string;
  beforeAll(async () => {
    service = await startService();
    operator = (await enterStaff(service, 'demo-operator')).token;
    department = (await enterStaff(service, 'demo-department')).token;
  });
  afterEach(() => service.setNow(null));
  afterAll(() => service.close());

  const colleague = (email: string, change: object = {}) => ({
    ...{ name: 'Жанар Әбдіқызы', email: `${email}@school.example`, role: 'counsellor', post: 'psychologist' },
    ...{ language: 'kk', region: 'KZ-61', schools: ['s-1'], classes: null, ...change },
  });
  const invite = (body: object, token = department) => call<Invitation>(service, 'POST', '/api/staff', { token, body });
  const accept = (secret: string, password = word) =>
    call<ProblemBody>(service, 'POST', '/api/invitations/acceptance', { body: { secret, password } });
  const signIn = (email: string, password = word) =>
    call<StaffSession>(service, 'POST', '/api/staff-sessions', {
      body: { email: `${email}@school.example`, password },
    });
  /** Invited, with a password, signed in. */
  const newcomer = async (email: string, change: object = {}) => {
    const { body } = await invite(colleague(email, change), operator);
    await accept(body.secret);
    const session = (await signIn(email)).body;
    return { id: body.staff, token: session.accessToken, me: session.me };
  };
  const status = async (token: string, path: string) => (await call(service, 'GET', path, { token })).status;
  const grant = (staff: string, body: object, token = department) =>
    call<StaffAccount>(service, 'POST', `/api/staff/${staff}/grants`, { token, body });

  it('comes by a link that is good once, for a week, and for a password that is not too short', async () => {
    const { body } = await invite(colleague('bir'));
    expect((await signIn('bir', '')).status).toBe(422);
    expect((await signIn('bir')).status).toBe(401);
    for (const short of ['qysqa', 'bir-bir-bir-bir']) expect((await accept(body.secret, short)).status).toBe(422);
    service.setNow(new Date(Date.now() + 8 * dayMs));
    expect((await accept(body.secret)).status).toBe(410);
    service.setNow(null);
    const both = await Promise.all([accept(body.secret), accept(body.secret, 'басқа ұзақ құпиясөз')]);
    expect(both.map(({ status: code }) => code).sort()).toEqual([204, 410]);
    const list = await call<StaffList>(service, 'GET', '/api/staff?region=KZ-61', { token: department });
    expect(list.body.staff.find(({ id }) => id === body.staff)).toMatchObject({
      state: 'active',
      post: 'psychologist',
    });
    expect(JSON.stringify(list.body)).not.toMatch(/passwordHash|argon/);
  });

  it('is appointed by a department within its region and below its own level only', async () => {
    expect((await invite(colleague('a', { role: 'operator', schools: [], region: null }))).status).toBe(422);
    expect((await invite(colleague('b', { role: 'department', schools: [] }))).status).toBe(422);
    expect((await invite(colleague('c', { region: 'KZ-10', schools: ['s-7'] }))).status).toBe(422);
    expect((await invite(colleague('d', { schools: ['s-7'] }))).status).toBe(422);
    expect((await invite(colleague('e', { schools: ['s-nowhere'] }))).status).toBe(422);
    expect((await call(service, 'GET', '/api/staff?region=KZ-10', { token: department })).status).toBe(404);
  });

  it('works at a school that the department has added, once, and that another department cannot', async () => {
    const name = { kk: 'Жаңа мектеп', ru: 'Новая школа', en: 'New School' };
    const town = { kk: 'Кентау қаласы', ru: 'город Кентау', en: 'Kentau' };
    const body = { names: name, district: town, locality: 'urban', languages: ['kk', 'ru'] };
    const path = '/api/regions/KZ-61/schools';
    const add = (change: object = {}, token = department) =>
      call<AddedSchool>(service, 'POST', path, { token, body: { ...body, ...change } });
    const elsewhere = (await enterStaff(service, 'demo-department-elsewhere')).token;
    expect((await add({}, elsewhere)).status).toBe(404);
    expect((await add({ district: 'd-10-1' })).status).toBe(422);
    const { status: code, body: added } = await add();
    expect(code).toBe(200);
    expect((await add({ names: { ...name, en: 'Other' }, district: town })).status).toBe(409);
    const newcomers = await newcomer('first-there', { schools: [added.id] });
    const places = await call<RegionPlaces>(service, 'GET', path, { token: department });
    expect(places.body.schools.find(({ id }) => id === added.id)).toMatchObject({
      name,
      counsellors: ['Жанар Әбдіқызы'],
    });
    expect(places.body.districts.filter((one) => one.name.kk === town.kk)).toHaveLength(1);
    const classes = await call<ClassList>(service, 'GET', `/api/schools/${added.id}/classes`, newcomers);
    expect(classes.body).toMatchObject({ school: { name }, classes: [] });
  });

  it('works at a university or pays for places once the operator has added it, and reaches only that', async () => {
    const add = (body: object, token = operator) =>
      call<AddedOrganisation>(service, 'POST', '/api/organisations', { token, body });
    const named = (name: string) => ({ kk: name, ru: name, en: name });
    const { body: college } = await add({ kind: 'college', names: named('Сынақ колледжі') });
    const { body: fund } = await add({ kind: 'sponsor', names: named('Сынақ қоры') });
    expect((await add({ kind: 'university', names: named('сынақ  Колледжі') })).status).toBe(409);
    expect((await add({ kind: 'university', names: named('  ') })).status).toBe(422);
    const from = (organisation: string | null, role: string) => ({
      ...{ role, organisation, post: null, region: null, schools: [] },
    });
    for (const wrong of [
      from(null, 'university'),
      from(fund.id, 'university'),
      from(college.id, 'sponsor'),
      from('o-nowhere', 'sponsor'),
      { ...from(college.id, 'university'), region: 'KZ-61' },
      { organisation: college.id },
    ])
      expect((await invite(colleague('misfit', wrong), operator)).status).toBe(422);
    expect((await invite(colleague('mine', from(college.id, 'university')))).status).toBe(422);
    const { id, token, me } = await newcomer('college', from(college.id, 'university'));
    expect(me).toMatchObject({ role: 'university', place: named('Сынақ колледжі') });
    const seat = {
      ...{ subject: 'teach-primary', language: 'kk', region: null, year: 2027, count: 3 },
      ...{ form: 'full-time', funding: 'grant', after: 'grade-9' },
    };
    const offered = await call<{ organisation: string }>(service, 'POST', '/api/alliance/seats', { token, body: seat });
    expect(offered).toMatchObject({ status: 200, body: { organisation: college.id } });
    const { token: sponsor } = await newcomer('fund', from(fund.id, 'sponsor'));
    expect(await status(sponsor, '/api/alliance/grants')).toBe(200);
    const list = await call<OrganisationList>(service, 'GET', '/api/organisations', { token: operator });
    const own = list.body.organisations.find((one) => one.id === college.id);
    expect(own).toMatchObject({ kind: 'college', staff: [{ id, state: 'active' }] });
    expect((await call(service, 'DELETE', `/api/staff/${id}`, { token: operator })).status).toBe(200);
    expect(await status(token, '/api/me')).toBe(401);
  });

  it('begins with an operator whom a command lets in by a link, and again when the password is lost', async () => {
    const person = { email: 'First@ministry.example', name: 'Бірінші Оператор', language: 'kk' };
    const secrets = [await letIn(service.stores, person), await letIn(service.stores, person)];
    const accepted = await Promise.all(secrets.map((secret) => accept(secret)));
    expect(accepted.map(({ status: code }) => code).sort()).toEqual([204, 410]);
    const credentials = { email: 'first@ministry.example', password: word };
    const session = await call<StaffSession>(service, 'POST', '/api/staff-sessions', { body: credentials });
    expect(session.body.me).toMatchObject({ role: 'operator', demo: false });
    const other = { ...person, email: 'department@demo.ustaz.example' };
    await expect(letIn(service.stores, other)).rejects.toThrow('no operator');
  });

  it('reaches a class teacher’s own classes and nothing else of the school', async () => {
    const { token, me } = await newcomer('teacher', { post: 'class-teacher', classes: ['s-1-9-2'] });
    expect(me).toMatchObject({ schools: ['s-1'], whole: [], classes: ['s-1-9-2'] });
    const classes = await call<ClassList>(service, 'GET', '/api/schools/s-1/classes', { token });
    expect(classes.body.classes.map(({ id }) => id)).toEqual(['s-1-9-2']);
    const [own] = await service.stores.pupils.ofClass('s-1-9-2');
    const [other] = await service.stores.pupils.ofClass('s-1-9-1');
    const seen = await Promise.all(
      [
        '/api/classes/s-1-9-2/pupils',
        '/api/classes/s-1-9-1/pupils',
        `/api/pupils/${own?._id}/case`,
        `/api/pupils/${other?._id}/case`,
        '/api/schools/s-1/imports',
        '/api/schools/s-2/classes',
      ].map((path) => status(token, path)),
    );
    expect(seen).toEqual([200, 404, 200, 404, 404, 404]);
    const overview = await call<{ pupils: { class: string }[] }>(
      service,
      'GET',
      '/api/schools/s-1/consents?purpose=assessment',
      { token },
    );
    expect(new Set(overview.body.pupils.map((row) => row.class))).toEqual(new Set(['s-1-9-2']));
    expect((await invite(colleague('wrong', { classes: ['s-7-9-1'] }))).status).toBe(422);
  });

  it('lets a substitute in until the day comes, by the clock, in the middle of a session', async () => {
    const { id, token } = await newcomer('stand-in', { schools: ['s-2'] });
    expect((await grant(id, { school: 's-3', classes: null, kind: 'substitute', until: null })).status).toBe(422);
    const until = new Date(Date.now() + 5 * 60_000).toISOString();
    const given = await grant(id, { school: 's-3', classes: null, kind: 'substitute', until });
    expect(given.body.grants).toMatchObject([{ school: 's-3', isRunning: true }]);
    expect(await status(token, '/api/schools/s-3/classes')).toBe(200);
    service.setNow(new Date(Date.now() + 6 * 60_000));
    expect(await status(token, '/api/schools/s-3/classes')).toBe(404);
    expect(await status(token, '/api/schools/s-2/classes')).toBe(200);
  });

  it('hands cases over when someone leaves: they move, the history stays, the access ends at once', async () => {
    const leaving = await newcomer('leaving', { schools: ['s-4', 's-5'] });
    const next = await newcomer('next', { schools: ['s-4'] });
    const [pupil] = await service.stores.pupils.ofSchool('s-4');
    const path = `/api/pupils/${pupil?._id}/case`;
    const talk = { on: '2026-01-20', present: ['pupil'], text: 'Алғашқы әңгіме.' };
    await call(service, 'POST', `${path}/conversations`, { token: leaving.token, body: talk });
    const move = (to: string) =>
      call<HandedOver>(service, 'POST', `/api/staff/${leaving.id}/handover`, {
        token: department,
        body: { school: 's-4', to },
      });
    expect((await move('demo-counsellor')).status).toBe(422);
    expect((await move(next.id)).body).toEqual({ cases: 1 });
    expect(await status(leaving.token, path)).toBe(404);
    expect(await status(leaving.token, '/api/schools/s-5/classes')).toBe(200);
    const { body } = await call<PupilCase>(service, 'GET', path, { token: next.token });
    expect(body.responsible?.id).toBe(next.id);
    expect(body.lines.map(({ kind }) => kind)).toEqual(['conversation', 'assigned']);
  });

  it('ends at once, and comes back only by a new link', async () => {
    const { id, token } = await newcomer('ended');
    const end = (by: string, staff: string) => call(service, 'DELETE', `/api/staff/${staff}`, { token: by });
    expect((await end(operator, 'demo-operator')).status).toBe(422);
    expect((await end(department, id)).status).toBe(200);
    expect(await status(token, '/api/me')).toBe(401);
    expect((await signIn('ended')).status).toBe(401);
    const again = await call<Invitation>(service, 'POST', `/api/staff/${id}/invitation`, {
      token: department,
      body: {},
    });
    expect((await accept(again.body.secret)).status).toBe(204);
    expect((await signIn('ended')).status).toBe(200);
  });

  it('is named in the log as the one who signed in', async () => {
    const { id } = await newcomer('logged');
    const [line] = await service.stores.audit.about(id, ['staff.sign-in']);
    expect(line).toMatchObject({ actor: id, role: 'counsellor', target: id });
  });
});
