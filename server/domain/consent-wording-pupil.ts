import type { WordingText } from './consent-wording.ts';
import type { Language } from './language.ts';

/** What a pupil is asked before the assessment, in a pupil's words. */
export const pupilAssessment: Readonly<Record<Language, WordingText>> = {
  kk: {
    title: 'Бастамас бұрын: келісесің бе?',
    paragraphs: [
      'Бұл — баға қойылатын емтихан емес. Дұрыс не бұрыс жауап жоқ: өзіңе ұқсайтынын таңдайсың.',
      'Жауаптарыңнан өзіңнің күшті жақтарың туралы шағын сипаттама шығады. Оны сен, ата-анаң (заңды өкілің) және мектебіңдегі педагог-кәсіптік бағдар беруші көре алады.',
      'Басқа ешкімге сенің атың берілмейді. Егер кейін өзің қаласаң, бұл туралы бөлек сұраймыз.',
      'Кез келген сұрақты өткізіп жіберуге, тоқтап, кейін жалғастыруға немесе мүлде бас тартуға болады. Бұл бағаңа әсер етпейді.',
    ],
    fields: ['Жауаптарың және оларға кеткен уақыт', 'Тестілеуден өту тілі', 'Мектебің мен сыныбың'],
    agree: 'Келісемін, бастайық',
    refuse: 'Қазір келіспеймін',
  },
  ru: {
    title: 'Прежде чем начать: тебе это подходит?',
    paragraphs: [
      'Это не экзамен, и оценки за него не ставят. Правильных и неправильных ответов нет: выбирай то, что похоже на тебя.',
      'Из ответов получится короткий рассказ о твоих сильных сторонах. Его увидят ты, твои родители (законные представители) и педагог-профориентатор твоей школы.',
      'Больше никому твоё имя не передадут. Если потом у тебя появится такое желание, об этом спросят отдельно.',
      'Любой вопрос можно пропустить, можно остановиться и продолжить позже или совсем отказаться. На оценки это не повлияет.',
    ],
    fields: ['Твои ответы и время на них', 'Язык прохождения', 'Твоя школа и класс'],
    agree: 'Да, начнём',
    refuse: 'Сейчас нет',
  },
  en: {
    title: 'Before you begin: is this all right with you?',
    paragraphs: [
      'This is not an exam and nobody gives marks for it. There are no right or wrong answers: choose what sounds like you.',
      'Your answers turn into a short description of your strengths. You, your parents (guardians) and the career counsellor of your school can see it.',
      'Nobody else gets your name. If you wish that later, you will be asked separately.',
      'You may skip any question, stop and go on later, or say no altogether. It does not touch your marks.',
    ],
    fields: ['Your answers and how long they took', 'The language you answer in', 'Your school and class'],
    agree: 'Yes, let’s begin',
    refuse: 'Not now',
  },
};
