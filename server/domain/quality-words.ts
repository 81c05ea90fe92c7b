import type { QualityFlag } from '../../scoring/index.ts';
import type { Language } from './language.ts';
import type { StoredQuality } from './sitting-quality.ts';

/** How a sitting's answers came about, in one language, for the counsellor: a state, what it means, a reason for each flag. */
export type QualityWords = { label: string; advice: string; flags: { flag: string; text: string }[] };

export function qualityWords(language: Language, { state, flags, mixedLanguages }: StoredQuality): QualityWords {
  const words = states[language];
  const mixed = mixedLanguages ? [{ flag: 'mixed-languages', text: words.mixed }] : [];
  return {
    ...words[state],
    flags: [...flags.map((flag) => ({ flag: flag.flag, text: reasons[language][flag.flag](flag) })), ...mixed],
  };
}

type StateWords = Record<StoredQuality['state'], { label: string; advice: string }> & { mixed: string };

const states: Readonly<Record<Language, StateWords>> = {
  kk: {
    valid: {
      label: 'Жауаптарға сенуге болады',
      advice: 'Жауаптардан асығыстықтың не назарсыздықтың белгісі байқалмады.',
    },
    review: {
      label: 'Алдымен белгілерді қараңыз',
      advice: 'Кейбір белгілер бар. Олар айып емес: әңгімеде қалай жауап бергенін сұраңыз.',
    },
    'repeat-offered': {
      label: 'Қайта өтуді ұсынуға болады',
      advice: 'Бірнеше белгі қатар келді: бұл жауаптарға сүйенбей, қайта өтуді ұсынған дұрыс. Шешім — өзіңізде.',
    },
    mixed: 'Жауаптар бірнеше тілде берілген.',
  },
  ru: {
    valid: { label: 'Ответам можно верить', advice: 'Признаков спешки или невнимательности в ответах не видно.' },
    review: {
      label: 'Сначала посмотрите отметки',
      advice: 'Есть отметки. Это не обвинение: спросите в беседе, как отвечалось.',
    },
    'repeat-offered': {
      label: 'Можно предложить пройти ещё раз',
      advice: 'Сошлось несколько признаков: на эти ответы лучше не опираться и предложить пройти ещё раз. Решаете вы.',
    },
    mixed: 'Ответы даны на нескольких языках.',
  },
  en: {
    valid: { label: 'The answers can be relied on', advice: 'Nothing in them speaks of hurry or inattention.' },
    review: {
      label: 'Look at the flags first',
      advice: 'There are flags. They accuse nobody: ask in the conversation how the answering went.',
    },
    'repeat-offered': {
      label: 'A repeat can be offered',
      advice: 'Several signs came together: better not to rely on these answers and to offer a repeat. You decide.',
    },
    mixed: 'Answers were given in several languages.',
  },
};

type Reasons = Record<QualityFlag['flag'], (flag: Pick<QualityFlag, 'value'>) => string>;

const percent = (share: number): number => Math.round(100 * share);

const reasons: Readonly<Record<Language, Reasons>> = {
  kk: {
    attention: ({ value }) => `Назар тексеретін ${value} тапсырмада нұсқау орындалмаған.`,
    'long-run': ({ value }) => `Қатарынан ${value} бірдей жауап бар.`,
    'little-spread': () => 'Жауаптар бір-бірінен дерлік ерекшеленбейді.',
    'halves-differ': () => 'Бір нәрсе туралы сұрақтардың екі жартысына әртүрлі жауап берілген.',
    'synonyms-differ': () => 'Мағынасы жақын тұжырымдарға әртүрлі жауап берілген.',
    'antonyms-agree': () => 'Мағынасы қарама-қарсы тұжырымдарға бірдей жауап берілген.',
    'repeats-differ': () => 'Қайталанған жұптардың кемінде жартысында басқа таңдау жасалған.',
    'unusual-profile': () => 'Шкалалардың мұндай үйлесімі өте сирек кездеседі. Бұл қате дегенді білдірмейді.',
    'answers-misfit': () => 'Жекелеген жауаптар сол адамның қалған жауаптарымен үйлеспейді.',
    'order-misfit': () => 'Сирек кездесетін жауаптар берілген, ал жиі кездесетіндері берілмеген.',
    'stopped-reading': () => 'Жауаптардың бәрі не соңғы бөлігі оқылмай берілгенге ұқсайды.',
    'too-quick': ({ value }) => `Жауаптардың ${percent(value)} %-ы екі секундқа жетпей берілген.`,
    'too-good': ({ value }) => `Тым мінсіз жауаптар саны: ${value}. Жақсы көрінгісі келуі мүмкін.`,
  },
  ru: {
    attention: ({ value }) => `Заданий на внимание, где указание не выполнено: ${value}.`,
    'long-run': ({ value }) => `Одинаковых ответов подряд: ${value}.`,
    'little-spread': () => 'Ответы почти не отличаются друг от друга.',
    'halves-differ': () => 'На две половины вопросов об одном и том же ответы разошлись.',
    'synonyms-differ': () => 'На близкие по смыслу утверждения даны разные ответы.',
    'antonyms-agree': () => 'На противоположные по смыслу утверждения даны одинаковые ответы.',
    'repeats-differ': () => 'В половине повторённых пар или чаще выбор был другим.',
    'unusual-profile': () => 'Такое сочетание шкал встречается очень редко. Это ещё не значит, что в ответах ошибка.',
    'answers-misfit': () => 'Отдельные ответы не сочетаются с остальными ответами того же человека.',
    'order-misfit': () => 'Есть ответы, которые дают редко, и нет тех, которые дают часто.',
    'stopped-reading': () => 'Похоже, что все ответы или их последняя часть даны без чтения.',
    'too-quick': ({ value }) => `Быстрее чем за две секунды дано ${percent(value)} % ответов.`,
    'too-good': ({ value }) => `Слишком безупречных ответов: ${value}. Возможно, хотелось показаться лучше.`,
  },
  en: {
    attention: ({ value }) => `${value} attention items were not answered as they asked.`,
    'long-run': ({ value }) => `${value} identical answers in a row.`,
    'little-spread': () => 'The answers hardly differ from each other.',
    'halves-differ': () => 'Two halves of the questions about the same things were answered differently.',
    'synonyms-differ': () => 'Statements of like meaning were answered differently.',
    'antonyms-agree': () => 'Statements of opposite meaning were answered alike.',
    'repeats-differ': () => 'At least half of the repeated pairs were chosen differently the second time.',
    'unusual-profile': () => 'Such a combination of scales is very rare. That does not make it wrong.',
    'answers-misfit': () => 'Single answers do not go with the other answers of the same person.',
    'order-misfit': () => 'What is rarely chosen was chosen where what is often chosen was not.',
    'stopped-reading': () => 'It looks as if all answers, or the last part of them, were given without reading.',
    'too-quick': ({ value }) => `${percent(value)} % of the answers took less than two seconds.`,
    'too-good': ({ value }) => `${value} answers are too good to be true: perhaps a wish to look well.`,
  },
};
