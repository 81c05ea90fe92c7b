import type { ScaleTrace } from '../../scoring/index.ts';
import type { Language } from './language.ts';

/** Every sentence with which a score is traced back to answers, in one language. */
export type ExplanationSentences = {
  tooFew(answered: number, required: number): string;
  /** By how the scale is scored: what its number is. */
  score(method: ScaleTrace['method'], answered: number, of: number, value: string): string;
  /** Where the scale has reversed statements. */
  reversed: string;
  band(sem: string, low: string, high: string): string;
  noError: string;
  norm(id: string, t: string, low: string, high: string): string;
  /** Where a T score could not be given its error, it is not given. */
  normOnly(id: string): string;
  noNorm: string;
  /** Where the authors’ own key gave the score: why it counts for nothing and has no T. */
  authorsKey: string;
  indexName: string;
  /** `place`: the T score with its error, or that there is none. */
  part(name: string, weight: string, place: string, contribution: string): string;
  place(t: string, low: string, high: string): string;
  noPlace: string;
  index(t: string, trueT: string, low: string, high: string): string;
  noIndex: string;
};

export const explanationSentences: Readonly<Record<Language, ExplanationSentences>> = {
  kk: {
    tooFew: (answered, required) =>
      `Жауап саны — ${answered}, ал балл шығару үшін кемінде ${required} керек: балл есептелмеді.`,
    score: (method, answered, of, value) =>
      method === 'choice-count' || method === 'match-count'
        ? `Жауап берілген сұрақ: ${answered} (барлығы ${of}). Осы шкаланың пайдасына берілген жауаптардың үлесі — ${value}.`
        : method === 'sjt'
          ? `Ескерілген нұсқа: ${answered} (барлығы ${of}). Нұсқаларды бағалау реті кілтпен салыстырылды; орташа алшақтық — ${value} (0 — толық сәйкестік).`
          : `Жауап берілген тұжырым: ${answered} (барлығы ${of}). Орташа жауап — ${value}.`,
    reversed: 'Кері тұжырымдар керісінше есептелді.',
    noError: 'Өлшеу қателігі әлі белгісіз: бұл санды дәл деп оқымаңыз.',
    band: (sem, low, high) => `Өлшеу қателігі — ${sem}. Нақты мән 90 % ықтималдықпен ${low} мен ${high} аралығында.`,
    norm: (id, t, low, high) => `Салыстыру нормасы: ${id}; T балы — ${t}, қателікті ескергенде ${low}–${high}.`,
    normOnly: (id) => `Салыстыру нормасы: ${id}. T балының қателігі белгісіз, сондықтан ол көрсетілмейді.`,
    noNorm: 'Бұл оқушының тілі мен тобына жасалған норма жоқ, сондықтан балл басқалармен салыстырылмайды.',
    authorsKey:
      'Кілтті әзірге сарапшылар панелі емес, авторлардың өзі жасаған. Сондықтан бұл балл ешнәрсені шешпейді: жалпы көрсеткішке қосылмайды, шақыруға әсер етпейді, басқалармен салыстырылмайды.',
    indexName: 'Педагог кәсібіне бейімділік: жалпы көрсеткіш',
    part: (name, weight, place, contribution) =>
      `${name}: салмағы ${weight}, ${place}, көрсеткішке қосқаны ${contribution}.`,
    place: (t, low, high) => `T балы ${t} (${low}–${high})`,
    noPlace: 'балы жоқ',
    index: (t, trueT, low, high) =>
      `Қосынды T шкаласында ${t} береді. Қателікті ескергенде — ${trueT}, 90 % ықтималдықпен ${low}–${high}.`,
    noIndex: 'Көрсеткіш есептелмеді: норма жоқ не бір бөлігіне жауап жеткіліксіз. Төменде оған кіретін жауаптар тұр.',
  },
  ru: {
    tooFew: (answered, required) => `Ответов ${answered}, а для балла нужно не меньше ${required}: балл не посчитан.`,
    score: (method, answered, of, value) =>
      method === 'choice-count' || method === 'match-count'
        ? `Отвечено вопросов: ${answered} из ${of}. Доля ответов в пользу этой шкалы — ${value}.`
        : method === 'sjt'
          ? `Учтено вариантов: ${answered} из ${of}. Порядок оценок сравнён с ключом; среднее расхождение — ${value} (0 — полное совпадение).`
          : `Отвечено утверждений: ${answered} из ${of}. Средний ответ — ${value}.`,
    reversed: 'Обратные утверждения посчитаны наоборот.',
    noError: 'Погрешность измерения пока неизвестна: не читайте это число как точное.',
    band: (sem, low, high) =>
      `Погрешность измерения — ${sem}. С вероятностью 90 % истинное значение лежит между ${low} и ${high}.`,
    norm: (id, t, low, high) => `Норма для сравнения: ${id}; балл T — ${t}, с учётом погрешности ${low}–${high}.`,
    normOnly: (id) => `Норма для сравнения: ${id}. Погрешность балла T неизвестна, поэтому он не показан.`,
    noNorm: 'Для языка и группы этого ученика нормы нет, поэтому балл ни с кем не сравнивается.',
    authorsKey:
      'Ключ пока составлен самими авторами, а не экспертной панелью. Поэтому этот балл ничего не решает: он не входит в общий показатель, не влияет на приглашение и ни с кем не сравнивается.',
    indexName: 'Склонность к профессии педагога: общий показатель',
    part: (name, weight, place, contribution) =>
      `${name}: вес ${weight}, ${place}, вклад в показатель ${contribution}.`,
    place: (t, low, high) => `балл T ${t} (${low}–${high})`,
    noPlace: 'балла нет',
    index: (t, trueT, low, high) =>
      `Сумма даёт T = ${t}. С учётом погрешности — ${trueT}, с вероятностью 90 % от ${low} до ${high}.`,
    noIndex: 'Показатель не посчитан: нет нормы или не хватает ответов. Ниже — ответы, из которых он складывается.',
  },
  en: {
    tooFew: (answered, required) =>
      `${answered} answers are there and a score needs at least ${required}: none was computed.`,
    score: (method, answered, of, value) =>
      method === 'choice-count' || method === 'match-count'
        ? `${answered} of ${of} questions answered. The share of answers in favour of this scale is ${value}.`
        : method === 'sjt'
          ? `${answered} of ${of} options counted. The order of the ratings was compared with the key; the mean distance is ${value} (0 is full agreement).`
          : `${answered} of ${of} statements answered. The mean answer is ${value}.`,
    reversed: 'Reversed statements are counted the other way round.',
    noError: 'The error of measurement is not known yet: do not read this number as exact.',
    band: (sem, low, high) =>
      `The error of measurement is ${sem}. With 90 % probability the true value lies between ${low} and ${high}.`,
    norm: (id, t, low, high) => `Compared with the norm ${id}; T score ${t}, allowing for error ${low}–${high}.`,
    normOnly: (id) => `Compared with the norm ${id}. The error of the T score is not known, so it is not shown.`,
    noNorm: 'There is no norm for this pupil’s language and group, so the score is not compared with anyone.',
    authorsKey:
      'The key is still the authors’ own, not set by a panel of experts. So this score decides nothing: it has no part in the index or in an invitation, and is not compared with anyone.',
    indexName: 'Propensity for teaching: the index',
    part: (name, weight, place, contribution) =>
      `${name}: weight ${weight}, ${place}, contribution to the index ${contribution}.`,
    place: (t, low, high) => `T score ${t} (${low}–${high})`,
    noPlace: 'no score',
    index: (t, trueT, low, high) =>
      `The sum gives T = ${t}. Allowing for error it is ${trueT}, with 90 % probability between ${low} and ${high}.`,
    noIndex:
      'No index was computed: there is no norm, or too little was answered. Below are the answers it is made of.',
  },
};
