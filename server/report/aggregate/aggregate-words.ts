import type { Difference, ReportGroup } from '../../contract/aggregate.schema.ts';
import type { Language } from '../../domain/language.ts';

/** What a report on groups says; numbers come in ready to be read. */
export type AggregatePhrases = {
  title: string;
  nationalTitle: string;
  country: string;
  finished(done: string, of: string): string;
  /** A Russian day ends with a full stop of its own. */
  release(number: string, day: string, next: string): string;
  protection(k: string, minimum: string): string;
  certain: string;
  steps: Readonly<Record<string, string>>;
  stepsTitle: string;
  stepsNote: string;
  fewer: string;
  /** Of the country: a region does not tell it. */
  untold: string;
  places: string;
  groups: string;
  trend: string;
  choices: string;
  regions: string;
  heads: Readonly<
    Record<
      | 'place'
      | 'group'
      | 'scale'
      | 'n'
      | 'mean'
      | 'margin'
      | 'median'
      | 'sd'
      | 'year'
      | 'toRest'
      | 'toCountry'
      | 'toLastYear'
      | 'share'
      | 'count'
      | 'step'
      | 'level'
      | 'id',
      string
    >
  >;
  verdict: Readonly<Record<Difference['verdict'], string>>;
  norm: Readonly<Record<'campaign' | 'form', string>>;
  histogramNote: string;
  trendNote: string;
  by: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  lastYear(year: number): string;
  source(release: string): string;
  demo: string;
};

const kk: AggregatePhrases = {
  title: 'Өңір есебі',
  nationalTitle: 'Ел бойынша есеп',
  country: 'Қазақстан',
  finished: (done, of) => `Тестілеуден өткен оқушы: ${done} (тізімде ${of}).`,
  release: (number, day, next) => `${day} күнгі ${number}-шығарылым. Келесі шығарылым ${next} күнінен ерте болмайды.`,
  protection: (k, minimum) =>
    `${k} оқушыдан аз сандар және солар арқылы есептеп шығаруға болатын сандар жасырылды. Жауаптар ${minimum} нәтижеден бастап көрсетіледі.`,
  certain:
    'Қателігінен үлкен айырма ғана айырма деп саналады (95 %). Жиырма салыстырудың бірінде мұндай айырма кездейсоқ шығуы мүмкін.',
  steps: {
    pupils: 'Сынып тізімінде',
    consented: 'Келісім бар',
    started: 'Бастады',
    submitted: 'Аяқтады',
    wishing: 'Педагог болғысы келеді',
    recommended: 'Мектеп ұсынды',
    offered: 'Орын ұсынылды',
    accepted: 'Орынды қабылдады',
    enrolled: 'Оқуға түсті',
  },
  stepsTitle: 'Тізімнен оқуға түскенге дейін',
  stepsNote: 'Тестілеуден кейінгі қадамдар бестікке дейін дөңгелектелген; 10-нан аз болса, айтылмайды.',
  fewer: '10-нан аз',
  untold: 'бір өңірде айтылмайды',
  places: 'Орындар бойынша',
  groups: 'Топтар бойынша',
  trend: 'Жылдар бойынша',
  choices: 'Не жақын',
  regions: 'Өңірлер',
  heads: {
    place: 'Орын',
    group: 'Топ',
    scale: 'Шкала',
    n: 'n',
    mean: 'Орташа',
    margin: 'Қателік (95 %)',
    median: 'Медиана',
    sd: 'Шашырау (SD)',
    year: 'Жыл',
    toRest: 'Өңірдің қалған бөлігімен салыстырғанда',
    toCountry: 'Елдің қалған бөлігімен салыстырғанда',
    toLastYear: 'Былтырмен салыстырғанда',
    share: 'Үлесі',
    count: 'Оқушы саны',
    step: 'Қадам',
    level: 'Деңгей',
    id: 'Белгі',
  },
  verdict: { 'within-error': 'айырма қателіктің шегінде', higher: 'жоғары', lower: 'төмен' },
  norm: { campaign: 'Норма: осы науқанның өз нормасы', form: 'Норма: әдістеменің үлгі нормасы' },
  histogramNote:
    'Бағандар: шкаланың бестен бір бөлігіндегі оқушылар үлесі. Нүкте мен сызық: орташа және оның қателігі. Үзік сызық: норма.',
  trendNote: 'Нүкте: орташа, тік сызық: оның қателігі (95 %).',
  by: { language: 'Тіл', sex: 'Жыныс', locality: 'Жер', type: 'Мектеп түрі', district: 'Аудан' },
  values: {
    kk: 'қазақша',
    ru: 'орысша',
    en: 'ағылшынша',
    female: 'қыздар',
    male: 'ұлдар',
    undisclosed: 'көрсетілмеген',
    rural: 'ауыл',
    urban: 'қала',
    mixed: 'бірнеше тілде оқытатын мектептер',
    'type:kk': 'қазақ тілді мектептер',
    'type:ru': 'орыс тілді мектептер',
    'type:en': 'ағылшын тілді мектептер',
  },
  lastYear: (year) => `${year} жылы`,
  source: (release) => `Дереккөз: осы науқанның ${release}-шығарылымы.`,
  demo: 'Үлгі: барлық оқушы ойдан шығарылған.',
};

