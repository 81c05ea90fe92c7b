import { fieldsWords } from '../field-words.ts';
import { withWish } from '../invitation.ts';
import type { Language } from '../language.ts';
import { propensityWords } from '../propensity-words.ts';
import { qualityWords } from '../quality-words.ts';
import type { StoredQuality } from '../sitting-quality.ts';
import { type ReportSource, strengthsOf } from './basis.ts';
import type { Earlier } from './counsellor-report.ts';
import { conversationPrompts } from './prompts.ts';
import type { Report, ReportBlock } from './report.ts';

const mostFields = 5;
const mostFlags = 2;
/** With no more questions than this there is room for as many lines again; it stays one page. */
const fewPrompts = 3;

/** One page to talk from and to write on: what to know beforehand, what to ask, what only a conversation can add, the step. */
export function conversationSheet(source: ReportSource, earlier: Earlier): Report {
  const { language, name, place, demo } = source;
  const said = phrases[language];
  const prompts = conversationPrompts(source, earlier?.changes ?? []);
  const blocks: ReportBlock[] = [
    { kind: 'points', title: said.before, points: knowBefore(source, said) },
    { kind: 'points', title: said.ask, points: prompts.map(({ question }) => question) },
    { kind: 'points', title: said.add, points: said.addPoints, boxes: true },
    { kind: 'lines', title: said.notes, lines: prompts.length <= fewPrompts ? 8 : 4 },
    { kind: 'lines', title: said.step, lines: 2 },
  ];
  return {
    language,
    title: said.title,
    about: [name, place].filter((part) => part !== '').join(' · '),
    headline: said.headline,
    summary: [said.opening],
    blocks,
    foot: [said.keep, ...(demo ? [said.demo] : [])],
    demo,
  };
}

function knowBefore(source: ReportSource, said: Phrases): string[] {
  const { language, result, text, careers, wish } = source;
  const { quality, propensity, fields } = result;
  const strengths = strengthsOf(source).flatMap(({ scales }) => scales.slice(0, 2).map(({ name }) => name));
  const told = fields == null || careers === null ? null : fieldsWords(language, fields, careers, text);
  return [
    ...(quality === undefined ? [] : [howAnswered(language, quality)]),
    ...(strengths.length === 0 ? [] : [said.strengths(strengths.join(' · '))]),
    ...(told === null
      ? []
      : [
          said.fields(
            told.fields
              .slice(0, mostFields)
              .map(({ name }) => name)
              .join(' · '),
          ),
        ]),
    ...(propensity == null ? [] : [said.teaching(propensityWords(language, withWish(propensity, wish), text).label)]),
    said.wish[wish === null ? 'open' : wish ? 'yes' : 'no'],
  ];
}

/** What the flags say stands on the sheet itself: whoever talks has no other page before them. */
function howAnswered(language: Language, quality: StoredQuality): string {
  const { label, flags } = qualityWords(language, quality);
  return [`${label}.`, ...flags.slice(0, mostFlags).map(({ text }) => text)].join(' ');
}

type Phrases = {
  title: string;
  headline: string;
  opening: string;
  before: string;
  strengths(list: string): string;
  fields(list: string): string;
  teaching(label: string): string;
  wish: Record<'yes' | 'no' | 'open', string>;
  ask: string;
  add: string;
  addPoints: readonly string[];
  notes: string;
  step: string;
  keep: string;
  demo: string;
};

const phrases: Readonly<Record<Language, Phrases>> = {
  kk: {
    title: 'Әңгіме парағы',
    headline: 'Оқушымен әңгіме',
    opening: 'Алдымен тыңдаңыз: «Нәтижең өзіңе ұқсай ма?». Оқушы келіспесе, оның сөзі сауалнамадан маңызды.',
    before: 'Алдын ала білу керек',
    strengths: (list) => `Айқын көрінгені: ${list}.`,
    fields: (list) => `Жақын салалар: ${list}.`,
    teaching: (label) => `Педагог кәсібі: ${label}.`,
    wish: {
      yes: 'Оқушының қалауы: педагог кәсібі туралы білгісі келеді.',
      no: 'Оқушының қалауы: бұл туралы қазір естігісі келмейді.',
      open: 'Оқушының қалауы: әлі айтылған жоқ.',
    },
    ask: 'Не сұрауға болады',
    add: 'Сауалнама білмейтін нәрсе',
    addPoints: [
      'пәндер бойынша бағалары мен қызығатын пәні',
      'пән мұғалімінің не сынып жетекшісінің байқағаны',
      'кішілерге көмектесіп көруі (тьюторлық) қалай өтті',
    ],
    notes: 'Әңгімеден',
    step: 'Келіскен қадам, күні, кім көмектеседі',
    keep: 'Парақты жабық жерде сақтаңыз; жазбаны жүйеге енгізген соң жойыңыз',
    demo: 'Үлгі деректер: бұл адам ойдан шығарылған',
  },
  ru: {
    title: 'Лист беседы',
    headline: 'Беседа о результате',
    opening: 'Сначала послушайте: «Похож ли результат на тебя?» Если ответ «нет», он важнее опросника.',
    before: 'Что знать заранее',
    strengths: (list) => `Видно яснее всего: ${list}.`,
    fields: (list) => `Близкие области: ${list}.`,
    teaching: (label) => `Профессия педагога: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`,
    wish: {
      yes: 'Желание: хочется узнать о профессии педагога.',
      no: 'Желание: сейчас об этом слушать не хочется.',
      open: 'Желание: пока не высказано.',
    },
    ask: 'О чём спросить',
    add: 'Чего опросник не знает',
    addPoints: [
      'оценки по предметам и любимый предмет',
      'что замечает учитель-предметник или классный руководитель',
      'как прошла проба: помощь младшим (тьюторство)',
    ],
    notes: 'Из беседы',
    step: 'Шаг, о котором договорились, когда и кто поможет',
    keep: 'Храните лист закрытым; когда запись внесена в систему, уничтожьте его',
    demo: 'Пример: этот человек выдуман',
  },
  en: {
    title: 'Conversation sheet',
    headline: 'A conversation with a pupil',
    opening:
      'Listen first: «Is the result like you?» If the pupil says no, their word counts more than the questionnaire.',
    before: 'To know beforehand',
    strengths: (list) => `Stands out: ${list}.`,
    fields: (list) => `Fields that fit: ${list}.`,
    teaching: (label) => `Teaching: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`,
    wish: {
      yes: 'The pupil’s wish: to hear about teaching.',
      no: 'The pupil’s wish: not to hear about it now.',
      open: 'The pupil’s wish: nothing said yet.',
    },
    ask: 'What to ask',
    add: 'What a questionnaire does not know',
    addPoints: [
      'marks by subject, and the favourite subject',
      'what a subject teacher or the class teacher has noticed',
      'how a try-out went: helping younger pupils (tutoring)',
    ],
    notes: 'From the conversation',
    step: 'The step agreed on, when, and who helps',
    keep: 'Keep this sheet locked away; destroy it once the note is in the system',
    demo: 'Example: this person is invented',
  },
};
