import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from '../../../server/report/spreadsheet/read-table.ts';
import type { TableRefusal } from '../../../server/report/spreadsheet/table.ts';

const cells = async (bytes: Uint8Array) => (await readTable(bytes, null)).rows.map((row) => row.cells);
const refusal = (bytes: Uint8Array, school: string | null = null): Promise<TableRefusal> =>
  readTable(bytes, school).then(
    () => Promise.reject(new Error('was read')),
    (error: { why: TableRefusal }) => error.why,
  );

describe('a file of rows', () => {
  const table = [
    ['Тегі', 'Аты', 'Ескерту'],
    ['Әлі', 'Қасым', 'бір; екі, "үш"'],
    ['=1+1', '+7', '-'],
  ];
  const quoted = (sign: string) =>
    table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)).join('\r\n');

  it.each([';', ',', '\t'])('is read with «%s» between cells', async (sign) => {
    expect(await cells(strToU8(quoted(sign)))).toEqual(table);
    expect(await cells(strToU8(`\ufeff${quoted(sign)}\r\n\r\n`))).toEqual(table);
  });

  it('is read as other programs save it', async () => {
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(quoted('\t'), 'utf16le')]));
    expect(await cells(utf16)).toEqual(table);
    const cyrillic = new Uint8Array([0xd4, 0xe8, 0xee, 0x3b, 0xc8, 0xec, 0xff, 0x0a, 0xc0, 0x3b, 0xc1]);
    expect(await readTable(cyrillic, null)).toMatchObject({
      encoding: 'windows-1251',
      rows: [{ cells: ['Фио', 'Имя'] }, { cells: ['А', 'Б'] }],
    });
  });

  it('numbers rows as a person sees them, over line breaks in cells and empty lines', async () => {
    const { rows } = await readTable(strToU8('a,b\n"x\ny",1\n\nz,2\n'), null);
    expect(rows.map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [2, 'x\ny'],
      [5, 'z'],
    ]);
  });

  it('is read from a workbook, days as days and formulas as what they are: text', async () => {
    const day = { value: new Date('2011-05-14'), type: Date, format: 'dd.mm.yyyy' };
    const bytes = await writeXlsxFile([
      [{ value: 'Тегі' }, { value: 'Туған күні' }, { value: 'ЖСН' }],
      [{ value: '=1+1' }, day, { value: 110514600016 }],
    ]).toBuffer();
    const read = await readTable(bytes, null);
    expect(read).toMatchObject({ format: 'xlsx', encoding: null });
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['Тегі', 'Туған күні', 'ЖСН'],
      ['=1+1', '2011-05-14', '110514600016'],
    ]);
  });

  it('is refused with a reason', async () => {
    expect(await refusal(strToU8(''))).toBe('empty');
    expect(await refusal(new Uint8Array([0x41, 0, 0x42, 0]))).toBe('not-a-table');
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]))).toBe('old-excel');
    expect(await refusal(zipSync({ 'photo.jpg': strToU8('x') }))).toBe('not-a-table');
    expect(await refusal(strToU8('PK\u0003\u0004 and then nothing of a zip'))).toBe('damaged');
    expect(await refusal(strToU8('a,b\n'.repeat(5100)))).toBe('too-many-rows');
  });

  it('does not unpack a bomb, whether it tells its size or lies', async () => {
    const bomb = zipSync({ 'users.csv': new Uint8Array(80_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe('too-many-rows');
    const lies = Buffer.from(bomb);
    for (let at = 0; at < lies.length - 4; at += 1)
      if (lies.readUInt32LE(at) === 80_000_000) lies.writeUInt32LE(1000, at);
    const before = process.memoryUsage().arrayBuffers;
    await refusal(new Uint8Array(lies));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
  });
});

describe('a OneRoster package', () => {
  const files = {
    'manifest.csv': 'propertyName,value\noneroster.version,1.2\n',
    'orgs.csv':
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,active,,School 1,school,KZ-1,\no2,active,,School 2,school,KZ-2,\n',
    'users.csv':
      'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,grades\n' +
      'u1,active,,true,a,,Айша,Сынақ,Болатқызы,,,09\nu2,active,,true,b,,Ерлан,Жаңа,,,,09\nu3,tobedeleted,,true,c,,Кетті,Кеткен,,,,09\nt1,active,,true,d,,Мұғалім,Ұстаз,,,,\nu4,active,,true,e,,Бөтен,Бала,,,,09\n',
    'roles.csv':
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n' +
      'r1,active,,u1,primary,student,,,o1,\nr2,active,,u2,primary,student,,,o1,\nr3,active,,u3,primary,student,,,o1,\nr4,active,,t1,primary,teacher,,,o1,\nr5,active,,u4,primary,student,,,o2,\n',
    'demographics.csv':
      'sourcedId,status,dateLastModified,birthDate,sex\nu1,active,,2011-05-14,female\nu2,active,,2010-11-02,male\n',
    'classes.csv':
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId\n' +
      'c1,active,,9А сыныбы,09,,9А,homeroom,,o1\nc2,active,,Математика,09,,MATH,scheduled,,o1\n',
    'enrollments.csv':
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n' +
      'e1,active,,c2,o1,u1,student\ne2,active,,c1,o1,u1,student\ne3,active,,c1,o1,t1,teacher\n',
  };
  const pack = (all: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));

  it('is a class list of the active students of one school', async () => {
    const { rows, format } = await readTable(pack(files), 'KZ-1');
    expect(format).toBe('oneroster');
    expect(rows.slice(1).map((row) => row.cells)).toEqual([
      ['u1', 'Сынақ', 'Айша', 'Болатқызы', '2011-05-14', 'female', '9А'],
      ['u2', 'Жаңа', 'Ерлан', '', '2010-11-02', 'male', '9'],
    ]);
  });

  it('says that it must be told which school, and that its users are missing', async () => {
    expect(await refusal(pack(files))).toBe('several-schools');
    expect(await refusal(pack({ ...files, 'users.csv': 'sourcedId,status\n' }))).toBe('oneroster-incomplete');
  });
});