const ru: AggregatePhrases = {
  title: 'Отчёт по региону',
  nationalTitle: 'Отчёт по стране',
  country: 'Казахстан',
  finished: (done, of) => `Завершили ${done} из ${of} учеников в списках классов.`,
  release: (number, day, next) => `Выпуск ${number} от ${day} Следующий выпуск будет не раньше ${next}`,
  protection: (k, minimum) =>
    `Числа меньше ${k} скрыты, а вместе с ними те, из которых их можно было бы вычислить. Ответы показываются начиная с ${minimum} результатов.`,
  certain:
    'Различием считается только то, что больше своей погрешности (95 %). В одном сравнении из двадцати такое различие может выйти случайно.',
  steps: {
    pupils: 'В списках классов',
    consented: 'Есть согласие',
    started: 'Начали',
    submitted: 'Завершили',
    wishing: 'Хотят стать педагогами',
    recommended: 'Рекомендованы школой',
    offered: 'Предложено место',
    accepted: 'Приняли место',
    enrolled: 'Зачислены',
  },
  stepsTitle: 'От списка класса до зачисления',
  stepsNote: 'Шаги после тестирования округлены до пяти; меньше 10 не сообщается.',
  fewer: 'менее 10',
  untold: 'в одном из регионов защищено',
  places: 'По местам',
  groups: 'По группам',
  trend: 'По годам',
  choices: 'Что ближе',
  regions: 'Регионы',
  heads: {
    place: 'Место',
    group: 'Группа',
    scale: 'Шкала',
    n: 'n',
    mean: 'Среднее',
    margin: 'Погрешность (95 %)',
    median: 'Медиана',
    sd: 'Разброс (SD)',
    year: 'Год',
    toRest: 'В сравнении с остальным регионом',
    toCountry: 'В сравнении с остальной страной',
    toLastYear: 'В сравнении с прошлым годом',
    share: 'Доля',
    count: 'Учеников',
    step: 'Шаг',
    level: 'Уровень',
    id: 'Код',
  },
  verdict: { 'within-error': 'различие в пределах погрешности', higher: 'выше', lower: 'ниже' },
  norm: { campaign: 'Норма: собственная норма этой кампании', form: 'Норма: примерная норма методики' },
  histogramNote:
    'Столбцы: доля учеников в каждой пятой части шкалы. Точка с чертой: среднее и его погрешность. Пунктир: норма.',
  trendNote: 'Точка: среднее, вертикальная черта: его погрешность (95 %).',
  by: { language: 'Язык', sex: 'Пол', locality: 'Местность', type: 'Тип школы', district: 'Район' },
  values: {
    kk: 'на казахском',
    ru: 'на русском',
    en: 'на английском',
    female: 'девушки',
    male: 'юноши',
    undisclosed: 'не указан',
    rural: 'село',
    urban: 'город',
    mixed: 'школы с несколькими языками',
    'type:kk': 'школы с казахским языком',
    'type:ru': 'школы с русским языком',
    'type:en': 'школы с английским языком',
  },
  lastYear: (year) => `в ${year} году`,
  source: (release) => `Источник: выпуск ${release} этой кампании.`,
  demo: 'Пример: все ученики вымышлены.',
};

