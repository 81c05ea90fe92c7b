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

const letters = ['А', 'Ә', 'Б', 'В', 'Г', 'Д', 'Е'];

/** Classes from how many pupils each has, by language of teaching: `{ kk: [28, 27], ru: [26] }`. */
function classesOf({ kk = [], ru = [] }: { kk?: readonly number[]; ru?: readonly number[] }): DemoSchool['classes'] {
  const all = [
    ...kk.map((pupils) => ({ language: 'kk' as const, pupils })),
    ...ru.map((pupils) => ({ language: 'ru' as const, pupils })),
  ];
  return all.map((one, index) => ({ ...one, name: all.length === 1 ? '9' : `9${letters[index] ?? index + 1}` }));
}

export const demoSchools: readonly DemoSchool[] = [
  school(1, 'd-61-1', 'rural', ['kk'], classesOf({ kk: [28, 27, 26] })),
  school(2, 'd-61-1', 'rural', ['kk'], classesOf({ kk: [14] })),
  school(3, 'd-61-1', 'rural', ['kk'], classesOf({ kk: [6] })),
  school(4, 'd-61-2', 'urban', ['kk', 'ru'], classesOf({ kk: [30, 30, 29, 28], ru: [28, 27] })),
  school(5, 'd-61-2', 'rural', ['kk'], classesOf({ kk: [25, 24] })),
  school(6, 'd-10-1', 'urban', ['kk', 'ru'], classesOf({ kk: [30, 29, 28], ru: [30, 29] })),
  school(7, 'd-10-1', 'urban', ['ru'], classesOf({ ru: [30, 28, 27, 28, 27] })),
  school(8, 'd-10-2', 'rural', ['kk'], classesOf({ kk: [11] })),
  school(9, 'd-10-2', 'rural', ['kk', 'ru'], classesOf({ kk: [26], ru: [22] })),
  school(10, 'd-71-1', 'urban', ['kk', 'ru'], classesOf({ kk: [32, 31, 30], ru: [32, 31, 30] })),
  school(11, 'd-71-1', 'urban', ['kk'], classesOf({ kk: [32, 32, 31, 31, 30, 30] })),
  school(12, 'd-71-1', 'urban', ['ru'], classesOf({ ru: [32, 31, 32, 31, 31, 30] })),
];

/** A small school in a village whose pupils sit the short form: guidance only, no index and no invitation. */
export const shortFormSchool: DemoSchool = school(
  14,
  'd-61-1',
  'rural',
  ['kk', 'ru'],
  [
    { name: '9А', language: 'kk', pupils: 9 },
    { name: '9Б', language: 'ru', pupils: 6 },
  ],
);

/**
 * The school whose pupils sit the whole battery, a class in each language: what a profile, a report and a conversation
 * rest on can be seen here to the last item.
 */
export const batterySchool: DemoSchool = {
  ...school(13, 'd-61-2', 'urban', ['kk', 'ru', 'en'], []),
  classes: [
    { name: '9А', language: 'kk', pupils: 24 },
    { name: '9Б', language: 'ru', pupils: 20 },
    { name: '9В', language: 'en', pupils: 8 },
  ],
};

const pilotClasses = Array.from({ length: 12 }, (_, index) => ({
  name: `9-${index + 1}`,
  language: 'kk' as const,
  pupils: 26,
}));

/** Two large schools that tried a form out: the only place with answers enough for a norm, in one language. */
export const pilotSchools: readonly DemoSchool[] = [
  school(15, 'd-71-1', 'urban', ['kk'], pilotClasses),
  school(16, 'd-71-1', 'urban', ['kk'], pilotClasses),
];
