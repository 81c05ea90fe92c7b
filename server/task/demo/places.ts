import type { Language, Words } from '../../domain/language.ts';
import type { District, School } from '../../store/catalogue.ts';

const words = (kk: string, ru: string, en: string): Words => ({ kk, ru, en });

/** Invented districts and schools in three real regions: a rural south, a mixed east, a large city. */
export const demoDistricts: readonly District[] = [
  {
    _id: 'd-61-1',
    region: 'KZ-61',
    names: words('Арыс ауданы (үлгі)', 'Арысский район (пример)', 'Arys District (example)'),
  },
  {
    _id: 'd-61-2',
    region: 'KZ-61',
    names: words('Сайрам ауданы (үлгі)', 'Сайрамский район (пример)', 'Sairam District (example)'),
  },
  { _id: 'd-10-1', region: 'KZ-10', names: words('Семей қаласы (үлгі)', 'город Семей (пример)', 'Semey (example)') },
  {
    _id: 'd-10-2',
    region: 'KZ-10',
    names: words('Аягөз ауданы (үлгі)', 'Аягозский район (пример)', 'Ayagoz District (example)'),
  },
  {
    _id: 'd-71-1',
    region: 'KZ-71',
    names: words('Есіл ауданы (үлгі)', 'район Есиль (пример)', 'Yesil District (example)'),
  },
];

/** How many ninth-graders each demo school has; small rural schools are there on purpose. */
export type DemoSchool = Omit<School, 'demo'> & {
  classes: readonly { name: string; language: Language; pupils: number }[];
};

const school = (
  number: number,
  district: string,
  locality: 'rural' | 'urban',
  languages: Language[],
  classes: DemoSchool['classes'],
): DemoSchool => ({
  _id: `s-${number}`,
  district,
  region: `KZ-${district.slice(2, 4)}`,
  names: words(`№ ${number} мектеп (үлгі)`, `Школа № ${number} (пример)`, `School No ${number} (example)`),
  locality,
  languages,
  classes,
});

const group = (name: string, language: Language, pupils: number) => ({ name, language, pupils });

export const demoSchools: readonly DemoSchool[] = [
  school(1, 'd-61-1', 'rural', ['kk'], [group('9А', 'kk', 28), group('9Ә', 'kk', 27), group('9Б', 'kk', 26)]),
  school(2, 'd-61-1', 'rural', ['kk'], [group('9', 'kk', 14)]),
  school(3, 'd-61-1', 'rural', ['kk'], [group('9', 'kk', 6)]),
  school(
    4,
    'd-61-2',
    'urban',
    ['kk', 'ru'],
    [group('9А', 'kk', 30), group('9Ә', 'kk', 30), group('9Б', 'kk', 29), group('9В', 'ru', 28)],
  ),
  school(5, 'd-61-2', 'rural', ['kk'], [group('9А', 'kk', 25), group('9Ә', 'kk', 24)]),
  school(
    6,
    'd-10-1',
    'urban',
    ['kk', 'ru'],
    [group('9А', 'kk', 30), group('9Б', 'kk', 29), group('9В', 'ru', 30), group('9Г', 'ru', 29)],
  ),
  school(
    7,
    'd-10-1',
    'urban',
    ['ru'],
    [group('9А', 'ru', 30), group('9Б', 'ru', 28), group('9В', 'ru', 27), group('9Г', 'ru', 28)],
  ),
  school(8, 'd-10-2', 'rural', ['kk'], [group('9', 'kk', 11)]),
  school(9, 'd-10-2', 'rural', ['kk', 'ru'], [group('9А', 'kk', 26), group('9Б', 'ru', 22)]),
  school(
    10,
    'd-71-1',
    'urban',
    ['kk', 'ru'],
    [group('9А', 'kk', 32), group('9Ә', 'kk', 31), group('9Б', 'ru', 32), group('9В', 'ru', 31), group('9Г', 'ru', 30)],
  ),
  school(
    11,
    'd-71-1',
    'urban',
    ['kk'],
    [group('9А', 'kk', 32), group('9Ә', 'kk', 32), group('9Б', 'kk', 31), group('9В', 'kk', 31), group('9Г', 'kk', 30)],
  ),
  school(
    12,
    'd-71-1',
    'urban',
    ['ru'],
    [
      group('9А', 'ru', 32),
      group('9Б', 'ru', 31),
      group('9В', 'ru', 32),
      group('9Г', 'ru', 31),
      group('9Д', 'ru', 31),
      group('9Е', 'ru', 30),
    ],
  ),
];
