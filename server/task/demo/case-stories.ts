import type { CaseAct, EvidenceKind, Present, Standing } from '../../domain/decision/case-event.ts';

export type DemoWho = 'counsellor' | 'pupil' | 'guardian';
export type DemoStep = { daysAgo: number; by: DemoWho; text: string; source?: string; act: CaseAct };
export type DemoStory = {
  class: string;
  counsellor: string;
  wish: boolean | null;
  /** To the department, of both. */
  consents: boolean;
  steps: readonly DemoStep[];
};

const talk = (daysAgo: number, text: string, present: readonly Present[] = ['pupil']): DemoStep => ({
  ...{ daysAgo, text, by: 'counsellor' },
  act: { kind: 'conversation', on: '', present },
});
const saw = (daysAgo: number, about: EvidenceKind, source: string, text: string): DemoStep => ({
  ...{ daysAgo, source, text, by: 'counsellor' },
  act: { kind: 'evidence', about, on: '' },
});
const decided = (daysAgo: number, standing: Standing, text: string): DemoStep => ({
  ...{ daysAgo, text, by: 'counsellor' },
  act: { kind: 'decision', standing, plannedOn: null },
});
const appealed = (daysAgo: number, by: 'pupil' | 'guardian', text: string): DemoStep => ({
  ...{ daysAgo, by, text },
  act: { kind: 'appeal' },
});

const at = (schoolClass: string, counsellor = 'demo-counsellor') => ({ class: schoolClass, counsellor });

/** Invented stories: recommended ones, a wish without a talk, a second conversation, an appeal, a conflict of interest, a refusal that is nobody's fault. */
export const demoStories: readonly DemoStory[] = [
  {
    ...at('s-1-9-2'),
    wish: true,
    consents: true,
    steps: [
      saw(
        14,
        'tutoring',
        '5-сынып оқушылары',
        'Үш апта математикадан көмектесті. Балалар өзі сұрап келеді; «түсіндіргенде өзім де жақсы түсінемін» дейді.',
      ),
      talk(
        12,
        'Неге мұғалім болғысы келетінін, қай пән ұнайтынын айтты. Анасы қолдайды, бірақ ауылға қайту туралы ойланып жүр.',
        ['pupil', 'guardian'],
      ),
      decided(
        11,
        'recommended',
        'Кішілерге түсіндіргенді ұнатады, үш апта бойы өзі ұйымдастырды. Математика пәнін таңдады.',
      ),
    ],
  },
  {
    ...at('s-1-9-2'),
    wish: true,
    consents: true,
    steps: [
      saw(10, 'observation', 'Қазақ тілі мұғалімі', 'Сыныптағы дауды өзі тыныштандырды, екі жақты да тыңдады.'),
      talk(9, 'Бастауыш сынып мұғалімі туралы сөйлестік. Колледж жолын да сұрады.'),
      decided(9, 'recommended', 'Балалармен сөйлесуге шыдамы бар, бастауыш сынып мұғалімі болғысы келеді.'),
    ],
  },
  { ...at('s-1-9-2'), wish: true, consents: true, steps: [] },
  {
    ...at('s-1-9-3'),
    wish: true,
    consents: false,
    steps: [
      talk(6, 'Әлі шешкен жоқ: дәрігер ме, мұғалім бе. Биология мұғалімінің сабағына қатысып көрсін дедік.'),
      decided(
        6,
        'second-conversation',
        'Екі мамандықты салыстырып көргісі келеді; сабаққа қатысқан соң қайта сөйлесеміз.',
      ),
    ],
  },
  {
    ...at('s-1-9-3'),
    wish: true,
    consents: true,
    steps: [
      talk(8, 'Мұғалім болғысы келеді, бірақ көпшілік алдында ұялады.'),
      decided(8, 'second-conversation', 'Көпшілік алдында ұялады; сәл кейін қайта сөйлесеміз.'),
      appealed(3, 'pupil', 'Мен ұялсам да, бауырларыма сабақ үйретіп жүрмін. Тағы бір рет қарап шығыңыздаршы.'),
    ],
  },
  {
    ...at('s-1-9-3'),
    wish: false,
    consents: false,
    steps: [talk(5, 'Бағдарламашы болғысы келеді. Жақсы таңдау; информатика үйірмесін айттым.')],
  },
  {
    ...at('s-1-9-3'),
    wish: null,
    consents: false,
    // The only counsellor of the school is too near: the department is told that somebody has to be named.
    steps: [{ daysAgo: 4, by: 'counsellor', text: '', act: { kind: 'conflict', relation: 'relative', to: null } }],
  },
  {
    ...at('s-7-9-1', 'demo-counsellor-elsewhere'),
    wish: true,
    consents: true,
    steps: [
      saw(13, 'marks', 'Физика', 'Пятёрки весь год, готовит одноклассников к контрольным.'),
      talk(12, 'Хочет преподавать физику. Спрашивал про общежитие и отработку, показала условия.', [
        'pupil',
        'guardian',
      ]),
      decided(12, 'recommended', 'Объясняет так, что класс понимает; сам выбрал физику и знает об отработке.'),
    ],
  },
  { ...at('s-7-9-2', 'demo-counsellor-elsewhere'), wish: true, consents: true, steps: [] },
];
