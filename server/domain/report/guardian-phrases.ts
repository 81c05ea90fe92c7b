import type { Language } from '../language.ts';
import type { Bucket } from './basis.ts';
import type { FieldPhrases } from './fields-block.ts';

export type GuardianPhrases = {
  title: string;
  headline: string;
  what(day: string): string;
  quoted: string;
  hasty: string;
  strengths: string;
  buckets: Record<Bucket, string>;
  fields: FieldPhrases;
  teachingTitle: string;
  home: string;
  homePoints: readonly string[];
  cannot: string;
  limits: readonly string[];
  rights: string;
  rightsText: readonly string[];
};

export const guardianPhrases: Readonly<Record<Language, GuardianPhrases>> = {
  kk: {
    title: 'Балаңыздың нәтижесі: заңды өкілге',
    headline: 'Балаңыз өзі туралы не айтты',
    what: (day) =>
      `Балаңыз ${day} кәсіптік бағдар сауалнамасынан өтті. Баға қойылмайды: мұнда оның өз жауаптары жай тілмен айтылған.`,
    quoted: 'Төмендегі сөйлемдерді балаңыз да дәл осылай оқиды, сондықтан олар «сен» деп жазылған.',
    hasty:
      'Жауаптардың бір бөлігі асығыс берілген сияқты. Сондықтан бұл суретке көп сүйенбеңіз: қайта өтуге болады, оны мектептегі педагог ұсынады.',
    strengths: 'Жауаптарда не көрінді',
    buckets: { likes: 'Не ұнайды', self: 'Мінезі', others: 'Басқалармен бірге' },
    fields: {
      title: 'Балаңызға жақын салалар',
      because: (reasons) => `Неге: жауаптарында ${reasons} айқын көрінді.`,
      occupations: (list) => `Мысалы: ${list}.`,
      college: (list) => `Колледж: ${list}.`,
      university: (list) => `Университет: ${list}.`,
      subjects: (list) => `Осы салаларға жиі керек пәндер: ${list}.`,
      teaching: (list) => `Басқаны үйрету қызықтырса, жақын болуы мүмкін: ${list}.`,
      distinct: 'Бұл тізім таңдауды шектемейді: ол әңгіме бастауға көмектеседі.',
      flat: 'Балаңыздың қызығушылықтары әзірге шамамен тең, сондықтан тізім — бастама ғана.',
      caution:
        'Бұл — толық тізім емес, мысалдар. Бағдарламалар мен пән жұптары жыл сайын өзгереді: құжат тапсырардан бұрын колледждің, университеттің және Ұлттық тестілеу орталығының биылғы тізімін қараңыз.',
    },
    teachingTitle: 'Педагог кәсібі туралы',
    home: 'Үйде не істеуге болады',
    homePoints: [
      'Алдымен балаңыздан сұраңыз: қай жері дәл, қай жері дәл емес?',
      'Үйдегі істерден мысал айтыңыз: неге ол ынтамен кіріседі?',
      'Бір саланы бірге байқап көріңіз: ашық есік күні, таныс маманмен әңгіме, үйірме.',
      'Балаңызды өзге баламен де, өз арманыңызбен де салыстырмаңыз: жол оныкі.',
    ],
    cannot: 'Бұл парақ нені айта алмайды',
    limits: [
      'Ол қабілетті де, болашақтағы жетістікті де өлшемейді.',
      'Ол — бүгінгі жауаптар: 14–15 жаста қызығушылық тез өзгереді.',
      'Оның негізінде ешкімге автоматты түрде шешім шығарылмайды.',
    ],
    rights: 'Сіздің құқығыңыз',
    rightsText: [
      'Нәтижені балаңыз, сіз және осы мектептің педагог-кәсіптік бағдар берушісі ғана көреді. Келісімді кез келген күні заңды өкілдің бетінде немесе мектеп арқылы қайтарып алуға болады.',
    ],
  },
  ru: {
    title: 'Результат вашего ребёнка: законному представителю',
    headline: 'Что ваш ребёнок рассказывает о себе',
    what: (day) =>
      `День прохождения профориентационного опросника: ${day} Оценок в нём нет: здесь простыми словами пересказаны собственные ответы вашего ребёнка.`,
    quoted: 'Эти предложения ваш ребёнок читает слово в слово, поэтому в них стоит «ты».',
    hasty:
      'Похоже, часть ответов дана в спешке. Поэтому сильно опираться на эту картину не стоит: опросник можно пройти ещё раз, это предлагает педагог школы.',
    strengths: 'Что видно по ответам',
    buckets: { likes: 'Что нравится', self: 'Характер', others: 'Вместе с другими' },
    fields: {
      title: 'Области, которые близки вашему ребёнку',
      because: (reasons) => `Почему: судя по ответам, близко ${reasons}.`,
      occupations: (list) => `Например: ${list}.`,
      college: (list) => `Колледж: ${list}.`,
      university: (list) => `Университет: ${list}.`,
      subjects: (list) => `Предметы, которые там чаще всего нужны: ${list}.`,
      teaching: (list) => `Если интересно учить других, может быть близко: ${list}.`,
      distinct: 'Этот список ничего не ограничивает: он помогает начать разговор.',
      flat: 'Интересы пока примерно равны, поэтому список — только начало.',
      caution:
        'Это примеры, а не полный список. Программы и пары предметов меняются каждый год: перед подачей документов проверьте списки этого года у колледжа, университета и Национального центра тестирования.',
    },
    teachingTitle: 'О профессии педагога',
    home: 'Что можно сделать дома',
    homePoints: [
      'Сначала спросите ребёнка: что здесь точно, а что нет?',
      'Приведите примеры из дома: за что ваш ребёнок берётся с охотой?',
      'Попробуйте одну область вместе: день открытых дверей, разговор со знакомым специалистом, кружок.',
      'Не сравнивайте ни с другими детьми, ни со своей мечтой: это путь вашего ребёнка.',
    ],
    cannot: 'Чего этот лист сказать не может',
    limits: [
      'Он не измеряет ни способности, ни будущий успех.',
      'Это сегодняшние ответы: в 14–15 лет интересы быстро меняются.',
      'Автоматических решений по нему не принимают.',
    ],
    rights: 'Ваши права',
    rightsText: [
      'Результат видят ребёнок, вы и педагог-профориентатор этой школы. Согласие можно отозвать в любой день на странице представителя или через школу.',
    ],
  },
  en: {
    title: 'Your child’s result: to the guardian',
    headline: 'What your child says of themselves',
    what: (day) =>
      `Your child took the career-guidance questionnaire on ${day}. There are no marks: this sheet retells your child’s own answers in plain words.`,
    quoted: 'Your child reads these sentences word for word, which is why they say «you».',
    hasty:
      'Some answers seem to have been given in a hurry. Do not lean on this picture too much: it can be taken again, and the school’s counsellor offers that.',
    strengths: 'What the answers show',
    buckets: { likes: 'Likes', self: 'Character', others: 'Together with others' },
    fields: {
      title: 'Fields that are close to your child',
      because: (reasons) => `Why: the answers show ${reasons}.`,
      occupations: (list) => `For example: ${list}.`,
      college: (list) => `College: ${list}.`,
      university: (list) => `University: ${list}.`,
      subjects: (list) => `Subjects these fields ask for most: ${list}.`,
      teaching: (list) => `If teaching others is of interest, these may be close: ${list}.`,
      distinct: 'The list limits nothing: it helps to begin a conversation.',
      flat: 'The interests are about equally strong so far, so the list is only a start.',
    },
    teachingTitle: 'About teaching',
    home: 'What you can do at home',
    homePoints: [
      'Ask your child first: what is true here, and what is not?',
      'Give examples from home: what does your child take up gladly?',
      'Try one field together: an open day, a talk with someone you know, a club.',
      'Compare with no other child and with no dream of your own: it is your child’s way.',
    ],
    cannot: 'What this sheet cannot say',
    limits: [
      'It measures neither ability nor future success.',
      'It is what was answered today: at 14 or 15 interests change quickly.',
      'Nothing is decided by it automatically.',
    ],
    rights: 'Your rights',
    rightsText: [
      'Your child, you and the counsellor of this school see the result, and nobody else. You can take the consent back on any day, on the guardian’s page or through the school.',
    ],
  },
};
