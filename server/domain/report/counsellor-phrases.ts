import type { Language } from '../language.ts';

export type CounsellorPhrases = {
  title: string;
  headline: string;
  sitting(day: string, language: string): string;
  not: string;
  quality: string;
  propensity: string;
  pathway: string;
  status: string;
  evidence: string;
  scales: string;
  scale: string;
  answers: string;
  compared: string;
  counted: string;
  /** What the columns mean: without an error, with one, and with a T score. */
  nearestAnswers: string;
  scalesNote: { units: string; band: string; t: string };
  /** Of a forced choice whose error is not known. */
  chosen(times: number, of: number): string;
  nearest(words: string): string;
  none: string;
  fields: { title: string; because(list: string): string };
  change: string;
  changeHead: readonly [string, string, string, string];
  changeNote: string;
  prompts: string;
  picture: { picture: string; legend: string };
  languages: Record<Language, string>;
};

export const counsellorPhrases: Readonly<Record<Language, CounsellorPhrases>> = {
  kk: {
    title: 'Бейін: педагог-кәсіптік бағдар берушіге',
    headline: 'Әңгімеге дайындық',
    sitting: (day, language) => `Тестілеуден өткен күні: ${day}, жауап тілі: ${language}.`,
    not: 'Бұл парақ әңгімеге себеп береді, шешім шығармайды. Ешбір балл қателіксіз оқылмайды.',
    quality: 'Жауаптар қалай берілді',
    propensity: 'Педагог кәсібіне бейімділік',
    pathway: 'Жол',
    status: 'Бар ма',
    evidence: 'Негізі',
    scales: 'Шкалалар',
    scale: 'Шкала',
    answers: 'Орташа жауап (қателікпен)',
    compared: 'T балы (қателікпен)',
    counted: 'Жауап',
    nearestAnswers: 'Ең жақын жауап',
    scalesNote: {
      units: 'Қателік әлі белгісіз, сондықтан балл жазылмайды: шкалаға ең жақын жауап пен таңдау саны ғана тұр.',
      band: 'Жақшада — 90 % аралық. Жұмыс түрлерінде сан — таңдау үлесі (0–1), өзге шкалаларда — 1-ден 5-ке дейінгі орташа жауап.',
      t: 'T: орташасы 50, стандартты ауытқуы 10.',
    },
    chosen: (times, of) => `таңдалғаны: ${times} (мүмкіні ${of})`,
    nearest: (words) => `ең жақын жауап: «${words}»`,
    none: '—',
    fields: { title: 'Жақын салалар', because: (list) => `себебі: ${list}` },
    change: 'Алдыңғы тестілеумен салыстыру',
    changeHead: ['Шкала', 'Бұрын', 'Қазір', 'Қорытынды'],
    changeNote: 'Тек қателіктен асқан айырма ғана өзгеріс деп аталады.',
    prompts: 'Әңгімеде не сұрауға болады',
    picture: {
      picture: 'Жауаптардан шыққан сурет',
      legend:
        'Нүкте — жауаптардың орташа мәні. Ақшыл жолақ — өлшеу қателігі: нақты мән осы аралықта болуы әбден мүмкін. Жоғары не төмен — жақсы не жаман деген сөз емес.',
    },
    languages: { kk: 'қазақ', ru: 'орыс', en: 'ағылшын' },
  },
  ru: {
    title: 'Профиль: педагогу-профориентатору',
    headline: 'К беседе',
    sitting: (day, language) => `День прохождения: ${day}, язык ответов: ${language}.`,
    not: 'Этот лист даёт повод для беседы и ничего не решает. Ни один балл не читается без погрешности.',
    quality: 'Как даны ответы',
    propensity: 'Склонность к профессии педагога',
    pathway: 'Путь',
    status: 'Есть ли',
    evidence: 'На чём основан',
    scales: 'Шкалы',
    scale: 'Шкала',
    answers: 'Средний ответ (с погрешностью)',
    compared: 'Балл T (с погрешностью)',
    counted: 'Ответов',
    nearestAnswers: 'Ближайший ответ',
    scalesNote: {
      units: 'Погрешность пока неизвестна, поэтому баллов нет: показан только ближайший ответ шкалы и число выборов.',
      band: 'В скобках — интервал 90 %. У видов дел число — доля выборов (0–1), у остальных шкал — средний ответ от 1 до 5.',
      t: 'T: среднее 50, стандартное отклонение 10.',
    },
    chosen: (times, of) => `выбрано ${times} из ${of}`,
    nearest: (words) => `ближайший ответ: «${words}»`,
    none: '—',
    fields: { title: 'Близкие области', because: (list) => `потому что: ${list}` },
    change: 'Сравнение с прошлым прохождением',
    changeHead: ['Шкала', 'Было', 'Стало', 'Вывод'],
    changeNote: 'Изменением названа только разница больше погрешности.',
    prompts: 'О чём спросить в беседе',
    picture: {
      picture: 'Картина по ответам',
      legend:
        'Точка — среднее ответов. Светлая полоса — погрешность: истинное значение вполне может быть в любом её месте. Выше или ниже не значит лучше или хуже.',
    },
    languages: { kk: 'казахский', ru: 'русский', en: 'английский' },
  },
  en: {
    title: 'Profile: to the counsellor',
    headline: 'For the conversation',
    sitting: (day, language) => `Taken on ${day}; language of the answers: ${language}.`,
    not: 'This sheet gives a reason to talk and decides nothing. No score is read without its error.',
    quality: 'How the answers were given',
    propensity: 'Propensity for teaching',
    pathway: 'Pathway',
    status: 'Met',
    evidence: 'Rests on',
    scales: 'Scales',
    scale: 'Scale',
    answers: 'Mean answer (with error)',
    compared: 'T score (with error)',
    counted: 'Answers',
    nearestAnswers: 'Nearest answer',
    scalesNote: {
      units:
        'The error is not known yet, so there are no scores: only the nearest answer and the number of choices are shown.',
      band: 'In brackets: 90 % interval. For kinds of work the number is the share of choices (0–1), for other scales the mean answer from 1 to 5.',
      t: 'T: mean 50, standard deviation 10.',
    },
    chosen: (times, of) => `chosen ${times} of ${of} times`,
    nearest: (words) => `nearest answer: «${words}»`,
    none: '—',
    fields: { title: 'Fields that fit', because: (list) => `because of: ${list}` },
    change: 'Compared with the sitting before',
    changeHead: ['Scale', 'Before', 'Now', 'What it says'],
    changeNote: 'Only a difference larger than the error is called a change.',
    prompts: 'What to ask in the conversation',
    picture: {
      picture: 'The picture of the answers',
      legend:
        'The dot is the mean of the answers. The pale band is the error: the true value may well be anywhere in it. Higher or lower is not better or worse.',
    },
    languages: { kk: 'Kazakh', ru: 'Russian', en: 'English' },
  },
};
