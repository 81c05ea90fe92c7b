import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type {
  ImportChanges,
  ImportList,
  ImportOutcome,
  ImportPreview,
  ImportUndone,
} from '../../server/contract/roster.schema.ts';
import type { ClassList, PupilList } from '../../server/contract/school.schema.ts';
import { checkDigit } from '../../server/domain/iin.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

const heads = 'Жеке нөмірі;Тегі;Аты;Әкесінің аты;Туған күні;Жынысы;Сыныбы;ЖСН;Оқыту тілі';
const csv = (lines: readonly string[]): string => [heads, ...lines].join('\r\n');
const iin = (start: string): string => start + checkDigit(start);
const wrongIin = `11051450001${((checkDigit('11051450001') ?? 0) + 1) % 10}`;

describe('a class list', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    token = (await enterStaff(service, 'demo-counsellor')).token;
  });
  afterAll(() => service.close());

  const base = '/api/schools/s-1/imports';
  const upload = async (content: string | Uint8Array, more: object = {}): Promise<ImportPreview> => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    const body = { fileName: 'list.csv', content: Buffer.from(bytes).toString('base64'), ...more };
    const reply = await call<ImportPreview>(service, 'POST', base, {
      token,
      body,
      headers: { 'accept-language': 'ru' },
    });
    expect(reply.status).toBe(200);
    return reply.body;
  };
  const correct = async (id: string, body: ImportChanges) =>
    (await call<ImportPreview>(service, 'PUT', `${base}/${id}`, { token, body })).body;
  const apply = (id: string, rows: 'all' | 'right' = 'all') =>
    call<ImportOutcome & ProblemBody>(service, 'POST', `${base}/${id}/application`, { token, body: { rows } });
  const undo = (id: string) => call<ImportUndone>(service, 'DELETE', `${base}/${id}/application`, { token });
  const pupilCount = async () => (await service.stores.pupils.ofSchool('s-1')).length;
  const classes = async () =>
    (await call<ClassList>(service, 'GET', '/api/schools/s-1/classes', { token })).body.classes;
  const namesOf = async (schoolClass: string) => {
    const id = (await classes()).find(({ name }) => name === schoolClass)?.id;
    return (await call<PupilList>(service, 'GET', `/api/classes/${id}/pupils`, { token })).body.pupils.map(
      ({ name }) => name,
    );
  };

  const seven = [
    'A-1;Оразова;Гүлім;;14.05.2011;қыз;9Ж;;қазақша',
    'A-2;;Гүлім;;14.05.2011;қыз;9Ж;;қазақша',
    'A-3;Оразов;Ерл4н;;14.05.2011;ұл;9Ж;;қазақша',
    'A-4;Оразов;Ерлан;;31.02.2011;ұл;9Ж;;қазақша',
    'A-5;Оразов;Ержан;;14.05.2011;иә;9Ж;;қазақша',
    `A-6;Оразов;Ерсін;;14.05.2011;ұл;9Ж;${wrongIin};қазақша`,
    'A-7;Оразов;Ернар;;14.05.2011;ұл;Ж;;қазақша',
    'A-1;Оразов;Ерболат;;15.05.2011;ұл;9Ж;;қазақша',
  ];

  it('is read with each of seven errors by row and column, corrected in place, and taken once', async () => {
    const before = await pupilCount();
    const preview = await upload(csv(seven));
    expect(preview).toMatchObject({ state: 'draft', missing: [], newClasses: ['9Ж'], counts: { add: 1, wrong: 7 } });
    const told = preview.rows.flatMap(({ line, issues }) => issues.map(({ column, code }) => [line, column, code]));
    expect(told).toEqual([
      [3, 1, 'missing'],
      [4, 2, 'not-a-name'],
      [5, 4, 'date-unreadable'],
      [6, 5, 'sex-unknown'],
      [7, 7, 'iin-check'],
      [8, 6, 'class-unreadable'],
      [9, 0, 'twice-in-file'],
    ]);
    expect(preview.rows[3]?.issues[0]?.expected).toBe('ожидается день, который есть в календаре, вида ДД.ММ.ГГГГ');
    expect((await apply(preview.id)).body).toMatchObject({ slug: 'import-has-errors' });
    expect(await pupilCount()).toBe(before);

    const fixed = await correct(preview.id, {
      cells: [
        { row: 1, column: 1, text: 'Оразова' },
        { row: 2, column: 2, text: 'Ерлан' },
        { row: 3, column: 4, text: '28.02.2011' },
        { row: 4, column: 5, text: 'ұл' },
        { row: 5, column: 7, text: '' },
      ],
      decisions: [{ row: 7, decision: 'skip' }],
    });
    expect(fixed.counts).toMatchObject({ add: 6, wrong: 1, skip: 1 });
    const outcome = await apply(preview.id, 'right');
    expect(outcome.body).toEqual({ added: 6, updated: 0, same: 0, left: 2, newClasses: ['9Ж'] });
    expect((await apply(preview.id, 'right')).body).toEqual(outcome.body);
    expect(await pupilCount()).toBe(before + 6);
    expect(await namesOf('9Ж')).toHaveLength(6);
  });

  it('updates at the second time and never doubles', async () => {
    const before = await pupilCount();
    const again = await upload(
      csv(['A-1;Оразова;Гүлім;Ерланқызы;14.05.2011;қыз;9Ж;;қазақша', 'A-3;Оразов;Ерлан;;14.05.2011;ұл;9З;;орысша']),
    );
    expect(again.rows.map(({ action, changes }) => [action, changes])).toEqual([
      ['update', ['patronymic']],
      ['update', ['language', 'class']],
    ]);
    expect(again.absent).toBe(4);
    expect((await apply(again.id)).body).toEqual({ added: 0, updated: 2, same: 0, left: 0, newClasses: ['9З'] });
    const same = await upload(csv(['A-1;Оразова;Гүлім;Ерланқызы;14.05.2011;қыз;9Ж;;қазақша']));
    expect(same.counts).toMatchObject({ same: 1, update: 0 });
    expect(await pupilCount()).toBe(before);

    const undone = await undo(again.id);
    expect(undone.body).toEqual({ removed: 0, restored: 2, kept: [] });
    expect(await namesOf('9Ж')).toHaveLength(6);
    expect((await classes()).map(({ name }) => name)).not.toContain('9З');
    expect((await undo(again.id)).status).toBe(409);
  });

  it('asks where only name and birth date agree', async () => {
    const question = await upload('ФИО,Дата рождения,Класс\nOrazova Gulim,2011-05-14,9ж\n');
    expect(question.rows[0]).toMatchObject({ action: 'ask', match: { by: 'name', birthDate: '2011-05-14' } });
    expect((await apply(question.id)).body.slug).toBe('import-has-errors');
    const answered = await correct(question.id, { decisions: [{ row: 0, decision: 'same' }] });
    expect(answered.rows[0]).toMatchObject({ action: 'update', changes: ['familyName', 'givenName'] });
    const openAgain = await correct(question.id, { decisions: [{ row: 0, decision: null }] });
    expect(openAgain.counts.ask).toBe(1);
  });

  it('is undone but for those who have begun or were changed since', async () => {
    const before = await pupilCount();
    const preview = await upload(csv(['B-1;Бір;Алма;;14.05.2011;;9И;;', 'B-2;Екі;Бота;;15.05.2011;;9И;;']));
    await apply(preview.id);
    const added = await service.stores.pupils.ofClass((await classes()).find(({ name }) => name === '9И')?.id ?? '');
    const wording = { wording: 'assessment-1', language: 'kk', signedOn: '2026-01-15', signedBy: 'Ата' };
    const paper = { purpose: 'assessment', party: 'guardian', action: 'given', ...wording };
    await call(service, 'POST', `/api/pupils/${added[0]?._id}/consents`, { token, body: paper });
    const undone = await undo(preview.id);
    expect(undone.body).toMatchObject({ removed: 1, kept: [{ pid: added[0]?._id, why: 'has-begun' }] });
    expect(await pupilCount()).toBe(before + 1);
    expect(await service.stores.identities.of(added[1]?._id ?? '')).toBeNull();
  });

  it('is taken from a workbook and from a OneRoster package', async () => {
    const day = { value: new Date('2011-05-14'), type: Date, format: 'dd.mm.yyyy' };
    const book = await writeXlsxFile([
      [{ value: 'Мектеп тізімі' }],
      [{ value: 'ФИО' }, { value: 'Дата рождения' }, { value: 'Класс' }],
      [{ value: '=Формула Айша' }, day, { value: '9К' }],
    ]).toBuffer();
    const fromBook = await upload(book, { fileName: 'list.xlsx' });
    expect(fromBook).toMatchObject({ format: 'xlsx', counts: { add: 1 }, rows: [{ line: 3 }] });
    await apply(fromBook.id);
    expect(await namesOf('9К')).toEqual(['=Формула Айша']);

    const users = 'sourcedId,status,givenName,familyName,middleName,grades\nO-1,active,Ерке,Ұланова,,09\n';
    const roles = 'sourcedId,status,userSourcedId,roleType,role,orgSourcedId\nr1,active,O-1,primary,student,o1\n';
    const demographics = 'sourcedId,status,birthDate,sex\nO-1,active,2011-06-01,female\n';
    const pack = zipSync({
      'users.csv': strToU8(users),
      'roles.csv': strToU8(roles),
      'demographics.csv': strToU8(demographics),
    });
    const fromPack = await upload(pack, { fileName: 'oneroster.zip' });
    expect(fromPack).toMatchObject({ format: 'oneroster', counts: { add: 1 }, newClasses: ['9'] });
    expect((await apply(fromPack.id)).body).toMatchObject({ added: 1 });
    expect((await upload(pack)).counts).toMatchObject({ same: 1, add: 0 });
  });

  it('lets a person say what a column holds, and of which class the file is', async () => {
    const schoolClass = (await classes())[0];
    const preview = await upload('кто;когда\nЖаңа Бала;14.05.2011\n', { class: schoolClass?.id });
    expect(preview).toMatchObject({ missing: ['fullName', 'birthDate'], counts: { wrong: 2 } });
    const named = await correct(preview.id, {
      columns: [
        { column: 0, field: 'fullName' },
        { column: 1, field: 'birthDate' },
      ],
    });
    expect(named).toMatchObject({ missing: [], counts: { add: 1, wrong: 1 } });
  });

  it('is refused with a reason where it is no class list', async () => {
    const body = { fileName: 'x', content: Buffer.from('PK\u0003\u0004nothing').toString('base64') };
    const reply = await call<ProblemBody>(service, 'POST', base, { token, body });
    expect(reply.body).toMatchObject({ slug: 'import-unreadable', detail: 'damaged', status: 422 });
  });

  it('does not tell of a number that stands in another school, nor of its pupil', async () => {
    const number = iin('11051460071');
    const elsewhere = (await enterStaff(service, 'demo-counsellor-elsewhere')).token;
    const person = {
      familyName: 'Басқа',
      givenName: 'Мектеп',
      birthDate: '2011-05-14',
      sex: 'female',
      language: 'ru',
      iin: number,
    };
    await call(service, 'POST', '/api/classes/s-7-9-1/pupils', { token: elsewhere, body: person });
    const preview = await upload(csv([`C-1;Басқа;Мектеп;;14.05.2011;қыз;9А;${number};`]));
    expect(preview.rows[0]).toMatchObject({ action: 'wrong', match: null, issues: [{ code: 'iin-taken', column: 7 }] });
    expect((await call(service, 'GET', `${base}/${preview.id}`, { token: elsewhere })).status).toBe(404);
    const own = `/api/schools/s-7/imports/${preview.id}`;
    expect((await call(service, 'GET', own, { token: elsewhere })).status).toBe(404);
  });

  it('keeps names sealed while it waits, and is thrown away on request', async () => {
    const preview = await upload(csv(['D-1;Құпиялы;Есім;;14.05.2011;;9А;;']));
    const list = await call<ImportList>(service, 'GET', base, { token });
    expect(list.body.imports[0]).toMatchObject({ id: preview.id, state: 'draft', by: 'Айнұр Сәрсенова' });
    expect((await call(service, 'DELETE', `${base}/${preview.id}`, { token })).status).toBe(204);
    expect((await call(service, 'GET', `${base}/${preview.id}`, { token })).status).toBe(404);
  });

  it('of a thousand rows is read and taken, and how long it took is told', async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => {
      const name = [...String(at)].map((digit) => 'абвгдежзик'[Number(digit)]).join('');
      return `T-${at};Мыңыншы${name};Оқушы${name};Тізімқызы;14.05.2011;қыз;9${'ЛМНОПРСТУФ'[at % 10]};;қазақша`;
    });
    const startedAt = performance.now();
    const preview = await upload(csv(lines));
    const readMs = performance.now() - startedAt;
    expect(preview.counts.add).toBe(1000);
    expect((await apply(preview.id)).body.added).toBe(1000);
    const tookMs = performance.now() - startedAt;
    console.info(`a list of 1,000: read in ${Math.round(readMs)} ms, taken after ${Math.round(tookMs)} ms`);
    expect((await upload(csv(lines))).counts).toMatchObject({ same: 1000, add: 0 });
    expect((await undo(preview.id)).body.removed).toBe(1000);
  });
});
