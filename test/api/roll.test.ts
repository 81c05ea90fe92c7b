import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PupilCard, PupilChange, SavedClass } from '../../server/contract/roll.schema.ts';
import type { ImportPreview } from '../../server/contract/roster.schema.ts';
import type {
  ClassList,
  CreatedPupil,
  IssuedCodes,
  PupilList,
  SchoolPupilList,
} from '../../server/contract/school.schema.ts';
import { checkDigit } from '../../server/domain/iin.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterPupil, enterStaff } from './personas.ts';

describe('the list of a school, as a counsellor keeps it', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-counsellor')).token;
  });
  afterAll(() => service.close());

  const add = async (givenName: string, more: object = {}) => {
    const person = { familyName: 'Тізімов', givenName, birthDate: '2011-05-14', sex: 'male', language: 'kk', ...more };
    return (await call<CreatedPupil>(service, 'POST', '/api/classes/s-1-9-1/pupils', { token, body: person })).body.pid;
  };
  const put = (pid: string, body: PupilChange) =>
    call<PupilCard>(service, 'PUT', `/api/pupils/${pid}/card`, { token, body });
  const namesOf = async (schoolClass: string) =>
    (await call<PupilList>(service, 'GET', `/api/classes/${schoolClass}/pupils`, { token })).body.pupils.map(
      ({ name }) => name,
    );
  const classes = async () =>
    (await call<ClassList>(service, 'GET', '/api/schools/s-1/classes', { token })).body.classes;

  it('corrects a name and moves a pupil, with who, when and what it was before; sealed with the pupil’s key', async () => {
    const pid = await add('Ержан');
    const moved = await put(pid, { givenName: 'Ерзат', class: 's-1-9-2' });
    expect(moved.body.changes.map(({ by, field, from, to }) => [by, field, from, to])).toEqual([
      ['Айнұр Сәрсенова', 'givenName', 'Ержан', 'Ерзат'],
      ['Айнұр Сәрсенова', 'class', '9А', '9Ә'],
    ]);
    expect(await namesOf('s-1-9-1')).not.toContain('Тізімов Ерзат');
    expect(await namesOf('s-1-9-2')).toContain('Тізімов Ерзат');
    const back = await put(pid, { givenName: 'Ержан', class: 's-1-9-1' });
    expect(back.body.changes).toHaveLength(4);
    const connection = await mongoose.createConnection(service.mongoUri).asPromise();
    const held = JSON.stringify(await connection.collection('pupilChanges').find({ pid }).toArray());
    await connection.close();
    expect(held).toContain(pid);
    expect(held).not.toMatch(/Ерзат|Ержан|9Ә/);
  });

  it('moves nobody into another school’s class, and refuses a date that its IIN contradicts', async () => {
    const pid = await add('Орын', { iin: `11051450002${checkDigit('11051450002')}` });
    expect((await put(pid, { class: 's-7-9-1' })).status).toBe(422);
    expect((await put(pid, { birthDate: '2011-05-15' })).status).toBe(422);
    const card = await call<PupilCard>(service, 'GET', `/api/pupils/${pid}/card`, { token });
    expect(card.body).toMatchObject({ class: 's-1-9-1', birthDate: '2011-05-14', hasIin: true, changes: [] });
    expect(JSON.stringify(card.body)).not.toContain('11051450002');
  });

  it('who has left is in no list and comes in no more; a list that names them brings them back, not twice', async () => {
    const pid = await add('Кеткен');
    const codes = await call<IssuedCodes>(service, 'POST', `/api/pupils/${pid}/codes`, { token, body: {} });
    expect((await enterPupil(service, codes.body.pupilCode)).token).toBeTruthy();
    await put(pid, { hasLeft: true });
    expect(await namesOf('s-1-9-1')).not.toContain('Тізімов Кеткен');
    await expect(enterPupil(service, codes.body.pupilCode)).rejects.toThrow('401');
    const left = await call<SchoolPupilList>(service, 'GET', '/api/schools/s-1/pupils?left=yes', { token });
    expect(left.body.pupils.map((row) => row.pid)).toEqual([pid]);

    const list = Buffer.from('ФИО;Дата рождения;Класс\nТізімов Кеткен;14.05.2011;9А\n').toString('base64');
    const body = { fileName: 'a.csv', content: list };
    const { body: read } = await call<ImportPreview>(service, 'POST', '/api/schools/s-1/imports', { token, body });
    expect(read.rows[0]).toMatchObject({ action: 'ask', match: { pid } });
    const path = `/api/schools/s-1/imports/${read.id}`;
    await call(service, 'PUT', path, { token, body: { decisions: [{ row: 0, decision: 'same' }] } });
    await call(service, 'POST', `${path}/application`, { token, body: { rows: 'all' } });
    expect((await namesOf('s-1-9-1')).filter((name) => name === 'Тізімов Кеткен')).toHaveLength(1);
    await call(service, 'DELETE', `${path}/application`, { token });
    expect(await namesOf('s-1-9-1')).not.toContain('Тізімов Кеткен');
    expect((await put(pid, { hasLeft: false })).body.leftAt).toBeNull();
    expect(await namesOf('s-1-9-1')).toContain('Тізімов Кеткен');
  });

  it('adds, renames and takes away classes; two of one name there are not', async () => {
    const body = { name: '9 "я"', language: 'ru' };
    const made = await call<SavedClass>(service, 'POST', '/api/schools/s-1/classes', { token, body });
    expect(made.body).toMatchObject({ name: '9Я', language: 'ru' });
    expect((await call(service, 'POST', '/api/schools/s-1/classes', { token, body })).status).toBe(409);
    const own = `/api/classes/${made.body.id}`;
    const renamed = { name: '9Ю', language: 'ru' };
    expect((await call<SavedClass>(service, 'PUT', own, { token, body: renamed })).body.name).toBe('9Ю');
    expect((await call(service, 'PUT', own, { token, body: { name: '9A', language: 'ru' } })).status).toBe(409);
    expect((await call(service, 'PUT', own, { token, body: { name: 'Я', language: 'ru' } })).status).toBe(422);
    expect((await classes()).map(({ name }) => name)).toContain('9Ю');
    expect((await call(service, 'DELETE', own, { token })).status).toBe(204);
    expect((await call(service, 'DELETE', '/api/classes/s-1-9-1', { token })).status).toBe(409);
  });
});
