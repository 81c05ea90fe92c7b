import type { Language } from './language.ts';
import type { StoredAdaptive } from './result.ts';

/** For the counsellor: how many questions were asked of how many, with what error, and why it ended there. */
export function adaptiveNotes({ mode, trace, bank, se, reason }: StoredAdaptive, language: Language): string[] {
  const said = words[language];
  const error = se === null ? null : decimals(se, language);
  return [
    said[mode](trace.length, bank),
    ...(error === null ? [] : [said.error(error)]),
    mode === 'fixed' && reason === 'length' ? said.wholeForm : said.ended[reason ?? 'handed in'],
  ];
}

/** For the pupil: why there were fewer questions than others may have had, in a sentence. Null where nothing was answered. */
export function askedWords({ mode, trace, reason }: StoredAdaptive, language: Language): string | null {
  if (trace.length === 0) return null;
  const said = toPupil[language];
  return mode === 'fixed' ? said.fixed(trace.length) : said.adaptive(trace.length, reason === 'precise');
}

const decimals = (value: number, language: Language): string =>
  language === 'en' ? value.toFixed(2) : value.toFixed(2).replace('.', ',');

type Words = Readonly<Record<'adaptive' | 'fixed', (asked: number, of: number) => string>> & {
  /** In standard deviations of the trait. */
  error(se: string): string;
  ended: Readonly<Record<NonNullable<StoredAdaptive['reason']> | 'handed in', string>>;
  wholeForm: string;
};

const words: Readonly<Record<Language, Words>> = {
  kk: {
    adaptive: (asked, of) => `Сұрақтар жауапқа қарай таңдалған: қойылғаны ${asked}, барлығы ${of}.`,
    fixed: (asked, of) =>
      `Сұрақтар қоры таңдауға аз, сондықтан бәріне бірдей қысқа нұсқа берілді: ${of} сұрақтан ${asked}.`,
    error: (se) => `Балдың стандартты қателігі ${se} (стандартты ауытқу бірлігімен).`,
    ended: {
      precise: 'Балл жеткілікті дәл болғанда тоқтады.',
      classified: 'Балдың шектен қай жақта екені анық болғанда тоқтады.',
      length: 'Ең көп сұрақ санына жеткенде тоқтады: балл көзделгеннен дәлдеу болмауы мүмкін.',
      'bank exhausted': 'Қордағы сұрақтар таусылғанда тоқтады.',
      'handed in': 'Оқушы жауабын сұрақтар біткенше тапсырған: балл дәлдігі төмен.',
    },
    wholeForm: 'Қысқа нұсқаның барлық сұрағына жауап берілді.',
  },
  ru: {
    adaptive: (asked, of) => `Вопросы подбирались по ответам: задано ${asked} из ${of}.`,
    fixed: (asked, of) =>
      `Вопросов слишком мало, чтобы их подбирать: всем задаётся одна и та же короткая форма, ${asked} из ${of}.`,
    error: (se) => `Стандартная ошибка балла ${se} (в стандартных отклонениях).`,
    ended: {
      precise: 'Остановились, когда балл стал достаточно точным.',
      classified: 'Остановились, когда стало ясно, с какой стороны от границы балл.',
      length: 'Остановились на наибольшем числе вопросов: балл может быть менее точным, чем хотелось.',
      'bank exhausted': 'Остановились, когда вопросы закончились.',
      'handed in': 'Ответы сданы раньше, чем закончились вопросы: балл менее точен.',
    },
    wholeForm: 'Короткая форма пройдена целиком.',
  },
  en: {
    adaptive: (asked, of) => `Questions were chosen by the answers: ${asked} of ${of} were asked.`,
    fixed: (asked, of) =>
      `There are too few questions to choose from: everybody gets the same short form, ${asked} of ${of}.`,
    error: (se) => `Standard error of the score ${se} (in standard deviations).`,
    ended: {
      precise: 'It stopped when the score was precise enough.',
      classified: 'It stopped when it was clear on which side of the cut the score lies.',
      length: 'It stopped at the greatest length: the score may be less precise than aimed at.',
      'bank exhausted': 'It stopped when there were no questions left.',
      'handed in': 'The pupil handed in before the questions had ended: the score is less precise.',
    },
    wholeForm: 'The whole short form was answered.',
  },
};

type ToPupil = { adaptive(asked: number, isPrecise: boolean): string; fixed(asked: number): string };

const toPupil: Readonly<Record<Language, ToPupil>> = {
  kk: {
    adaptive: (asked, isPrecise) =>
      isPrecise
        ? `Сұрақтар жауаптарыңа қарай таңдалды: ${asked} сұрақ жеткілікті болды.`
        : `Сұрақтар жауаптарыңа қарай таңдалды: саған ${asked} сұрақ қойылды.`,
    fixed: (asked) => `Бәріне бірдей қысқа нұсқа берілді: ${asked} сұрақ.`,
  },
  ru: {
    adaptive: (asked, isPrecise) =>
      isPrecise
        ? `Вопросы подбирались по твоим ответам: хватило вот скольких — ${asked}.`
        : `Вопросы подбирались по твоим ответам: всего их было ${asked}.`,
    fixed: (asked) => `Всем задаётся одна и та же короткая форма. Вопросов в ней: ${asked}.`,
  },
  en: {
    adaptive: (asked, isPrecise) =>
      isPrecise
        ? `The questions were chosen by your answers: ${asked} were enough.`
        : `The questions were chosen by your answers: you were asked ${asked}.`,
    fixed: (asked) => `Everybody is asked the same short form of ${asked} questions.`,
  },
};
