import { randomUUID } from 'node:crypto';
import type { DeskThings } from './desk-things.ts';
import type { TestService } from './harness.ts';
import { personas } from './personas.ts';

/** Things of the demo that requests are about: the student's own sitting; a class, a pupil and a campaign of the first school. */
export type Things = {
  service: TestService;
  sitting: string;
  pupil: string;
  class: string;
  school: string;
  campaign: string;
  region: string;
  staff: string;
  desk: DeskThings;
};

export type Route = { expected: readonly number[]; path: string; body?: unknown; target: Target };

type Target = Exclude<keyof Things, 'service' | 'desk'> | null;

const answer = (seq: number) => ({ item: 'E1', value: 3, seq, atMs: seq, language: 'kk' });
const assent = { purpose: 'department', action: 'given', wording: 'department-1', language: 'kk' };
const titles = { kk: 'Байқау', ru: 'Проба', en: 'Trial' };
const newPupil = { familyName: 'Сынақ', givenName: 'Айша', birthDate: '2011-05-14', sex: 'female', language: 'kk' };
const paper = { ...assent, party: 'guardian', signedOn: '2026-01-15', signedBy: 'Сынақ Гүлнар' };
const classList = Buffer.from('Тегі;Аты;Туған күні;Сыныбы\nСынақ;Дана;14.05.2011;9А\n').toString('base64');
const because = { reason: 'The panel agreed on it.' };
const pilotSheet = Buffer.from('E1,E2\n1,2\n').toString('base64');
const newCampaign = {
  region: 'KZ-61',
  title: titles,
  year: 2026,
  instrument: 'personality-ipip50',
  languages: ['kk'],
  opensAt: '2027-01-01T00:00:00.000Z',
  closesAt: '2027-02-01T00:00:00.000Z',
};

const need = { subject: 'teach-primary', language: 'kk', district: 'd-61-1', year: 2027, count: 2, reason: 'зейнет' };
const seat = {
  subject: 'teach-primary',
  language: 'kk',
  region: null,
  year: 2027,
  count: 2,
  form: 'full-time',
  funding: 'grant',
  after: 'grade-11',
};
const conditions = { regions: [], districts: [], subjects: [], teachingLanguages: [], locality: null, serviceYears: 3 };
const grant = { year: 2027, count: 2, conditions };
const practice = { school: 's-1', subject: 'teach-primary', from: '2027-02', to: '2027-03', count: 2, note: '' };
const sides = { planning: 3, teaching: 3, pupils: 3, families: 3, learning: 3 };
const about = { school: 's-1', organisation: 'u-abai', year: 2026, about: 'trainee', subject: 'teach-primary' };
const feedback = { ...about, ...sides };
const programmeLine = {
  year: 2026,
  what: 'Жиналыс өткізу',
  owner: 'Оператор',
  due: '2026-12-01',
  plan: '',
  fact: '',
  state: 'going',
};
const place = {
  seat: 's-demo-6',
  grant: null,
  district: 'd-61-1',
  quota: 1,
  reserved: [],
  lowerTarget: 0,
  priority: [],
};
const newRound = {
  title: titles,
  year: 2026,
  wishesUntil: '2099-01-01T00:00:00.000Z',
  cap: 0,
  obligations: titles,
  places: [place],
};
const decision = {
  order: '1',
  signedOn: '2026-12-01',
  signatory: 'А. Бір',
  members: ['А. Бір', 'Б. Екі', 'В. Үш'],
  quorum: 2,
  minutes: 'Бекітілді, қарсылық жоқ.',
  departures: [],
  answerDays: 10,
};
const newColleague = {
  ...{ name: 'Жаңа Әріптес', email: 'new-colleague@demo.ustaz.example', role: 'counsellor', post: 'psychologist' },
  ...{ language: 'kk', region: 'KZ-61', schools: ['s-2'], classes: null },
};
const substitute = () => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  return { school: 's-1', classes: null, kind: 'substitute', until };
};

const newSchool = () => {
  const name = `Сынақ мектебі ${randomUUID()}`;
  return { names: { kk: name, ru: name, en: name }, district: 'd-61-1', locality: 'rural', languages: ['kk'] };
};

let seq = 0;
const nextSeq = (): number => {
  seq += 1;
  return seq;
};

/**
 * Who gets what at each route, on things of region KZ-61, school s-1. Columns in the order of `personas`.
 * 401: nobody is signed in · 403: the role may not · 404: not this person's to know of.
 */
