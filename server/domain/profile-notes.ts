import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import { adaptiveNotes } from './adaptive-words.ts';
import type { StoredAnswer } from './batch.ts';
import type { Lateness } from './in-time.ts';
import type { Language } from './language.ts';
import type { StoredAdaptive } from './result.ts';

type Sat = { answers: Readonly<Record<string, StoredAnswer>>; late?: Readonly<Record<string, Lateness>> };

/** What a reader should know before trusting the numbers; how the answers came about is told by their quality. */
export function profileNotes(
  language: Language,
  { answers, late = {} }: Sat,
  instrument: Instrument,
  norm: NormSet | null,
  adaptive: StoredAdaptive | null = null,
): string[] {
  const words = notes[language];
  const order = instrument.sections.flatMap(({ pages }) => pages.flatMap(({ items }) => items));
  const given = order.map((item) => answers[item]?.value ?? null);
  const missing = given.filter((value) => value === null).length;
  const languages = new Set(Object.values(answers).map((answer) => answer.language));
  return [
    ...(adaptive === null ? [] : adaptiveNotes(adaptive, language)),
    // Of a bank most questions are left out by design.
    ...(adaptive === null && missing > 0 ? [words.missing(missing, order.length)] : []),
    ...(languages.size > 1 ? [words.mixed] : []),
    ...latenesses.filter((one) => Object.values(late).includes(one)).map((one) => words.late[one]),
    ...(norm === null ? [words.noNorm] : []),
    ...(norm?.population.simulated ? [words.simulated(norm.n)] : norm?.provisional ? [words.provisional(norm.n)] : []),
  ];
}

const latenesses = ['in-time', 'finishing', 'unsure'] as const;

type Notes = {
  missing(missing: number, of: number): string;
  mixed: string;
  /** Answers that arrived after the campaign had closed. */
  late: Readonly<Record<Lateness, string>>;
  noNorm: string;
  provisional(n: number): string;
  simulated(n: number): string;
};

const notes: Readonly<Record<Language, Notes>> = {
  kk: {
    missing: (missing, of) => `Жауапсыз қалған сұрақ: ${missing} (барлығы ${of}).`,
    mixed: 'Жауаптар бірнеше тілде берілген.',
    late: {
      'in-time':
        'Жауаптардың бір бөлігі науқан жабылғаннан кейін жетті, бірақ уақытында берілген: құрылғы желіні күтіп тұрған.',
      finishing:
        'Жауаптардың бір бөлігі науқан жабылғаннан кейін, тестілеуді аяқтауға рұқсат етілген екі сағат ішінде берілген.',
      unsure:
        'Жауаптардың бір бөлігі науқан жабылғаннан кейін жетті. Қашан берілгенін құрылғы айта алмады, сондықтан олар қабылданды.',
    },
    noNorm: 'Норма қолданылмаған: балдар тек жауап шкаласында оқылады.',
    simulated: (n) =>
      `Норма ойдан шығарылған ${n} адамнан жасалған: ол тек үлгі елде бар, оқушыларды салыстыруға жарамайды.`,
    provisional: (n) => `Норма уақытша (n = ${n}, өз еркімен қатысқандар): оқушыларды салыстыруға жарамайды.`,
  },
  ru: {
    missing: (missing, of) => `Без ответа осталось вопросов: ${missing} из ${of}.`,
    mixed: 'Ответы даны на нескольких языках.',
    late: {
      'in-time': 'Часть ответов пришла после закрытия кампании, но дана вовремя: устройство ждало сети.',
      finishing: 'Часть ответов дана после закрытия кампании, в те два часа, за которые можно закончить начатое.',
      unsure:
        'Часть ответов пришла после закрытия кампании. Когда они даны, устройство сказать не смогло, поэтому они приняты.',
    },
    noNorm: 'Норма не применялась: баллы читаются только на шкале ответов.',
    simulated: (n) =>
      `Норма сделана из ${n} смоделированных людей: она есть только в стране-примере, для сравнения учеников не годится.`,
    provisional: (n) => `Норма предварительная (n = ${n}, добровольцы): для сравнения учеников не годится.`,
  },
  en: {
    missing: (missing, of) => `${missing} of ${of} questions were left open.`,
    mixed: 'Answers were given in several languages.',
    late: {
      'in-time':
        'Some answers arrived after the campaign had closed, but were given in time: the device was waiting for a network.',
      finishing:
        'Some answers were given after the campaign had closed, within the two hours in which what was begun may be finished.',
      unsure:
        'Some answers arrived after the campaign had closed. The device could not tell when they were given, so they were taken.',
    },
    noNorm: 'No norm was applied: read the scores on the answer scale only.',
    simulated: (n) =>
      `The norm is made of ${n} simulated people: it exists in the example country only and is not fit for comparing pupils.`,
    provisional: (n) => `The norm is provisional (n = ${n}, self-selected): not fit for comparing pupils.`,
  },
};
