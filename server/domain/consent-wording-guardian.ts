import type { WordingText } from './consent-wording.ts';
import type { Language } from './language.ts';

/** What a guardian is asked before the assessment: what, why, who sees it, how long, how to take it back. */
export const guardianAssessment: Readonly<Record<Language, WordingText>> = {
  kk: {
    title: 'Балаңыздың кәсіптік бағдар тестілеуінен өтуіне келісесіз бе?',
    paragraphs: [
      'Мектеп 9-сынып оқушыларына кәсіптік бағдар тестілеуін ұсынады. Ол шамамен 10–35 минут алады, баға қойылмайды.',
      'Мақсаты — баланың күшті жақтары мен қызығушылығын өзіне түсінікті тілмен айтып беру. Нәтиже ешқашан автоматты түрде бас тартуға негіз болмайды.',
      'Нәтижені бала, сіз және осы мектептің педагог-кәсіптік бағдар берушісі ғана көреді. Білім басқармасы тек жинақталған сандарды көреді: 10 оқушыдан аз топ көрсетілмейді.',
      'Деректер Қазақстан аумағында сақталады, атау мен туған күн бөлек шифрланады. Сақтау мерзімі — 12 ай, содан кейін келісім қайта сұралады.',
      'Келісімді кез келген уақытта осы бетте немесе мектеп арқылы қайтарып ала аласыз: тестілеу сол сәтте тоқтайды.',
    ],
    fields: [
      'Тегі, аты, туған күні (шифрланған)',
      'Мектебі, сыныбы, оқыту тілі',
      'Сұрақтарға жауаптары және уақыты',
      'Жауаптардан есептелген нәтиже',
    ],
    agree: 'Келісемін',
    refuse: 'Келіспеймін',
  },
  ru: {
    title: 'Согласны ли вы, чтобы ваш ребёнок прошёл профориентационное тестирование?',
    paragraphs: [
      'Школа предлагает девятиклассникам профориентационное тестирование. Оно занимает 10–35 минут, оценок не ставят.',
      'Цель — рассказать самому ребёнку понятными словами о его сильных сторонах и интересах. Результат никогда не служит автоматическим отказом.',
      'Результат видят ребёнок, вы и педагог-профориентатор этой школы. Управление образования видит только общие числа: группы меньше 10 человек не показываются.',
      'Данные хранятся в Казахстане, имя и дата рождения шифруются отдельно. Срок — 12 месяцев, потом согласие спросят снова.',
      'Согласие можно отозвать в любое время на этой странице или через школу: тестирование сразу прекратится.',
    ],
    fields: [
      'Фамилия, имя, дата рождения (зашифрованы)',
      'Школа, класс, язык обучения',
      'Ответы на вопросы и время на них',
      'Результат, посчитанный по ответам',
    ],
    agree: 'Согласен / согласна',
    refuse: 'Не согласен / не согласна',
  },
  en: {
    title: 'Do you agree that your child takes the career-guidance assessment?',
    paragraphs: [
      'The school offers 9th-graders a career-guidance assessment. It takes 10–35 minutes and carries no marks.',
      'Its purpose is to tell the pupil, in plain words, about their strengths and interests. The result is never an automatic refusal of anything.',
      'The result is seen by the pupil, by you and by the career counsellor of this school. The education department sees totals only: groups under 10 pupils are not shown.',
      'Data stays in Kazakhstan; name and birth date are encrypted apart. It is kept for 12 months, then consent is asked again.',
      'You can take the consent back at any time on this page or through the school: the assessment then stops at once.',
    ],
    fields: [
      'Family name, given name, birth date (encrypted)',
      'School, class, language of teaching',
      'Answers and the time they took',
      'The result computed from the answers',
    ],
    agree: 'I agree',
    refuse: 'I do not agree',
  },
};
