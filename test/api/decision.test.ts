import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppealList, CandidateList } from '../../server/contract/appeal.schema.ts';
import type { OwnCase, PupilCase } from '../../server/contract/case.schema.ts';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { Waiting } from '../../server/contract/waiting.schema.ts';
import { makeCandidate } from './desk-things.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

type Reply = PupilCase & ProblemBody;

/** The demo's pupil has wished and agreed already, and holds an offer: here nothing of it has been said yet. */
async function beginAnew({ stores }: TestService, pid: string): Promise<void> {
  await stores.pupils.setWish(pid, null, new Date());
  const given = (await stores.consents.of(pid)).filter(({ purpose }) => purpose !== 'assessment');
  await stores.consents.add(given.map((event) => ({ ...event, action: 'withdrawn', at: new Date() })));
}

describe('deciding', () => {
  let service: TestService;
  let token: string;
  let department: string;
  let student: { token: string };
  let pid: string;
  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-counsellor')).token;
    department = (await enterStaff(service, 'demo-department')).token;
    const entered = await enterPupil(service, service.code('pupil-finished'));
    student = entered;
    pid = (await service.stores.sittings.byId(entered.sitting))?.pid ?? '';
    await beginAnew(service, pid);
  });
  afterAll(() => service.close());

  const post = (part: string, body: unknown, by = token) =>
    call<Reply>(service, 'POST', `/api/pupils/${pid}/case/${part}`, { token: by, body });
  const decide = (standing: string, reason = 'Бірге сөйлестік.', plannedOn: string | null = null, by = token) =>
    post('decisions', { standing, reason, plannedOn }, by);
  const own = async () => (await call<OwnCase>(service, 'GET', '/api/pupil/case', { token: student.token })).body;
  const wish = (value: boolean | null) =>
    call(service, 'PUT', '/api/pupil/wish', { token: student.token, body: { wish: value } });
  const talk = () =>
    post('conversations', { on: '2026-01-15', present: ['pupil', 'guardian'], text: 'Сабақ беру туралы.' });

  it('recommends nobody who does not wish it, nor before a conversation, nor without a reason', async () => {
    expect((await decide('recommended')).body).toMatchObject({ status: 409, slug: 'wish-missing' });
    await wish(true);
    expect((await decide('recommended')).body).toMatchObject({ status: 409, slug: 'conversation-missing' });
    expect((await talk()).status).toBe(200);
    for (const reason of ['', '    ']) expect((await decide('recommended', reason)).status).toBe(422);
    const { body } = await decide('recommended', 'Кіші сыныптарға көмектескенді ұнатады.');
    expect(body).toMatchObject({ standing: 'recommended', conversations: 1, isCandidate: false });
    expect(body.responsible?.name).toBe('Айнұр Сәрсенова');
  });

  it('knows no word for «no» and no way to decide about many at once', async () => {
    for (const standing of ['rejected', 'unfit', 'refused', 'none']) expect((await decide(standing)).status).toBe(422);
    const many = { standing: 'recommended', reason: 'Барлығы.', plannedOn: null, pupils: [pid] };
    expect((await post('decisions', many)).status).toBe(422);
  });

  it('tells the pupil the standing, the reason, who said so, and everything written down', async () => {
    expect(await own()).toMatchObject({
      standing: 'recommended',
      reason: 'Кіші сыныптарға көмектескенді ұнатады.',
      decidedBy: 'Айнұр Сәрсенова',
    });
    expect((await own()).written.map(({ kind }) => kind)).toEqual(['conversation', 'decision']);
  });

  it('lets a recommendation rest when the pupil takes the wish back', async () => {
    await wish(false);
    expect(await own()).toMatchObject({ standing: 'not-discussed', reason: null });
    await wish(true);
    expect((await own()).standing).toBe('recommended');
  });

  it('keeps words sealed: the database holds none of them', async () => {
    await post('notes', { text: 'Құпия жазба: үйірмеге барады.' });
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const stored = JSON.stringify(await connection.collection('cases').find({ pid }).toArray());
    await connection.close();
    expect(stored).not.toMatch(/Құпия|ұнатады|Сабақ беру/);
  });

  it('is closed to another school’s counsellor, to the letter', async () => {
    const { token: elsewhere } = await enterStaff(service, 'demo-counsellor-elsewhere');
    for (const [part, body] of [
      ['notes', { text: 'abc' }],
      ['decisions', { standing: 'not-discussed', reason: 'abc', plannedOn: null }],
    ] as const)
      expect((await post(part, body, elsewhere)).status).toBe(404);
  });

  it('hides nobody from the department behind a recommendation, and marks who was not yet discussed', async () => {
    const [other] = (await service.stores.pupils.ofSchool('s-2')).map(({ _id }) => _id);
    await makeCandidate(service.stores, other ?? '');
    await makeCandidate(service.stores, pid);
    const { candidates } = await pool();
    expect(candidates.find((one) => one.pid === other)).toMatchObject({ standing: 'not-discussed', reason: null });
    const recommended = candidates.find((one) => one.pid === pid);
    expect(recommended).toMatchObject({
      standing: 'recommended',
      reason: 'Кіші сыныптарға көмектескенді ұнатады.',
      district: 'd-61-1',
    });
    expect(JSON.stringify(candidates)).not.toMatch(/scale|band|score|percentile|familyName/);
    const only = async (query: string) =>
      (await call<CandidateList>(service, 'GET', `/api/candidates?${query}`, { token: department })).body.candidates;
    const talked = await only('standing=recommended');
    expect(talked.map((one) => one.pid)).toContain(pid);
    expect(talked.every(({ standing }) => standing === 'recommended')).toBe(true);
    expect((await only('school=s-2')).map((one) => one.pid)).toContain(other);
    expect((await only('school=s-2')).every(({ school }) => school === 's-2')).toBe(true);
  });

  it('keeps a view with the account that named it, and for nobody else', async () => {
    const views = [{ name: 'Ауыл', filter: { locality: 'rural' } }];
    const put = (all: unknown) =>
      call(service, 'PUT', '/api/candidate-views', { token: department, body: { views: all } });
    expect((await put(views)).body).toEqual({ views });
    expect((await put([...views, ...views])).status).toBe(422);
    expect((await put([{ name: 'x', filter: { score: 5 } }])).status).toBe(422);
    const { token } = await enterStaff(service, 'demo-department-elsewhere');
    expect((await call(service, 'GET', '/api/candidate-views', { token })).body).toEqual({ views: [] });
    expect((await call(service, 'GET', '/api/candidate-views', { token: department })).body).toEqual({ views });
  });

  const pool = async () => (await call<CandidateList>(service, 'GET', '/api/candidates', { token: department })).body;
  const openName = (by: string, reason: string) =>
    call<ProblemBody>(service, 'POST', `/api/candidates/${pid}/name`, { token: by, body: { reason } });

  it('opens a name for a reason only, in the own region only, with a line the pupil can read', async () => {
    expect((await openName(department, ' ')).status).toBe(422);
    const { token: elsewhere } = await enterStaff(service, 'demo-department-elsewhere');
    expect((await openName(elsewhere, 'Қызық')).status).toBe(404);
    expect((await openName(department, 'Педагогикалық сыныпқа шақыру')).status).toBe(200);
    const opened = (await own()).written.at(-1);
    expect(opened).toMatchObject({ kind: 'opened', text: 'Педагогикалық сыныпқа шақыру', by: 'Гүлмира Тоқтарова' });
    const readers = await call<{ readers: { action: string }[] }>(service, 'GET', '/api/pupil/readers', student);
    expect(readers.body.readers.map(({ action }) => action)).toContain('candidate.name');
  });

  it('hides a candidate the moment a consent is taken back, name and all', async () => {
    const body = { purpose: 'department', action: 'withdrawn', wording: 'department-1', language: 'kk' };
    await call(service, 'POST', '/api/pupil/assents', { token: student.token, body });
    expect((await pool()).candidates.map((one) => one.pid)).not.toContain(pid);
    expect((await openName(department, 'Тағы бір рет')).status).toBe(404);
    await call(service, 'POST', '/api/pupil/assents', { token: student.token, body: { ...body, action: 'given' } });
    expect((await pool()).candidates.map((one) => one.pid)).toContain(pid);
  });

  const appeals = async (by: string) =>
    (await call<AppealList>(service, 'GET', '/api/appeals', { token: by })).body.appeals;
  const answer = (by: string, ruling: unknown, reason = 'Қайта қарадық.') =>
    call<ProblemBody>(service, 'POST', `/api/appeals/${pid}/answer`, { token: by, body: { reason, ruling } });

  it('sends an appeal past the one who decided: with no other counsellor, to the department, without the name', async () => {
    await decide('second-conversation', 'Тағы бір рет сөйлесеміз.', '2099-01-10');
    expect((await own()).appealTo).toBe('department');
    const filed = await call<OwnCase>(service, 'POST', '/api/pupil/appeals', {
      token: student.token,
      body: { text: 'Мен сенімдімін.' },
    });
    expect(filed.body).toMatchObject({ mayAppeal: false, appeals: [{ text: 'Мен сенімдімін.', answer: null }] });
    expect(await appeals(token)).toEqual([]);
    expect((await answer(token, null)).status).toBe(404);
    expect((await decide('recommended')).body).toMatchObject({ slug: 'appeal-open' });
    const waiting = (await appeals(department)).find((one) => one.pid === pid);
    expect(waiting).toMatchObject({ pid, name: null, text: 'Мен сенімдімін.', reason: 'Тағы бір рет сөйлесеміз.' });
  });

  it('is answered with reasons that the pupil reads, and changes the standing where they say so', async () => {
    const { token: elsewhere } = await enterStaff(service, 'demo-department-elsewhere');
    expect((await answer(elsewhere, null)).status).toBe(404);
    expect((await answer(department, null, '  ')).status).toBe(422);
    const changed = await answer(department, { standing: 'recommended', plannedOn: null }, 'Өтінішіңіз дәлелді.');
    expect(changed.status).toBe(200);
    expect(await own()).toMatchObject({
      standing: 'recommended',
      reason: 'Өтінішіңіз дәлелді.',
      decidedBy: 'Гүлмира Тоқтарова',
      mayAppeal: true,
    });
    expect((await answer(department, null)).status).toBe(404);
  });

  it('takes a counsellor who declared to be too near out of the case', async () => {
    const { body } = await post('conflicts', { relation: 'own-child', to: null });
    expect(body).toMatchObject({ isConflicted: true, lines: [], responsible: null });
    expect((await decide('recommended')).body).toMatchObject({ slug: 'conflict-of-interest' });
    expect((await post('notes', { text: 'Бәрібір жазамын' })).body).toMatchObject({ slug: 'conflict-of-interest' });
  });

  it('is announced to the department when nobody at school is left for it, by a count and without a name', async () => {
    const counts = async (by: string) => (await call<Waiting>(service, 'GET', '/api/me/waiting', { token: by })).body;
    const before = await counts(department);
    // The demo's own story of a relative, and this one.
    expect(before.unattended).toMatchObject([{ school: 's-1', cases: 2 }]);
    expect(JSON.stringify(before)).not.toContain(pid);
    const elsewhere = (await enterStaff(service, 'demo-department-elsewhere')).token;
    expect((await counts(elsewhere)).unattended).toEqual([]);
    expect((await counts(token)).unattended).toEqual([]);
    // A colleague who reaches the pupil is somebody again.
    const demo = await service.stores.staff.byId('demo-counsellor');
    if (demo === null) throw new RangeError('no counsellor');
    await service.stores.staff.add([{ ...demo, _id: 'second', email: 'second@demo.ustaz.example' }]);
    expect((await counts(department)).unattended).toEqual([]);
    await service.stores.staff.change('second', { disabledAt: new Date() });
  });

  it('numbers the lines of two who write at once without losing either', async () => {
    const [other = ''] = (await service.stores.pupils.ofSchool('s-1'))
      .map(({ _id }) => _id)
      .filter((one) => one !== pid);
    const note = (text: string) => call(service, 'POST', `/api/pupils/${other}/case/notes`, { token, body: { text } });
    const replies = await Promise.all(['бірінші', 'екінші', 'үшінші', 'төртінші', 'бесінші'].map(note));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { body } = await call<PupilCase>(service, 'GET', `/api/pupils/${other}/case`, { token });
    expect(body.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(body.lines.map(({ text }) => text)).size).toBe(5);
  });
});
