import { describe, expect, it } from 'vitest';
import { readDay } from '../../../server/domain/roster/birth-date.ts';
import { classKey, gradeOf, tidyClassName } from '../../../server/domain/roster/class-name.ts';
import { readRow } from '../../../server/domain/roster/read-row.ts';
import { findHeadings, missingFields, recogniseColumns } from '../../../server/domain/roster/recognise-columns.ts';

const context = { today: '2026-02-01', class: null };

describe('the headings of a class list', () => {
  it.each([
    [['№ п/п', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Пол', 'Класс', 'ИИН', 'Язык обучения']],
    [['р/с', 'Тегі', 'Аты', 'Әкесінің аты', 'Туған күні', 'Жынысы', 'Сыныбы', 'ЖСН', 'Оқыту тілі']],
    [['#', 'Family name', 'Given name', 'Middle name', 'Date of birth', 'Gender', 'Class', 'IIN', 'Language']],
  ])('are known in each language: %s', (headings) => {
    const fields = ['familyName', 'givenName', 'patronymic', 'birthDate', 'sex', 'class', 'iin', 'language'];
    expect(recogniseColumns(headings)).toEqual([null, ...fields]);
    expect(missingFields(recogniseColumns(headings))).toEqual([]);
  });

  it('are found under a title and known with signs around them', () => {
    const rows = [['9 сынып оқушыларының тізімі', '', ''], [], ['Т.А.Ә.', 'ТУҒАН КҮНІ (кк.аа.жжжж)', '№ личного дела']];
    expect(findHeadings(rows)).toBe(2);
    expect(recogniseColumns(rows[2] ?? [])).toEqual(['fullName', 'birthDate', 'ownId']);
    expect(findHeadings([['Асан', '1']])).toBeNull();
  });

  it('are missed by name', () => {
    expect(missingFields(['givenName', 'sex'])).toEqual(['familyName', 'birthDate']);
    expect(missingFields(['fullName', 'iin'])).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    '2011-05-14',
    '14.05.2011',
    '14/05/2011',
    '14-5-2011',
    '20110514',
    '14.05.2011 00:00',
    '2011-05-14T00:00:00',
    '14.05.2011 г.',
    '40677',
  ])('is read from %s', (text) => expect(readDay(text)).toBe('2011-05-14'));
  it.each(['31.02.2011', '05/14/2011', '14.05.11', '14 мая 2011', '2011', '', '00.01.2011'])(
    'is not read from %s',
    (text) => expect(readDay(text)).toBeNull(),
  );
});

describe('a class', () => {
  it('is the same typed in Latin, and another with another Kazakh letter', () => {
    expect(classKey('9 "a" класс')).toBe(classKey('9А'));
    expect(classKey('9Ә')).not.toBe(classKey('9А'));
    expect(tidyClassName('9 «ә» сыныбы')).toBe('9Ә');
    expect([gradeOf('11Б'), gradeOf('9'), gradeOf('А'), gradeOf('13А')]).toEqual([11, 9, null, null]);
  });
});

describe('a row', () => {
  const columns = ['familyName', 'givenName', 'birthDate', 'sex', 'language', 'class', 'iin', 'ownId'] as const;
  const good = ['Сынақ', 'Айша', '31.12.1999', 'ұл', 'қазақша', '9А', '991231500016', 'L-7'];
  const withCell = (field: (typeof columns)[number], text: string) =>
    good.map((cell, index) => (columns[index] === field ? text : cell));
  const codes = (cells: readonly string[]) =>
    readRow(cells, columns, context).issues.map(({ field, code }) => `${field} ${code}`);

  it('is read whole', () => {
    expect(readRow(good, columns, context)).toEqual({
      issues: [],
      pupil: {
        familyName: 'Сынақ',
        givenName: 'Айша',
        patronymic: null,
        birthDate: '1999-12-31',
        sex: 'male',
        language: 'kk',
        class: '9А',
        iin: '991231500016',
        ownId: 'L-7',
      },
    });
  });

  it.each([
    ['givenName', '', 'givenName missing'],
    ['givenName', 'Ай7ша', 'givenName not-a-name'],
    ['givenName', 'А'.repeat(81), 'givenName too-long'],
    ['birthDate', '31.02.2010', 'birthDate date-unreadable'],
    ['birthDate', '31.12.1949', 'birthDate date-out-of-range'],
    ['birthDate', '30.12.1999', 'iin iin-birth-date'],
    ['sex', 'да', 'sex sex-unknown'],
    ['sex', 'қыз', 'iin iin-sex'],
    ['language', 'немецкий', 'language language-unknown'],
    ['class', 'девятый', 'class class-unreadable'],
    ['class', '', 'class missing'],
    ['iin', '991231500017', 'iin iin-check'],
    ['iin', '99123150001', 'iin iin-digits'],
  ] as const)('with %s «%s» is told: %s', (field, text, told) => expect(codes(withCell(field, text))).toEqual([told]));

  it('names every wrong cell, not only the first', () => {
    expect(codes(['', 'x1', 'вчера', '?', '?', '?', '1', ''])).toHaveLength(7);
  });

  it('takes signs that begin a formula as data, and their apostrophe off', () => {
    for (const sign of ['=', '+', '-', '@']) {
      const { pupil } = readRow(withCell('givenName', `${sign}Айша`), columns, context);
      expect(pupil?.givenName).toBe(`${sign}Айша`);
      expect(readRow(withCell('ownId', `'${sign}L-7`), columns, context).pupil?.ownId).toBe(`${sign}L-7`);
    }
    expect(codes(withCell('givenName', '=HYPERLINK("http://x","y1")'))).toEqual(['givenName not-a-name']);
  });

  it('takes the birth date from the IIN, and the class from the file, where no column has them', () => {
    const reading = readRow(['Сынақ Айша Болатқызы', '991231500707'], ['fullName', 'iin'], { ...context, class: '9' });
    expect(reading.pupil).toBeNull();
    expect(reading.issues).toEqual([{ field: 'birthDate', code: 'date-out-of-range' }]);
    const older = readRow(['Сынақ Айша Болатқызы', '20.05.2010'], ['fullName', 'birthDate'], {
      ...context,
      class: '9',
    });
    expect(older.pupil).toMatchObject({
      familyName: 'Сынақ',
      patronymic: 'Болатқызы',
      birthDate: '2010-05-20',
      class: '9',
    });
  });
});