// biome-ignore format: a table is read by its columns
export const accessTable = (t: Things): Readonly<Record<string, Route>> => {
  const staff = { email: 'counsellor@demo.ustaz.example', password: t.service.password };
  const code = (name: 'pupil-ru' | 'guardian') => t.service.code(name);
  //                                                              anon stud upl  guar coun coE  prin dep  depE univ spon oper
  return {
    'POST /api/staff-sessions':                          row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/staff-sessions', staff),
    'POST /api/staff-sessions/refresh':                  row('     401  401  401  401  200  200  200  200  200  200  200  200', null, '/api/staff-sessions/refresh', {}),
    'DELETE /api/staff-sessions/current':                row('     401  403  403  403  204  204  204  204  204  204  204  204', null, '/api/staff-sessions/current'),
    'DELETE /api/staff-sessions':                        row('     401  403  403  403  204  204  204  204  204  204  204  204', null, '/api/staff-sessions'),
    'GET /api/me':                                       row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/me'),
    'GET /api/me/second-factor':                         row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/me/second-factor'),
    'POST /api/me/second-factor':                        row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/me/second-factor', {}),
    'PUT /api/me/second-factor':                         row('     401  403  403  403  401  401  401  401  401  401  401  401', null, '/api/me/second-factor', { code: 'no code' }),
    'POST /api/me/second-factor/recovery':               row('     401  403  403  403  404  404  404  404  404  404  404  404', null, '/api/me/second-factor/recovery', { code: 'no code' }),
    'POST /api/me/second-factor/removal':                row('     401  403  403  403  404  404  404  404  404  404  404  404', null, '/api/me/second-factor/removal', { code: 'no code' }),
    'GET /api/staff':                                    row('     401  403  403  403  403  403  403  200  404  403  403  200', null, '/api/staff?region=KZ-61'),
    // The operator comes with an e-mail that the department has just taken; the other department has no say in this region.
    'POST /api/staff':                                   row('     401  403  403  403  403  403  403  200  422  403  403  409', null, '/api/staff', newColleague),
    'POST /api/staff/:staff/invitation':                 row('     401  403  403  403  403  403  403  200  404  403  403  200', 'staff', `/api/staff/${t.staff}/invitation`, {}),
    'DELETE /api/staff/:staff':                          row('     401  403  403  403  403  403  403  200  404  403  403  200', 'staff', `/api/staff/${t.staff}`),
    'DELETE /api/staff/:staff/second-factor':            row('     401  403  403  403  403  403  403  403  403  403  403  204', 'staff', `/api/staff/${t.staff}/second-factor`),
    'GET /api/regions/:region/schools':                   row('     401  403  403  403  403  403  403  200  404  403  403  200', 'region', `/api/regions/${t.region}/schools`),
    // Whoever adds it second is told that it is there.
    'POST /api/regions/:region/schools':                  row('     401  403  403  403  403  403  403  200  404  403  403  409', 'region', `/api/regions/${t.region}/schools`, newSchool()),
    'GET /api/organisations':                            row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/organisations'),
    'POST /api/organisations':                           row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/organisations', { kind: 'college', names: newSchool().names }),
    'POST /api/staff/:staff/grants':                     row('     401  403  403  403  403  403  403  200  404  403  403  200', 'staff', `/api/staff/${t.staff}/grants`, substitute()),
    'GET /api/staff-schools/:school/classes':             row('     401  403  403  403  403  403  403  200  404  403  403  200', 'school', `/api/staff-schools/${t.school}/classes`),
    'DELETE /api/staff/:staff/grants/:grant':            row('     401  403  403  403  403  403  403  200  404  403  403  404', 'staff', `/api/staff/${t.staff}/grants/${t.desk.grant}`),
    'POST /api/staff/:staff/handover':                   row('     401  403  403  403  403  403  403  200  404  403  403  200', 'staff', `/api/staff/${t.staff}/handover`, { school: 's-1', to: 'demo-counsellor' }),
    'GET /api/oidc/providers':                           row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/oidc/providers'),
    // No provider is configured here, and nobody has come back from one: test/api/oidc.test.ts walks the whole way.
    'POST /api/oidc/visits':                             row('     404  404  404  404  404  404  404  404  404  404  404  404', null, '/api/oidc/visits', { provider: 'none' }),
    'POST /api/staff-sessions/oidc':                     row('     401  401  401  401  401  401  401  401  401  401  401  401', null, '/api/staff-sessions/oidc', { query: '?code=c&state=s' }),
    'POST /api/invitations/reading':                     row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/invitations/reading', { secret: t.desk.invitation }),
    // Good once.
    'POST /api/invitations/acceptance':                  row('     204  410  410  410  410  410  410  410  410  410  410  410', null, '/api/invitations/acceptance', { secret: t.desk.invitation, password: 'ұзақ құпиясөз 47' }),
    'POST /api/pupil-sessions':                          row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/pupil-sessions', { code: code('pupil-ru'), sitting: randomUUID() }),
    'DELETE /api/pupil-sessions/current':                row('     401  204  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil-sessions/current'),
    'GET /api/wordings/:purpose/:party/:language':       row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/wordings/assessment/pupil/kk'),
    'POST /api/pupil/assents':                           row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/assents', assent),
    'GET /api/pupil/consents':                           row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/consents'),
    'POST /api/guardian-sessions':                       row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/guardian-sessions', { code: code('guardian') }),
    'GET /api/guardian/consents':                        row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/consents'),
    'POST /api/guardian/proofs/:how':                   row('     401  403  403  404  403  403  403  403  403  403  403  403', null, '/api/guardian/proofs/state-identity', {}),
    'PUT /api/guardian/proofs/:how':                    row('     401  403  403  404  403  403  403  403  403  403  403  403', null, '/api/guardian/proofs/state-identity', { answer: '1' }),
    'POST /api/guardian/consents':                       row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/consents', assent),
    'GET /api/pupils/:pupil/consents':                   row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/consents`),
    'POST /api/pupils/:pupil/consents':                  row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/consents`, paper),
    'GET /api/schools/:school/consents':                row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/consents?purpose=assessment&missing=any`),
    'POST /api/schools/:school/consent-reminders':       row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/consent-reminders`, { purpose: 'assessment', language: 'kk', pupils: [t.pupil] }),
    'GET /api/instruments/:instrument/:version':         row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/instruments/personality-ipip50/1.0.0'),
    'GET /api/instruments/:instrument/:version/recordings/:file': row('404 404 404 404 404 404 404 404 404 404 404 404', null, '/api/instruments/personality-ipip50/1.0.0/recordings/none.mp3'),
    'GET /api/instruments/:instrument/:version/texts/:language': row('200 200 200 200 200 200 200 200 200 200 200 200', null, '/api/instruments/personality-ipip50/1.0.0/texts/kk'),
    'PUT /api/sittings/:sitting':                        row('     401  200  403  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}`, { language: 'kk' }),
    'GET /api/sittings/:sitting':                        row('     401  200  403  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}`),
    'PUT /api/sittings/:sitting/batches/:batch':         row('     401  200  200  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/batches/${randomUUID()}`, { answers: [answer(nextSeq())] }),
    'PUT /api/sittings/:sitting/submission':             row('     401  200  200  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/submission`, { submission: randomUUID(), lastSeq: 0 }),
    'PUT /api/sittings/:sitting/accommodation':          row('     401  200  200  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/accommodation`, { accommodation: 'read-aloud' }),
    'PUT /api/sittings/:sitting/sealed/:batch':          row('     401  422  422  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/sealed/${randomUUID()}`, { key: `${'A'.repeat(87)}.${'A'.repeat(64)}`, answers: [{ seq: 1, box: 'A'.repeat(60) }] }),
    'PUT /api/sittings/:sitting/start':                  row('     401  200  200  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/start`, { language: 'kk', wording: 'assessment-1', givenAt: null }),
    'POST /api/classes/:class/preparations':            row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/preparations`, { pupils: [{ pid: t.pupil, sitting: randomUUID() }] }),
    'PUT /api/classes/:class/preparations':             row('     401  403  403  403  204  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/preparations`, { records: [] }),
    'GET /api/classes/:class/preparations':             row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/preparations`),
    'POST /api/schools/:school/device-files':           row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/device-files`, { ustaz: 'device-file-1', parcels: [{ campaign: 'demo-61', sealed: 'A'.repeat(120) }] }),
    'PUT /api/sittings/:sitting/presence':              row('     401  204  204  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/presence`, { lastSeq: 0 }),
    'GET /api/classes/:class/live':                      row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/live`),
    'GET /api/sittings/:sitting/result':                 row('     401  200  403  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/result?language=kk`),
    'PUT /api/pupil/wish':                               row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/wish', { wish: true }),
    'GET /api/pupil/readers':                            row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/readers'),
    'PUT /api/pupil/talk':                              row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/talk', { asked: true }),
    'DELETE /api/pupils/:pupil/talk':                   row('     401  403  403  403  204  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/talk`),
    'GET /api/schools/:school/classes':                  row('     401  403  403  403  200  404  403  403  403  403  403  200', 'school', `/api/schools/${t.school}/classes`),
    'GET /api/classes/:class/pupils':                    row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/pupils`),
    'GET /api/schools/:school/pupils':                   row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/pupils`),
    'GET /api/pupils/:pupil/card':                       row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/card`),
    'PUT /api/pupils/:pupil/card':                       row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/card`, { patronymic: 'Сынаққызы' }),
    'POST /api/schools/:school/classes':                 row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/classes`, { name: `9${'АӘБВГҒДЕЖЗ'[nextSeq() % 10]}${nextSeq()}`, language: 'kk' }),
    'PUT /api/classes/:class':                           row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}`, { name: '9А', language: 'kk' }),
    'DELETE /api/classes/:class':                        row('     401  403  403  403  409  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}`),
    'POST /api/classes/:class/pupils':                   row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/pupils`, newPupil),
    'POST /api/schools/:school/imports':                 row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/imports`, { fileName: 'list.csv', content: classList }),
    'GET /api/schools/:school/imports':                  row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/imports`),
    'GET /api/schools/:school/imports/:import':          row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/imports/${t.desk.import}`),
    'PUT /api/schools/:school/imports/:import':          row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/imports/${t.desk.import}`, {}),
    'DELETE /api/schools/:school/imports/:import':       row('     401  403  403  403  204  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/imports/${t.desk.discarded}`),
    'POST /api/schools/:school/imports/:import/application':   row('401 403 403 403 200 404 403 403 403 403 403 403', 'school', `/api/schools/${t.school}/imports/${t.desk.import}/application`, { rows: 'right' }),
    'DELETE /api/schools/:school/imports/:import/application': row('401 403 403 403 200 404 403 403 403 403 403 403', 'school', `/api/schools/${t.school}/imports/${t.desk.import}/application`),
    'POST /api/classes/:class/codes':                    row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/codes`, { which: 'without', pupils: [t.pupil] }),
    'POST /api/classes/:class/cards':                    row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/cards`, { kind: 'list', language: 'kk', address: 'http://127.0.0.1', codes: [t.desk.codes] }),
    'POST /api/pupils/:pupil/codes':                     row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/codes`, {}),
    'POST /api/pupils/:pupil/paper-form':               row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/paper-form`, { language: 'kk', address: 'http://127.0.0.1', withCode: false }),
    'GET /api/pupils/:pupil/paper':                     row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/paper`),
    'POST /api/pupils/:pupil/paper':                    row('     401  403  403  403  409  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/paper`, { language: 'kk', answers: [{ item: 'E1', value: 3 }], differences: 0 }),
    'GET /api/pupils/:pupil/profile':                    row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/profile?language=kk`),
    'GET /api/pupils/:pupil/explanations/:scale':        row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/explanations/openness?language=kk`),
    'GET /api/sittings/:sitting/report':                 row('     401  200  403  403  403  403  403  403  403  403  403  403', 'sitting', `/api/sittings/${t.sitting}/report?language=kk`),
    'POST /api/pupils/:pupil/repeats':                   row('     401  403  403  403  409  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/repeats`, { reason: 'time' }),
    'DELETE /api/pupils/:pupil/repeats':                 row('     401  403  403  403  409  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/repeats`, {}),
    'GET /api/classes/:class/overview':                  row('     401  403  403  403  200  404  403  403  403  403  403  403', 'class', `/api/classes/${t.class}/overview?language=kk`),
    'GET /api/guardian/report':                          row('     401  403  403  409  403  403  403  403  403  403  403  403', null, '/api/guardian/report?language=kk'),
    'GET /api/pupils/:pupil/reports/:kind':              row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/reports/pupil?language=kk`),
    'GET /api/pupils/:pupil/case':                       row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case`),
    'POST /api/pupils/:pupil/case/notes':                row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case/notes`, { text: 'Математика үйірмесіне барады.' }),
    'POST /api/pupils/:pupil/case/conversations':        row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case/conversations`, { on: '2026-01-15', present: ['pupil'], text: 'Мамандық туралы.' }),
    'POST /api/pupils/:pupil/case/evidence':             row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case/evidence`, { about: 'marks', on: '2026-01-15', source: 'Математика', text: '5, 5, 4' }),
    'POST /api/pupils/:pupil/case/decisions':            row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case/decisions`, { standing: 'not-discussed', reason: 'Әлі сөйлескен жоқпыз.', plannedOn: null }),
    'POST /api/pupils/:pupil/case/conflicts':            row('     401  403  403  403  200  404  403  403  403  403  403  403', 'pupil', `/api/pupils/${t.pupil}/case/conflicts`, { relation: 'relative', to: null }),
    'GET /api/pupil/case':                               row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/case'),
    'POST /api/pupil/appeals':                           row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/appeals', { text: 'Тағы сөйлескім келеді.' }),
    'GET /api/guardian/case':                            row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/case'),
    'POST /api/guardian/appeals':                        row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/appeals', { text: 'Қайта қарауды сұраймын.' }),
    'GET /api/me/waiting':                               row('     401  403  403  403  200  200  403  200  200  403  403  200', null, '/api/me/waiting'),
    'GET /api/appeals':                                  row('     401  403  403  403  200  200  403  200  200  403  403  200', null, '/api/appeals'),
    'POST /api/appeals/:pupil/answer':                   row('     401  403  403  403  200  404  403  404  404  403  403  404', null, `/api/appeals/${t.desk.appealed}/answer`, { reason: 'Сөйлестік.', ruling: null }),
    'GET /api/candidates/schools':                       row('     401  403  403  403  403  403  403  200  200  403  403  403', null, '/api/candidates/schools'),
    'GET /api/candidates':                               row('     401  403  403  403  403  403  403  200  200  403  403  403', null, '/api/candidates'),
    'GET /api/candidate-views':                           row('     401  403  403  403  403  403  403  200  200  403  403  403', null, '/api/candidate-views'),
    'PUT /api/candidate-views':                           row('     401  403  403  403  403  403  403  200  200  403  403  403', null, '/api/candidate-views', { views: [{ name: 'Арыс', filter: { district: 'd-61-1' } }] }),
    'POST /api/candidates/:pupil/name':                  row('     401  403  403  403  403  403  403  200  404  403  403  403', null, `/api/candidates/${t.desk.candidate}/name`, { reason: 'Әңгімеге шақыру.' }),
    'GET /api/regions/:region/helpline':                 row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/regions/KZ-61/helpline'),
    'PUT /api/regions/:region/helpline':                 row('     401  403  403  403  403  403  403  200  404  403  403  200', 'region', `/api/regions/${t.region}/helpline`, { texts: titles }),
    'GET /api/campaigns':                                row('     401  403  403  403  200  200  200  200  200  403  403  200', null, '/api/campaigns'),
    'POST /api/campaigns':                               row('     401  403  403  403  403  403  403  200  404  403  403  200', null, '/api/campaigns', newCampaign),
    'GET /api/campaigns/:campaign/report':               row('     401  403  403  403  403  403  403  200  404  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/report`),
    'GET /api/campaigns/:campaign/comparison':           row('     401  403  403  403  403  403  403  200  404  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/comparison`),
    'GET /api/campaigns/:campaign/report.pdf':           row('     401  403  403  403  403  403  403  200  404  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/report.pdf?language=ru`),
    'GET /api/campaigns/:campaign/report.xlsx':          row('     401  403  403  403  403  403  403  200  404  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/report.xlsx?language=kk`),
    'GET /api/country/report':                           row('     401  403  403  403  403  403  403  200  200  403  403  200', null, '/api/country/report'),
    'GET /api/country/report.pdf':                       row('     401  403  403  403  403  403  403  200  200  403  403  200', null, '/api/country/report.pdf?language=en'),
    'GET /api/country/report.xlsx':                      row('     401  403  403  403  403  403  403  200  200  403  403  200', null, '/api/country/report.xlsx?language=ru'),
    'GET /api/country':                                  row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/country'),
    'GET /api/bench':                                    row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/bench'),
    'POST /api/pilots':                                  row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/pilots', { instrument: 'personality-ipip50', title: 'Pilot', content: pilotSheet }),
    'DELETE /api/pilots/:pilot':                         row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/pilots/unknown'),
    'POST /api/studies':                                 row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/studies', { kind: 'items', instrument: 'personality-ipip50', source: { kind: 'campaign', id: t.campaign }, settings: { seed: 1, scale: 'openness' } }),
    'GET /api/studies':                                  row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/studies?instrument=personality-ipip50'),
    'GET /api/studies/:study':                           row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/studies/unknown'),
    'GET /api/studies/:study/file':                      row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/studies/unknown/file?language=kk'),
    'DELETE /api/studies/:study/run':                    row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/studies/unknown/run'),
    'POST /api/studies/:study/run':                      row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/studies/unknown/run'),
    'GET /api/panels':                                   row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/panels'),
    'POST /api/panels':                                  row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/panels', { title: 'Trial', instrument: 'situations' }),
    'GET /api/panels/:panel':                            row('     401  403  403  403  403  403  403  403  403  403  403  200', null, `/api/panels/${t.desk.panel}`),
    'PUT /api/panels/:panel/second-round':               row('     401  403  403  403  403  403  403  403  403  403  403  409', null, `/api/panels/${t.desk.panel}/second-round`, {}),
    'PUT /api/panels/:panel/closing':                    row('     401  403  403  403  403  403  403  403  403  403  403  409', null, `/api/panels/${t.desk.panel}/closing`, {}),
    'PUT /api/panels/:panel/publication':                row('     401  403  403  403  403  403  403  403  403  403  403  409', null, `/api/panels/${t.desk.panel}/publication`, because),
    'PUT /api/panels/:panel/withdrawal':                 row('     401  403  403  403  403  403  403  403  403  403  403  409', null, `/api/panels/${t.desk.panel}/withdrawal`, because),
    'POST /api/campaigns/:campaign/panels/:panel/effect': row('     401  403  403  403  403  403  403  403  403  403  403  404', null, `/api/campaigns/${t.campaign}/panels/${t.desk.panel}/effect`),
    'POST /api/panels/:panel/experts':                   row('     401  403  403  403  403  403  403  403  403  403  403  200', null, `/api/panels/${t.desk.panel}/experts`, { name: 'Сарапшы Сынақ', background: 'teacher', language: 'kk' }),
    'POST /api/panels/:panel/experts/:expert/link':      row('     401  403  403  403  403  403  403  403  403  403  403  404', null, `/api/panels/${t.desk.panel}/experts/nobody/link`, {}),
    'DELETE /api/panels/:panel/experts/:expert':         row('     401  403  403  403  403  403  403  403  403  403  403  404', null, `/api/panels/${t.desk.panel}/experts/nobody`),
    'POST /api/expert-sessions':                         row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/expert-sessions', { secret: t.desk.expertSecret }),
    'GET /api/expert/panel':                             row('     401  403  403  403  403  403  403  403  403  403  403  403  200', null, '/api/expert/panel'),
    'PUT /api/expert/ratings':                           row('     401  403  403  403  403  403  403  403  403  403  403  403  200', null, '/api/expert/ratings', { options: [{ option: 'S1a', rating: 3 }], borders: [] }),
    'PUT /api/expert/completion':                        row('     401  403  403  403  403  403  403  403  403  403  403  403  409', null, '/api/expert/completion', {}),
    'GET /api/norms':                                    row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/norms'),
    'GET /api/campaigns/:campaign/norms':                row('     401  403  403  403  403  403  403  403  403  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/norms`),
    'POST /api/norms':                                   row('     401  403  403  403  403  403  403  403  403  403  403  409', null, '/api/norms', { campaign: t.campaign, language: 'en' }),
    'GET /api/norms/:norm':                              row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/norms/unknown'),
    'PUT /api/norms/:norm/publication':                  row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/norms/unknown/publication', because),
    'PUT /api/norms/:norm/withdrawal':                   row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/norms/unknown/withdrawal', because),
    'GET /api/pupil/erasure':                            row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/erasure'),
    'PUT /api/pupil/erasure':                            row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/erasure'),
    'DELETE /api/pupil/erasure':                         row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/erasure'),
    'GET /api/guardian/erasure':                         row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/erasure'),
    'PUT /api/guardian/erasure':                         row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/erasure'),
    'DELETE /api/guardian/erasure':                      row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/erasure'),
    'GET /api/erasures':                                 row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/erasures'),
    'PUT /api/erasures/:erasure/decision':               row('     401  403  403  403  403  403  403  403  403  403  403  404', null, `/api/erasures/${randomUUID()}/decision`, { decision: 'decline', reason: 'Сынақ' }),
    'GET /api/schools/:school/class-list.csv':           row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/class-list.csv`),
    'GET /api/schools/:school/class-list.xlsx':          row('     401  403  403  403  200  404  403  403  403  403  403  403', 'school', `/api/schools/${t.school}/class-list.xlsx`),
    'GET /api/campaigns/:campaign/research.zip':         row('     401  403  403  403  403  403  403  403  403  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/research.zip`),
    'GET /api/schools/:school/numbers':                  row('     401  403  403  403  200  404  200  403  403  403  403  403', 'school', `/api/schools/${t.school}/numbers`),
    'GET /api/retention':                                row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/retention'),
    'GET /api/schools/:school/retention':                row('     401  403  403  403  200  404  403  403  403  403  403  200', 'school', `/api/schools/${t.school}/retention`),
    'POST /api/campaigns/:campaign/rescorings/preview': row('     401  403  403  403  403  403  403  403  403  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/rescorings/preview`),
    'POST /api/campaigns/:campaign/rescorings':          row('     401  403  403  403  403  403  403  403  403  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/rescorings`, because),
    'GET /api/campaigns/:campaign/rescorings':           row('     401  403  403  403  403  403  403  403  403  403  403  200', 'campaign', `/api/campaigns/${t.campaign}/rescorings`),
    'GET /api/texts':                                    row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/texts'),
    'GET /api/texts/sheet':                              row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/texts/sheet'),
    'POST /api/texts/reviews':                           row('     401  403  403  403  403  403  403  403  403  403  403  422', null, '/api/texts/reviews', { fileName: 'x.xlsx', content: 'AAAA', keep: false }),
    'GET /api/texts/reviews/:review':                    row('     401  403  403  403  403  403  403  403  403  403  403  404', null, '/api/texts/reviews/unknown'),
    'GET /api/audit':                                    row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/audit'),
    //                                                              anon stud upl  guar coun coE  prin dep  depE univ spon oper
    'GET /api/alliance/catalogue':                       row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/alliance/catalogue'),
    'GET /api/alliance/table.xlsx':                      row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/alliance/table.xlsx?language=kk'),
    'GET /api/alliance/table':                           row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/alliance/table'),
    'GET /api/alliance/needs':                           row('     401  403  403  403  403  403  200  200  200  403  403  200', null, '/api/alliance/needs'),
    'POST /api/alliance/needs':                          row('     401  403  403  403  403  403  200  200  404  403  403  403', null, '/api/alliance/needs', need),
    'PUT /api/alliance/needs/:line':                     row('     401  403  403  403  403  403  200  200  404  403  403  403', null, '/api/alliance/needs/n-demo-5', { state: 'open', count: 3 }),
    'POST /api/alliance/needs-file':                     row('     401  403  403  403  403  403  200  200  200  403  403  403', null, '/api/alliance/needs-file', { content: 'YTtiCjE7Mgo=', takeRight: false }),
    'GET /api/alliance/seats':                           row('     401  403  403  403  403  403  403  200  200  200  403  200', null, '/api/alliance/seats'),
    'POST /api/alliance/seats':                          row('     401  403  403  403  403  403  403  403  403  200  403  403', null, '/api/alliance/seats', seat),
    'PUT /api/alliance/seats/:line':                     row('     401  403  403  403  403  403  403  403  403  200  403  403', null, '/api/alliance/seats/s-demo-7', { state: 'open', count: 4 }),
    'GET /api/alliance/grants':                          row('     401  403  403  403  403  403  403  200  200  403  200  200', null, '/api/alliance/grants'),
    'POST /api/alliance/grants':                         row('     401  403  403  403  403  403  403  403  403  403  200  403', null, '/api/alliance/grants', grant),
    'PUT /api/alliance/grants/:line':                    row('     401  403  403  403  403  403  403  403  403  403  200  403', null, '/api/alliance/grants/g-demo-1', { state: 'open', count: 9 }),
    'GET /api/alliance/practices':                       row('     401  403  403  403  403  403  200  403  403  200  403  403', null, '/api/alliance/practices'),
    'POST /api/alliance/practices':                      row('     401  403  403  403  403  403  200  403  403  404  403  403', null, '/api/alliance/practices', practice),
    'POST /api/alliance/practices/:practice/steps':      row('     401  403  403  403  403  403  409  403  403  200  403  403', null, '/api/alliance/practices/pr-demo-1/steps', { to: 'assigned', assigned: 2 }),
    'POST /api/alliance/feedback':                       row('     401  403  403  403  403  403  204  403  403  403  403  403', null, '/api/alliance/feedback', feedback),
    'GET /api/alliance/feedback':                        row('     401  403  403  403  403  403  200  200  200  200  403  200', null, '/api/alliance/feedback'),
    'GET /api/alliance/programme':                       row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/alliance/programme'),
    'POST /api/alliance/programme':                      row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/alliance/programme', programmeLine),
    'PUT /api/alliance/programme/:line':                 row('     401  403  403  403  403  403  403  403  403  403  403  200', null, '/api/alliance/programme/l-demo-4', programmeLine),
    'GET /api/alliance/outcomes':                        row('     401  403  403  403  200  200  200  200  200  200  200  200', null, '/api/alliance/outcomes'),
    'GET /api/rounds':                                   row('     401  403  403  403  403  403  403  200  200  403  403  200', null, '/api/rounds'),
    'POST /api/rounds':                                  row('     401  403  403  403  403  403  403  200  422  403  403  403', null, '/api/rounds', newRound),
    'GET /api/rounds/:round':                            row('     401  403  403  403  403  403  403  200  404  403  403  200', null, '/api/rounds/r-demo-1'),
    'POST /api/rounds/:round/reserves':                  row('     401  403  403  403  403  403  403  404  404  403  403  403', null, '/api/rounds/r-demo-2/reserves', { pupil: 'nobody', kind: 'orphan', basis: '№ 1' }),
    'POST /api/rounds/:round/pool':                      row('     401  403  403  403  403  403  403  409  404  403  403  403', null, '/api/rounds/r-demo-1/pool', { reason: null }),
    'POST /api/rounds/:round/proposal':                  row('     401  403  403  403  403  403  403  409  404  403  403  403', null, '/api/rounds/r-demo-1/proposal', undefined),
    'POST /api/rounds/:round/what-if':                   row('     401  403  403  403  403  403  403  200  404  403  403  403', null, '/api/rounds/r-demo-1/what-if', { quotas: [] }),
    'GET /api/rounds/:round/list':                       row('     401  403  403  403  403  403  403  200  404  403  403  200', null, '/api/rounds/r-demo-1/list?language=kk'),
    'POST /api/rounds/:round/decision':                  row('     401  403  403  403  403  403  403  409  404  403  403  403', null, '/api/rounds/r-demo-1/decision', decision),
    'DELETE /api/rounds/:round':                         row('     401  403  403  403  403  403  403  409  404  403  403  403', null, '/api/rounds/r-demo-1'),
    'POST /api/rounds/:round/returns':                   row('     401  403  403  403  403  403  403  409  404  403  403  403', null, '/api/rounds/r-demo-2/returns', undefined),
    'GET /api/referrals':                                row('     401  403  403  403  403  403  403  200  200  200  403  403', null, '/api/referrals'),
    'POST /api/referrals/enrolments':                    row('     401  403  403  403  403  403  403  403  403  200  403  403', null, '/api/referrals/enrolments', { content: 'YTtiCjE7Mgo=' }),
    'POST /api/referrals/:referral/steps':               row('     401  403  403  403  403  403  403  409  404  409  403  403', null, `/api/referrals/${t.desk.referral}/steps`, { to: 'placed', reason: null }),
    'PUT /api/referrals/:referral/follow-up':            row('     401  403  403  403  403  403  403  200  404  200  403  403', null, `/api/referrals/${t.desk.referral}/follow-up`, { unt: null, teachesAt: null }),
    'POST /api/referrals/:referral/name':                row('     401  403  403  403  403  403  403  200  404  200  403  403', null, `/api/referrals/${t.desk.referral}/name`, { reason: 'to call them' }),
    'GET /api/referrals/:referral/letter':               row('     401  403  403  403  403  403  403  200  404  200  403  403', null, `/api/referrals/${t.desk.referral}/letter?language=kk&address=http://127.0.0.1`),
    'GET /api/pupil/letters/:referral':                   row('     401  404  403  403  403  403  403  403  403  403  403  403', null, `/api/pupil/letters/${t.desk.referral}?language=kk&address=http://127.0.0.1`),
    'GET /api/guardian/letters/:referral':                row('     401  403  403  404  403  403  403  403  403  403  403  403', null, `/api/guardian/letters/${t.desk.referral}?language=kk&address=http://127.0.0.1`),
    'GET /api/letters/:token':                           row('     200  200  200  200  200  200  200  200  200  200  200  200', null, '/api/letters/nobody.AAAAAAAAAA'),
    'GET /api/pupil/places':                             row('     401  200  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/places?language=kk'),
    'PUT /api/pupil/places/wishes':                      row('     401  409  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/places/wishes', { round: 'r-demo-2', wishes: ['p-1'] }),
    'POST /api/pupil/referral-steps':                    row('     401  404  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/referral-steps', { referral: t.desk.referral, to: 'declined', reason: null }),
    'POST /api/pupil/check-ins':                         row('     401  404  403  403  403  403  403  403  403  403  403  403', null, '/api/pupil/check-ins', { referral: t.desk.referral, grade: 9, confirmed: true, pedagogicalClass: false, mentor: false }),
    'GET /api/guardian/referrals':                       row('     401  403  403  200  403  403  403  403  403  403  403  403', null, '/api/guardian/referrals?language=kk'),
    'POST /api/guardian/referral-steps':                 row('     401  403  403  404  403  403  403  403  403  403  403  403', null, '/api/guardian/referral-steps', { referral: t.desk.referral, to: 'declined', reason: null }),
  };
};

function row(statuses: string, target: Target, path: string, body?: unknown): Route {
  const told = statuses.trim().split(/\s+/).map(Number);
  const expected = told.length === personas.length ? told : [...told, ofExpert(told)];
  if (expected.length !== personas.length) throw new RangeError(`${path}: ${expected.length} columns`);
  return { expected, path, target, ...(body === undefined ? {} : { body }) };
}

/** An expert reaches their own page, which its rows say, and what anyone may; a row without a thirteenth column is one of those. */
function ofExpert([anonymous = 0, , , guardian = 0]: readonly number[]): number {
  return anonymous === 401 && guardian !== 401 ? 403 : guardian;
}
