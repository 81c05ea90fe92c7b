import type { StaffRecord } from '../../store/staff.ts';
import { demoSchools } from './places.ts';
import { regions } from './regions.ts';

type DemoStaff = Omit<StaffRecord, 'passwordHash' | 'disabledAt'> & { persona: string };

const regionName = (id: string) => regions.find(({ _id }) => _id === id)?.names ?? { kk: id, ru: id, en: id };
const schoolName = (id: string) => demoSchools.find(({ _id }) => _id === id)?.names ?? { kk: id, ru: id, en: id };

const department = (region: string) => ({
  kk: `${regionName(region).kk}, білім басқармасы`,
  ru: `Управление образования, ${regionName(region).ru}`,
  en: `Education department, ${regionName(region).en}`,
});

const person = (
  persona: string,
  role: StaffRecord['role'],
  name: string,
  at: Partial<Pick<StaffRecord, 'schools' | 'region' | 'organisation' | 'language'>> & { place: StaffRecord['place'] },
): DemoStaff => ({
  _id: `demo-${persona}`,
  persona,
  email: `${persona}@demo.ustaz.example`,
  name,
  role,
  language: 'kk',
  schools: [],
  region: null,
  organisation: null,
  demo: true,
  ...at,
});

/** Someone of every role; names are invented. */
export const demoStaff: readonly DemoStaff[] = [
  person('counsellor', 'counsellor', 'Айнұр Сәрсенова', {
    schools: ['s-1'],
    region: 'KZ-61',
    place: schoolName('s-1'),
  }),
  person('counsellor-elsewhere', 'counsellor', 'Елена Павлова', {
    schools: ['s-7'],
    region: 'KZ-10',
    language: 'ru',
    place: schoolName('s-7'),
  }),
  person('principal', 'principal', 'Болат Қалиев', { schools: ['s-1'], region: 'KZ-61', place: schoolName('s-1') }),
  person('department', 'department', 'Гүлмира Тоқтарова', { region: 'KZ-61', place: department('KZ-61') }),
  person('department-elsewhere', 'department', 'Сергей Ли', {
    region: 'KZ-10',
    language: 'ru',
    place: department('KZ-10'),
  }),
  person('university', 'university', 'Мәдина Ержанова', {
    organisation: 'u-abai',
    place: { kk: 'Абай атындағы ҚазҰПУ (үлгі)', ru: 'КазНПУ имени Абая (пример)', en: 'Abai KazNPU (example)' },
  }),
  person('sponsor', 'sponsor', 'Ерлан Жақсыбеков', {
    organisation: 'sp-1',
    place: {
      kk: '«Болашаққа сенім» қоры (үлгі)',
      ru: 'Фонд «Вера в будущее» (пример)',
      en: 'Trust in the Future Fund (example)',
    },
  }),
  person('operator', 'operator', 'Дархан Омаров', {
    place: { kk: 'Ұлттық оператор (үлгі)', ru: 'Национальный оператор (пример)', en: 'National operator (example)' },
  }),
];
