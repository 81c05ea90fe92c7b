import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { StoredAnswer } from './batch.ts';
import type { Language } from './language.ts';
import type { StoredAdaptive } from './result.ts';

/** What a reader should know before trusting the numbers; how the answers came about is told by their quality. */
export function profileNotes(
  language: Language,
  answers: Readonly<Record<string, StoredAnswer>>,
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
    ...(adaptive !== null && adaptive.se !== null
      ? [words[adaptive.mode](adaptive.trace.length, adaptive.bank, adaptive.se.toFixed(2))]
      : missing > 0
        ? [words.missing(missing, order.length)]
        : []),
    ...(languages.size > 1 ? [words.mixed] : []),
    ...(norm === null ? [words.noNorm] : []),
    ...(norm?.population.simulated ? [words.simulated(norm.n)] : norm?.provisional ? [words.provisional(norm.n)] : []),
  ];
}

type Notes = {
  missing(missing: number, of: number): string;
  adaptive(asked: number, of: number, se: string): string;
  fixed(asked: number, of: number, se: string): string;
  mixed: string;
  noNorm: string;
  provisional(n: number): string;
  simulated(n: number): string;
};

const notes: Readonly<Record<Language, Notes>> = {
  kk: {
    missing: (missing, of) => `${of} сұрақтың ${missing}-і жауапсыз қалған.`,
    adaptive: (asked, of, se) =>
      `Сұрақтар жауапқа қарай таңдалған: ${of} сұрақтың ${asked}-і қойылды. Балдың стандартты қатесі ${se} (орташадан ауытқу бірлігімен).`,
    fixed: (asked, of, se) =>
      `Сұрақтар қоры таңдауға аз, сондықтан бәріне бірдей қысқа нұсқа берілді: ${of} сұрақтың ${asked}-і. Стандартты қатесі ${se}.`,
    mixed: 'Жауаптар бірнеше тілде берілген.',
    noNorm: 'Норма қолданылмаған: балдар тек жауап шкаласында оқылады.',
    simulated: (n) =>
      `Норма ойдан шығарылған ${n} адамнан жасалған: ол тек үлгі елде бар, оқушыларды салыстыруға жарамайды.`,
    provisional: (n) => `Норма уақытша (n = ${n}, өз еркімен қатысқандар): оқушыларды салыстыруға жарамайды.`,
  },
  ru: {
    missing: (missing, of) => `Без ответа осталось вопросов: ${missing} из ${of}.`,
    adaptive: (asked, of, se) =>
      `Вопросы подбирались по ответам: задано ${asked} из ${of}. Стандартная ошибка балла ${se} (в стандартных отклонениях).`,
    fixed: (asked, of, se) =>
      `Вопросов слишком мало, чтобы их подбирать: всем задаётся одна и та же короткая форма, ${asked} из ${of}. Стандартная ошибка ${se}.`,
    mixed: 'Ответы даны на нескольких языках.',
    noNorm: 'Норма не применялась: баллы читаются только на шкале ответов.',
    simulated: (n) =>
      `Норма сделана из ${n} смоделированных людей: она есть только в стране-примере, для сравнения учеников не годится.`,
    provisional: (n) => `Норма предварительная (n = ${n}, добровольцы): для сравнения учеников не годится.`,
  },
  en: {
    missing: (missing, of) => `${missing} of ${of} questions were left open.`,
    adaptive: (asked, of, se) =>
      `Questions were chosen by the answers: ${asked} of ${of} were asked. Standard error of the score ${se} (in standard deviations).`,
    fixed: (asked, of, se) =>
      `There are too few questions to choose from: everybody gets the same short form, ${asked} of ${of}. Standard error ${se}.`,
    mixed: 'Answers were given in several languages.',
    noNorm: 'No norm was applied: read the scores on the answer scale only.',
    simulated: (n) =>
      `The norm is made of ${n} simulated people: it exists in the example country only and is not fit for comparing pupils.`,
    provisional: (n) => `The norm is provisional (n = ${n}, self-selected): not fit for comparing pupils.`,
  },
};
