import type { NewProgrammeLine } from '../../contract/practice.schema.ts';
import type { Words } from '../../domain/language.ts';
import type {
  FeedbackDocument,
  GrantDocument,
  NeedDocument,
  Organisation,
  PracticeDocument,
  ProgrammeDocument,
  SeatDocument,
} from '../../store/alliance.ts';

const words = (kk: string, ru: string, en: string): Words => ({ kk, ru, en });

export const demoOrganisations: readonly Organisation[] = [
  {
    _id: 'u-abai',
    kind: 'university',
    names: words('Абай атындағы ҚазҰПУ (үлгі)', 'КазНПУ имени Абая (пример)', 'Abai KazNPU (example)'),
    region: 'KZ-75',
    demo: true,
  },
  {
    _id: 'u-women',
    kind: 'university',
    names: words(
      'Қазақ ұлттық қыздар педагогикалық университеті (үлгі)',
      'Казахский национальный женский педагогический университет (пример)',
      'Kazakh National Women’s Teacher Training University (example)',
    ),
    region: 'KZ-75',
    demo: true,
  },
  {
    _id: 'c-turkistan',
    kind: 'college',
    names: words(
      'Түркістан педагогикалық колледжі (үлгі)',
      'Туркестанский педагогический колледж (пример)',
      'Turkistan Pedagogical College (example)',
    ),
    region: 'KZ-61',
    demo: true,
  },
  {
    _id: 'sp-1',
    kind: 'sponsor',
    names: words(
      '«Болашаққа сенім» қоры (үлгі)',
      'Фонд «Вера в будущее» (пример)',
      'Trust in the Future Fund (example)',
    ),
    region: null,
    demo: true,
  },
];

const line = (at: Date, by: string) => ({ by, at, state: 'open' as const, history: [], demo: true });

export function demoNeeds(at: Date, year: number): NeedDocument[] {
  const of = (
    number: number,
    region: string,
    district: string,
    subject: string,
    language: 'kk' | 'ru',
    count: number,
    reason: string,
    school: string | null = null,
  ): NeedDocument => ({
    _id: `n-demo-${number}`,
    ...{ region, district, subject, language, count, reason, school, year },
    askedBy: school === null ? 'Гүлмира Тоқтарова' : 'Болат Қалиев',
    ...line(at, school === null ? 'demo-department' : 'demo-principal'),
    count,
  });
  return [
    of(
      1,
      'KZ-61',
      'd-61-1',
      'teach-mathematics',
      'kk',
      6,
      'Математика сағаттарының үштен бірі басқа пән мұғалімдерінде',
    ),
    of(2, 'KZ-61', 'd-61-1', 'teach-primary', 'kk', 8, 'Үш мектепте бастауыш сынып мұғалімдері зейнетке шығады'),
    of(3, 'KZ-61', 'd-61-2', 'teach-english', 'kk', 5, 'Ағылшын тілі топқа бөлінбей жүр'),
    of(4, 'KZ-61', 'd-61-2', 'teach-physics', 'ru', 3, 'Физику ведут совместители'),
    of(5, 'KZ-61', 'd-61-1', 'teach-special', 'kk', 2, 'Инклюзивті сыныпта педагог жоқ', 's-1'),
    of(6, 'KZ-10', 'd-10-1', 'teach-mathematics', 'ru', 4, 'Открывается новая школа'),
    of(7, 'KZ-10', 'd-10-2', 'teach-primary', 'kk', 5, 'Шағын жинақты мектептерде маман тапшы'),
  ];
}