const en: AggregatePhrases = {
  title: 'Report on a region',
  nationalTitle: 'National report',
  country: 'Kazakhstan',
  finished: (done, of) => `${done} of the ${of} pupils on the class lists have finished.`,
  release: (number, day, next) => `Release ${number} of ${day}. The next one will not come before ${next}.`,
  protection: (k, minimum) =>
    `Numbers below ${k} are hidden, and with them those from which they could be worked out. Answers are shown from ${minimum} results on.`,
  certain:
    'Only what is larger than its error (95 %) counts as a difference. In one comparison of twenty such a difference may come about by chance.',
  steps: {
    pupils: 'On class lists',
    consented: 'Consent is there',
    started: 'Have begun',
    submitted: 'Have finished',
    wishing: 'Wish to become teachers',
    recommended: 'Recommended by the school',
    offered: 'Were offered a place',
    accepted: 'Accepted a place',
    enrolled: 'Enrolled',
  },
  stepsTitle: 'From the class list to enrolment',
  stepsNote: 'Steps after the assessment are rounded to fives; fewer than 10 are not told.',
  fewer: 'fewer than 10',
  untold: 'protected in some region',
  places: 'By place',
  groups: 'By group',
  trend: 'Over the years',
  choices: 'What fits best',
  regions: 'Regions',
  heads: {
    place: 'Place',
    group: 'Group',
    scale: 'Scale',
    n: 'n',
    mean: 'Mean',
    margin: 'Error (95 %)',
    median: 'Median',
    sd: 'Spread (SD)',
    year: 'Year',
    toRest: 'Compared with the rest of the region',
    toCountry: 'Compared with the rest of the country',
    toLastYear: 'Compared with last year',
    share: 'Share',
    count: 'Pupils',
    step: 'Step',
    level: 'Level',
    id: 'Code',
  },
  verdict: { 'within-error': 'difference within error', higher: 'higher', lower: 'lower' },
  norm: { campaign: 'Norm: this campaign’s own', form: 'Norm: the form’s example norm' },
  histogramNote:
    'Columns: share of pupils in each fifth of the scale. Dot and bar: the mean and its error. Dashed line: the norm.',
  trendNote: 'Dot: the mean; vertical bar: its error (95 %).',
  by: { language: 'Language', sex: 'Sex', locality: 'Locality', type: 'Type of school', district: 'District' },
  values: {
    kk: 'in Kazakh',
    ru: 'in Russian',
    en: 'in English',
    female: 'girls',
    male: 'boys',
    undisclosed: 'not given',
    rural: 'rural',
    urban: 'urban',
    mixed: 'schools of several languages',
    'type:kk': 'Kazakh-medium schools',
    'type:ru': 'Russian-medium schools',
    'type:en': 'English-medium schools',
  },
  lastYear: (year) => `in ${year}`,
  source: (release) => `Source: release ${release} of this campaign.`,
  demo: 'Example: every pupil is invented.',
};

export const aggregatePhrases: Readonly<Record<Language, AggregatePhrases>> = { kk, ru, en };

/** A group by the words of a reader. */
export function groupName(
  { kind, by, value, name, year }: Pick<ReportGroup, 'kind' | 'by' | 'value' | 'name' | 'year'>,
  language: Language,
): string {
  const phrases = aggregatePhrases[language];
  if (kind === 'country') return phrases.country;
  if (kind === 'part') return phrases.values[`${by}:${value}`] ?? phrases.values[value] ?? value;
  const place = name?.[language] ?? value;
  return kind === 'last-year' ? `${place} ${phrases.lastYear(year)}` : place;
}
