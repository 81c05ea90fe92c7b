import type { Language } from '../language.ts';
import type { Bucket } from './basis.ts';
import type { FieldPhrases } from './fields-block.ts';

/** Everything a pupil's report says besides the sentences of scales, fields and the invitation. */
export type PupilPhrases = {
  title: string;
  hasty: string;
  strengths: string;
  buckets: Record<Bucket, string>;
  fields: FieldPhrases;
  teachingTitle: string;
  /** After the invitation, by what the pupil has said: yes, no, nothing yet. */
  wished: Record<'yes' | 'no' | 'open', string>;
  next: string;
  steps: readonly string[];
  cannot: string;
  limits: readonly string[];
  picture: string;
  legend: string;
  rough: string;
  /** Instead of the legend where no error is known. */
  allRough: string;
  tooFew(answered: number, of: number): string;
  foot: {
    day(day: string): string;
    versions(instrument: string, engine: string): string;
    norm(id: string, n: number): string;
    ownNorm(id: string, n: number): string;
    noNorm: string;
    demo: string;
  };
};

export const pupilPhrases: Readonly<Record<Language, PupilPhrases>> = {
  kk: {
    title: 'Менің нәтижем',
    hasty:
      'Кейбір жауаптар тым тез не біркелкі берілген сияқты. Егер асыққан болсаң, бұл сурет саған ұқсамауы мүмкін: педагогтен қайта өтуді сұрай аласың.',
    strengths: 'Жауаптарыңда не көрінді',
    buckets: { likes: 'Саған не ұнайды', self: 'Сен қандайсың', others: 'Басқалармен бірге' },
    fields: {
      title: 'Саған жақын салалар',
      because: (reasons) => `Неге осында: жауаптарыңда ${reasons} айқын көрінді.`,
      occupations: (list) => `Мысалы: ${list}.`,
      college: (list) => `Колледж: ${list}.`,
      university: (list) => `Университет: ${list}.`,
      subjects: (list) => `Осы салаларға жиі керек пәндер: ${list}.`,
      teaching: (list) => `Біреуге бірдеңе үйреткің келсе, саған мыналар жақын болуы мүмкін: ${list}.`,
      distinct: 'Қызығушылықтарыңа қарағанда мына салалар саған жақынырақ. Бұл — тізім ғана: таңдайтын өзің.',
      flat: 'Қызығушылықтарың әзірге шамамен тең. Сондықтан бұл тізім — бастама ғана: әр саладан бірдеңе байқап көр.',
    },
    teachingTitle: 'Педагог кәсібі туралы',
    wished: {
      yes: 'Бұл туралы білгің келетінін айттың. Педагог-кәсіптік бағдар беруші сенімен сөйлеседі.',
      no: 'Бұл туралы қазір естігің келмейтінін айттың. Ойың өзгерсе, кез келген уақытта айта аласың.',
      open: 'Бұл туралы көбірек білгің келе ме? Нәтиже бетінде немесе педагогке айтсаң болғаны.',
    },
    next: 'Енді не істеуге болады',
    steps: [
      'Осы парақты өзіңді жақсы білетін адамға көрсет: ол нені дәл деп табады, неге таңғалады?',
      'Бір саланы таңдап, осы айда байқап көр: үйірме, ашық есік күні, сол мамандық иесімен әңгіме.',
      'Сол салаға керек пәндерді тексер: қайсысы оңай, қайсысына көмек керек?',
      'Педагог-кәсіптік бағдар берушімен сөйлес: ол келесі қадамды таңдауға көмектеседі.',
    ],
    cannot: 'Бұл нәтиже нені айта алмайды',
    limits: [
      'Ол — емтихан емес: қабілетіңді де, бағаңды да өлшемейді.',
      'Ол — сенің бүгінгі жауаптарың. Қызығушылық өзгереді, нәтиже де өзгеруі мүмкін.',
      'Әр өлшемде қателік бар: бір-біріне жақын екі жолақтың айырмасына мән берме.',
      'Ол ешкімге бас тартпайды және сен үшін шешпейді. Шешім — өзіңде және отбасыңда.',
    ],
    picture: 'Жауаптарыңнан шыққан сурет',
    legend:
      'Нүкте — жауаптарыңның орташа мәні. Ақшыл жолақ — өлшеу қателігі: нақты мән осы аралықта болуы әбден мүмкін. Жоғары не төмен — жақсы не жаман деген сөз емес.',
    rough: 'Нүктесіз жолақ: қателік әлі белгісіз, тек ең жақын жауап көрсетілген.',
    allRough:
      'Жолақ — жауаптарға ең жақын орын. Қателік әлі белгісіз, сондықтан дәл нүкте қойылмады. Жоғары не төмен — жақсы не жаман деген сөз емес.',
    tooFew: (answered, of) => `жауап аз: ${answered} / ${of}`,
    foot: {
      day: (day) => `Тестілеуден өткен күні: ${day}`,
      versions: (instrument, engine) => `Әдістеме: ${instrument}; есептеу нұсқасы: ${engine}`,
      ownNorm: (id, n) => `Салыстыру нормасы: ${id}, n = ${n}`,
      norm: (id, n) => `Салыстыру нормасы уақытша: ${id}, n = ${n}`,
      noNorm: 'Жауаптар басқа адамдармен салыстырылған жоқ',
      demo: 'Үлгі деректер: бұл адам ойдан шығарылған',
    },
  },
  ru: {
    title: 'Мой результат',
    hasty:
      'Похоже, часть ответов дана очень быстро или одинаково. Если это была спешка, картина может быть на тебя не похожа: можно попросить педагога о второй попытке.',
    strengths: 'Что видно по ответам',
    buckets: { likes: 'Что тебе нравится', self: 'Какой у тебя характер', others: 'Вместе с другими' },
    fields: {
      title: 'Области, которые тебе близки',
      because: (reasons) => `Почему здесь: по твоим ответам тебе близко ${reasons}.`,
      occupations: (list) => `Например: ${list}.`,
      college: (list) => `Колледж: ${list}.`,
      university: (list) => `Университет: ${list}.`,
      subjects: (list) => `Предметы, которые там чаще всего нужны: ${list}.`,
      teaching: (list) => `Если захочется учить других, тебе может быть близко: ${list}.`,
      distinct: 'Судя по твоим интересам, ближе всего тебе эти области. Это только список: выбираешь ты.',
      flat: 'Твои интересы пока примерно равны. Поэтому этот список — только начало: попробуй что-нибудь из каждой области.',
    },
    teachingTitle: 'О профессии педагога',
    wished: {
      yes: 'Твой ответ: об этом хочется узнать. Педагог-профориентатор поговорит с тобой.',
      no: 'Твой ответ: сейчас об этом слушать не хочется. Если передумаешь, скажи об этом в любой день.',
      open: 'Хочешь узнать об этом больше? Достаточно сказать на странице результата или педагогу.',
    },
    next: 'Что можно сделать дальше',
    steps: [
      'Покажи этот лист тому, кто хорошо тебя знает: что он назовёт точным, а чему удивится?',
      'Выбери одну область и попробуй её в этом месяце: кружок, день открытых дверей, разговор с человеком этой профессии.',
      'Посмотри на предметы, которые там нужны: какой даётся легко, а с каким нужна помощь?',
      'Поговори с педагогом-профориентатором: вместе проще выбрать следующий шаг.',
    ],
    cannot: 'Чего этот результат сказать не может',
    limits: [
      'Это не экзамен: он не измеряет ни способности, ни оценки.',
      'Это твои сегодняшние ответы. Интересы меняются, и результат может измениться.',
      'У каждого измерения есть погрешность: разница между близкими полосами ни о чём не говорит.',
      'Он никому не отказывает и не решает за тебя. Решать тебе и твоей семье.',
    ],
    picture: 'Картина по твоим ответам',
    legend:
      'Точка — среднее твоих ответов. Светлая полоса — погрешность: настоящее значение вполне может быть в любом её месте. Выше или ниже не значит лучше или хуже.',
    rough: 'Полоса без точки: погрешность пока неизвестна, показан только ближайший ответ.',
    allRough:
      'Полоса — место, ближайшее к ответам. Погрешность пока неизвестна, поэтому точки нет. Выше или ниже не значит лучше или хуже.',
    tooFew: (answered, of) => `мало ответов: ${answered} из ${of}`,
    foot: {
      day: (day) => `День прохождения: ${day}`,
      versions: (instrument, engine) => `Методика: ${instrument}; версия расчёта: ${engine}`,
      ownNorm: (id, n) => `Норма для сравнения: ${id}, n = ${n}`,
      norm: (id, n) => `Норма для сравнения предварительная: ${id}, n = ${n}`,
      noNorm: 'С другими людьми ответы не сравнивались',
      demo: 'Пример: этот человек выдуман',
    },
  },
  en: {
    title: 'My result',
    hasty:
      'Some answers seem to have been given very quickly or all alike. If you were in a hurry, this picture may not be like you: you can ask your counsellor for another try.',
    strengths: 'What your answers show',
    buckets: { likes: 'What you like', self: 'What you are like', others: 'Together with others' },
    fields: {
      title: 'Fields that are close to you',
      because: (reasons) => `Why it is here: your answers show ${reasons}.`,
      occupations: (list) => `For example: ${list}.`,
      college: (list) => `College: ${list}.`,
      university: (list) => `University: ${list}.`,
      subjects: (list) => `Subjects these fields ask for most: ${list}.`,
      teaching: (list) => `If you would like to teach others something, these may be close to you: ${list}.`,
      distinct: 'Going by your interests, these fields are closest to you. It is only a list: you choose.',
      flat: 'Your interests are about equally strong so far. So this list is only a start: try something of each.',
    },
    teachingTitle: 'About teaching',
    wished: {
      yes: 'You said that you would like to hear about it. Your counsellor will talk with you.',
      no: 'You said that you would rather not hear about it now. You can change your mind on any day.',
      open: 'Would you like to know more about it? Say so on the result page or to your counsellor.',
    },
    next: 'What you can do next',
    steps: [
      'Show this sheet to someone who knows you well: what do they find true, and what surprises them?',
      'Choose one field and try it this month: a club, an open day, a talk with someone who works there.',
      'Look at the subjects it asks for: which one comes easily, and where do you need help?',
      'Talk with your counsellor: together it is easier to choose the next step.',
    ],
    cannot: 'What this result cannot say',
    limits: [
      'It is no exam: it measures neither ability nor marks.',
      'It is what you answered today. Interests change, and the result may change with them.',
      'Every measurement has an error: a small difference between two bands means nothing.',
      'It turns nobody away and decides nothing for you. You and your family decide.',
    ],
    picture: 'The picture of your answers',
    legend:
      'The dot is the mean of your answers. The pale band is the error: the true value may well be anywhere in it. Higher or lower is not better or worse.',
    rough: 'A band without a dot: the error is not known yet, only the nearest answer is shown.',
    allRough:
      'The band is the place nearest to the answers. The error is not known yet, so there is no dot. Higher or lower is not better or worse.',
    tooFew: (answered, of) => `too few answers: ${answered} of ${of}`,
    foot: {
      day: (day) => `Taken on ${day}`,
      versions: (instrument, engine) => `Instrument: ${instrument}; scoring version: ${engine}`,
      ownNorm: (id, n) => `Compared with the norm ${id}, n = ${n}`,
      norm: (id, n) => `The norm compared with is provisional: ${id}, n = ${n}`,
      noNorm: 'The answers were compared with nobody else’s',
      demo: 'Example: this person is invented',
    },
  },
};
