import type { Language } from '../language.ts';

/** A question for the conversation, and what in the profile suggests it. */
export type Prompt = { question: string; why: string };

export type PromptPhrases = {
  answering: Prompt;
  languages: Prompt;
  open: Prompt;
  fields(list: string): Prompt;
  flat: Prompt;
  strength(name: string): Prompt;
  wished: Prompt;
  unasked: Prompt;
  declined: Prompt;
  motiveAhead: Prompt;
  skillAhead: Prompt;
  fallback: Prompt;
  dissuasion: Prompt;
  example: Prompt;
  feelings: Prompt;
  changed(list: string): Prompt;
  next: Prompt;
};

export const promptPhrases: Readonly<Record<Language, PromptPhrases>> = {
  kk: {
    answering: {
      question: 'Сұрақтарға жауап беру қалай өтті: асықтың ба, шаршадың ба, түсініксіз жер болды ма?',
      why: 'Жауаптарда сапа белгілері бар.',
    },
    languages: { question: 'Қай тілде ойлау саған оңай?', why: 'Жауаптар екі тілде берілген.' },
    open: { question: 'Кейбір сұрақты неге бос қалдырдың?', why: 'Біраз сұрақ жауапсыз қалған.' },
    fields: (list) => ({
      question: `Мына салалардың (${list}) қайсысы саған шынымен ұнайды, қайсысы таңғалдырды? Қайсысын байқап көрдің?`,
      why: 'Жауаптары бойынша осы салалар ең жақын.',
    }),
    flat: {
      question: 'Соңғы айда қай іс сені уақытты ұмыттырды?',
      why: 'Қызығушылықтары шамамен тең: тізімнен гөрі тәжірибе көп айтады.',
    },
    strength: (name) => ({
      question: `«${name}» туралы мысал айтшы: бұл қашан көрінді, өзгелер қалай байқады?`,
      why: 'Жауаптарда ең айқын көрінгені осы.',
    }),
    wished: {
      question: 'Педагог болуда сені не қызықтырады? Кімге ұқсағың келеді?',
      why: 'Оқушы бұл туралы білгісі келетінін өзі айтты.',
    },
    unasked: {
      question: 'Педагог кәсібі туралы естігің келе ме? «Жоқ» деген де — жауап.',
      why: 'Тест әңгімеге шақырады, ал оқушы әлі ештеңе айтқан жоқ.',
    },
    declined: {
      question: 'Педагог кәсібін өзі айтпаса, сұрамаңыз. Қазір жанына жақын нәрседен бастаңыз.',
      why: 'Оқушы бұл туралы қазір естігісі келмейтінін айтты.',
    },
    motiveAhead: {
      question: 'Үйреткің келеді екен. Әзірге не қиын: түсіндіру ме, топты іске жұмылдыру ма, өзіңе сену ме?',
      why: 'Педагог болуға ынтасы жоғары, ал үйрете аламын деген сенімі төмендеу.',
    },
    skillAhead: {
      question: 'Басқаларға көмектескен сәтіңді айтшы. Мұны кәсіп ретінде ойладың ба, не тоқтатады?',
      why: 'Басқаларға үйренуге көмектесе алатынын сезеді, ал педагог болуды әзірге ойламайды.',
    },
    fallback: {
      question: 'Бірінші таңдауың қандай, оған не керек? Педагогика сол жолға қалай сай келеді?',
      why: 'Педагогиканы қосалқы жол деп көреді.',
    },
    dissuasion: {
      question: 'Жақындарың не кеңес береді? Ал өзің не ойлайсың?',
      why: 'Жақындары басқа жолды айтатын сияқты.',
    },
    example: {
      question: 'Қай мұғалім не қай сабақ есіңде қалды? Онда не ерекше болды?',
      why: 'Шабыттандырған сабақтары мен мұғалімдері бар.',
    },
    feelings: {
      question: 'Қиын сәтте саған не көмектеседі, кіммен сөйлесесің?',
      why: 'Сезімі терең: сабырлы сәтте, жеке сұраңыз. Бұл — диагноз емес.',
    },
    changed: (list) => ({
      question: `Өткен жолдан бері (${list}) не өзгерді? Не болды?`,
      why: 'Бұл өзгеріс өлшеу қателігінен асады.',
    }),
    next: {
      question: 'Келесі айға бір шағын қадам таңдайық: нені, қашан, кімнің көмегімен?',
      why: 'Әңгіменің соңы — қадам.',
    },
  },
  ru: {
    answering: {
      question: 'Как тебе отвечалось: была ли спешка, усталость, непонятные места?',
      why: 'В ответах есть отметки о качестве.',
    },
    languages: { question: 'На каком языке тебе легче думать?', why: 'Ответы даны на двух языках.' },
    open: { question: 'Почему часть вопросов осталась без ответа?', why: 'Часть вопросов пропущена.' },
    fields: (list) => ({
      question: `Какая из этих областей (${list}) тебе правда нравится, а какая удивила? Что уже удалось попробовать?`,
      why: 'По ответам эти области ближе всего.',
    }),
    flat: {
      question: 'За каким делом в последний месяц время пролетело незаметно?',
      why: 'Интересы примерно равны: опыт скажет больше, чем список.',
    },
    strength: (name) => ({
      question: `Приведи пример на «${name}»: когда это проявилось и что заметили другие?`,
      why: 'В ответах это видно яснее всего.',
    }),
    wished: {
      question: 'Что тебя привлекает в профессии педагога? С кого хочется брать пример?',
      why: 'Об этом сказано прямо: хочется узнать больше.',
    },
    unasked: {
      question: 'Хочешь услышать о профессии педагога? «Нет» — тоже ответ.',
      why: 'Тест приглашает к беседе, а своё желание ещё не высказано.',
    },
    declined: {
      question: 'О профессии педагога сами не спрашивайте. Начните с того, что сейчас близко.',
      why: 'Ответ был: сейчас об этом слушать не хочется.',
    },
    motiveAhead: {
      question: 'Тебе хочется учить. Что пока трудно: объяснять, удерживать внимание группы, верить в себя?',
      why: 'Стремление к профессии педагога высокое, а вера, что получится учить, ниже.',
    },
    skillAhead: {
      question:
        'Расскажи, когда твоя помощь кому-то пригодилась. Думалось ли об этом как о профессии, что останавливает?',
      why: 'Помогать учиться получается, а о профессии педагога пока не думалось.',
    },
    fallback: {
      question: 'Какой у тебя первый план и что для него нужно? Как с ним сочетается педагогика?',
      why: 'Педагогика выглядит запасным путём.',
    },
    dissuasion: {
      question: 'Что советуют близкие? А что думаешь ты?',
      why: 'Похоже, близкие советуют другое.',
    },
    example: {
      question: 'Какой учитель или урок тебе запомнился? Что в нём было особенного?',
      why: 'Есть учителя и уроки, которые вдохновляют.',
    },
    feelings: {
      question: 'Что помогает тебе в трудную минуту, с кем ты говоришь?',
      why: 'Чувства сильные: спросите спокойно и наедине. Это не диагноз.',
    },
    changed: (list) => ({
      question: `Что изменилось с прошлого раза (${list})? Что произошло?`,
      why: 'Это изменение больше погрешности.',
    }),
    next: {
      question: 'Выберем один небольшой шаг на месяц: что, когда и с чьей помощью?',
      why: 'Беседа заканчивается шагом.',
    },
  },
  en: {
    answering: {
      question: 'How was it to answer: were you in a hurry, tired, was anything unclear?',
      why: 'There are quality flags on the answers.',
    },
    languages: { question: 'In which language do you find it easier to think?', why: 'Two languages were used.' },
    open: { question: 'Why did you leave some questions open?', why: 'A number of questions were left open.' },
    fields: (list) => ({
      question: `Which of these fields (${list}) do you really like, and which surprised you? What have you tried already?`,
      why: 'Going by the answers these fields are closest.',
    }),
    flat: {
      question: 'What did you do last month that made you forget the time?',
      why: 'The interests are about equal: experience says more than a list.',
    },
    strength: (name) => ({
      question: `Give me an example of «${name}»: when did it show, and what did others notice?`,
      why: 'It stands out most in the answers.',
    }),
    wished: {
      question: 'What draws you to teaching? Whom would you like to be like?',
      why: 'The pupil has said that they would like to hear about it.',
    },
    unasked: {
      question: 'Would you like to hear about teaching? «No» is an answer too.',
      why: 'The test invites to a conversation, and the pupil has said nothing yet.',
    },
    declined: {
      question: 'Leave teaching for the pupil to bring up. Begin with what is close to them now.',
      why: 'The pupil has said that they would rather not hear about it now.',
    },
    motiveAhead: {
      question: 'You would like to teach. What is still hard: explaining, keeping a group at work, trusting yourself?',
      why: 'Drawn to teaching, and less sure of being able to help others learn.',
    },
    skillAhead: {
      question: 'Tell me of a time you helped someone. Have you thought of it as work, and what holds you back?',
      why: 'Feels able to help others learn, and has not thought of teaching.',
    },
    fallback: {
      question: 'What is your first plan and what does it take? How does teaching go with it?',
      why: 'Teaching looks like a second choice.',
    },
    dissuasion: {
      question: 'What do people close to you advise? And what do you think?',
      why: 'People close to the pupil seem to advise otherwise.',
    },
    example: {
      question: 'Which teacher or lesson do you remember? What was special about it?',
      why: 'There are teachers and lessons that inspire.',
    },
    feelings: {
      question: 'What helps you in a hard moment, and whom do you talk to?',
      why: 'Feels strongly: ask calmly and alone. It is no diagnosis.',
    },
    changed: (list) => ({
      question: `What has changed since last time (${list})? What happened?`,
      why: 'This change is larger than the error of measurement.',
    }),
    next: {
      question: 'Let us choose one small step for the coming month: what, when, with whose help?',
      why: 'A conversation ends with a step.',
    },
  },
};