export function demoSeats(at: Date, year: number): SeatDocument[] {
  const of = (
    number: number,
    organisation: string,
    subject: string,
    language: 'kk' | 'ru',
    count: number,
    funding: SeatDocument['funding'],
    after: SeatDocument['after'] = 'grade-11',
  ): SeatDocument => ({
    _id: `s-demo-${number}`,
    ...{ organisation, subject, language, funding, after, year },
    region: null,
    form: 'full-time',
    ...line(at, 'demo-university'),
    count,
  });
  return [
    of(1, 'u-abai', 'teach-mathematics', 'kk', 6, 'grant'),
    of(2, 'u-abai', 'teach-physics', 'ru', 4, 'grant'),
    of(3, 'u-abai', 'teach-english', 'kk', 6, 'sponsor'),
    of(4, 'u-women', 'teach-primary', 'kk', 8, 'grant'),
    of(5, 'u-women', 'teach-special', 'kk', 3, 'sponsor'),
    of(6, 'c-turkistan', 'teach-primary', 'kk', 10, 'grant', 'grade-9'),
    of(7, 'u-abai', 'teach-mathematics', 'ru', 3, 'paid'),
  ];
}

export const demoGrants = (at: Date, year: number): GrantDocument[] => [
  {
    _id: 'g-demo-1',
    sponsor: 'sp-1',
    year,
    conditions: {
      regions: ['KZ-61'],
      districts: [],
      subjects: [],
      teachingLanguages: [],
      locality: null,
      serviceYears: 3,
    },
    ...line(at, 'demo-sponsor'),
    count: 8,
  },
];

export function demoPractices(at: Date, year: number): PracticeDocument[] {
  const asked = { to: 'asked' as const, at, by: 'demo-principal', who: 'Болат Қалиев' };
  const common = { school: 's-1', region: 'KZ-61', from: `${year}-02`, to: `${year}-04`, demo: true };
  return [
    {
      _id: 'pr-demo-1',
      ...common,
      subject: 'teach-primary',
      count: 4,
      note: 'Жатақхана бар',
      state: 'asked',
      organisation: null,
      assigned: 0,
      history: [asked],
    },
    {
      _id: 'pr-demo-2',
      ...common,
      subject: 'teach-mathematics',
      count: 2,
      note: '',
      state: 'running',
      organisation: 'u-abai',
      assigned: 2,
      history: [
        asked,
        { to: 'assigned', at, by: 'demo-university', who: 'Мәдина Ержанова' },
        { to: 'running', at, by: 'demo-university', who: 'Мәдина Ержанова' },
      ],
    },
  ];
}

/** Seven reports on one university, three on another: the second stays untold. */
export const demoFeedback = (at: Date, year: number): FeedbackDocument[] =>
  Array.from({ length: 10 }, (_, index) => ({
    _id: `f-demo-${index}`,
    school: 's-1',
    organisation: index < 7 ? 'u-abai' : 'u-women',
    year,
    about: 'young-teacher' as const,
    subject: index % 2 === 0 ? 'teach-mathematics' : 'teach-primary',
    planning: 3 + (index % 3),
    teaching: 4,
    pupils: 2 + (index % 3),
    families: 2 + (index % 2),
    learning: 4 + (index % 2),
    by: index === 0 ? 'demo-principal' : `demo-principal-${index}`,
    at,
    demo: true,
  }));

export function demoProgramme(at: Date, year: number): ProgrammeDocument[] {
  const of = (
    number: number,
    due: string,
    what: string,
    owner: string,
    plan: string,
    fact: string,
    state: NewProgrammeLine['state'],
  ): ProgrammeDocument => ({
    _id: `l-demo-${number}`,
    ...{ year, due, what, owner, plan, fact, state },
    by: 'demo-operator',
    changedAt: at,
    demo: true,
  });
  return [
    of(
      1,
      `${year}-03-01`,
      'Открыть педагогические классы в двух областях',
      'Управления образования',
      '12 классов',
      '12 классов',
      'done',
    ),
    of(2, `${year}-05-20`, '9-сынып оқушыларының тестілеуін өткізу', 'Ұлттық оператор', '3 облыс', '3 облыс', 'done'),
    of(
      3,
      `${year}-09-15`,
      'Согласовать места и деньги на следующий год',
      'Университеты, спонсоры',
      '40 мест',
      '32 места',
      'going',
    ),
    of(4, `${year}-12-20`, 'Тәлімгерлер мектебін өткізу', 'Абай атындағы ҚазҰПУ', '60 тәлімгер', '', 'planned'),
  ];
}
