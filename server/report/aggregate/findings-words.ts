import type { Language } from '../../domain/language.ts';

/** What a department is told of the answers in sentences; numbers and names come in ready to be read. */
export type FindingsPhrases = {
  title: string;
  invited(count: string, of: string, share: string): string;
  /** The classes that most pupils are nearest to, of one kind. */
  nearest(kind: string, list: string): string;
  highest(scale: string, mean: string): string;
  /** Two means that cannot be told apart. */
  tie(first: string, second: string): string;
  differences(list: string): string;
  noDifferences: string;
  limits: string;
  untold(minimum: string): string;
};

export const findingsPhrases: Readonly<Record<Language, FindingsPhrases>> = {
  kk: {
    title: 'Жауаптар не айтады',
    invited: (count, of, share) =>
      `Әңгімеге шақырылған оқушы: ${count} (нәтижесі бар оқушы ${of}, үлесі ${share}). Бұл — сөйлесуге себеп, іріктеу емес.`,
    nearest: (kind, list) => `${kind}: ең жиі — ${list}.`,
    highest: (scale, mean) => `1-ден 5-ке дейінгі жауаптардың ішінде ең жоғары орташа: «${scale}», ${mean}.`,
    tie: (first, second) =>
      `1-ден 5-ке дейінгі жауаптардың ішінде ең жоғары орташалар: «${first}» және «${second}»; айырмасы қателіктен аспайды.`,
    differences: (list) => `Өңірдің қалған бөлігінен қателіктен асып ерекшеленеді: ${list}.`,
    noDifferences: 'Топтардың арасында қателіктен асқан айырма жоқ.',
    limits: 'Бұл — оқушылардың өздері туралы жауаптары: олар мектепті де, мұғалімді де, қабілетті де өлшемейді.',
    untold: (minimum) => `Жауаптар туралы айтуға нәтиже әлі аз: кемінде ${minimum} керек.`,
  },
  ru: {
    title: 'Что говорят ответы',
    invited: (count, of, share) =>
      `К беседе приглашены ${count} из ${of} завершивших (${share}). Это повод поговорить, а не отбор.`,
    nearest: (kind, list) => `${kind}: чаще всего — ${list}.`,
    highest: (scale, mean) => `Самое высокое среднее среди ответов от 1 до 5: «${scale}», ${mean}.`,
    tie: (first, second) =>
      `Самые высокие средние среди ответов от 1 до 5: «${first}» и «${second}»; разница в пределах погрешности.`,
    differences: (list) => `От остального региона больше погрешности отличаются: ${list}.`,
    noDifferences: 'Различий больше погрешности между группами нет.',
    limits: 'Это ответы учеников о себе: они не измеряют ни школу, ни учителей, ни способности.',
    untold: (minimum) => `Об ответах пока сказать нельзя: нужно не меньше ${minimum} результатов.`,
  },
  en: {
    title: 'What the answers say',
    invited: (count, of, share) =>
      `${count} of the ${of} who have finished are invited to talk (${share}). It is a reason to talk and no selection.`,
    nearest: (kind, list) => `${kind}: most often ${list}.`,
    highest: (scale, mean) => `The highest mean among answers from 1 to 5: «${scale}», ${mean}.`,
    tie: (first, second) =>
      `The highest means among answers from 1 to 5: «${first}» and «${second}»; they differ within error.`,
    differences: (list) => `These differ from the rest of the region by more than error: ${list}.`,
    noDifferences: 'No groups differ by more than error.',
    limits: 'These are answers of pupils about themselves: they measure neither schools nor teachers nor ability.',
    untold: (minimum) => `Nothing can be said of the answers yet: at least ${minimum} results are needed.`,
  },
};
