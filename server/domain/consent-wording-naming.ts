import type { Purpose } from '../contract/consent.schema.ts';
import type { ConsentParty } from './consent.ts';
import type { WordingText } from './consent-wording.ts';
import type { Language } from './language.ts';

type NamingPurpose = Exclude<Purpose, 'assessment'>;

const receivers: Readonly<Record<Language, Record<NamingPurpose, string>>> = {
  kk: { department: 'облыстың білім басқармасына', university: 'педагогикалық университетке', sponsor: 'демеушіге' },
  ru: { department: 'управлению образования области', university: 'педагогическому университету', sponsor: 'спонсору' },
  en: { department: 'the regional education department', university: 'a pedagogical university', sponsor: 'a sponsor' },
};

const fields: Readonly<Record<Language, Record<NamingPurpose, readonly string[]>>> = {
  kk: {
    department: [
      'Тегі, аты',
      'Мектебі, сыныбы, оқыту тілі',
      'Мұғалім болғысы келетіні және қызықтыратын пәндер',
      'Мектептің ұсынымы',
    ],
    university: ['Тегі, аты', 'Мектебі, оқыту тілі', 'Қызықтыратын бағдарлама'],
    sponsor: ['«Орын иеленді» деген белгі ғана'],
  },
  ru: {
    department: [
      'Фамилия, имя',
      'Школа, класс, язык обучения',
      'Желание стать педагогом и интересные предметы',
      'Рекомендация школы',
    ],
    university: ['Фамилия, имя', 'Школа, язык обучения', 'Интересующая программа'],
    sponsor: ['Только отметка «место занято»'],
  },
  en: {
    department: [
      'Family name, given name',
      'School, class, language of teaching',
      'The wish to become a teacher and subjects of interest',
      'The school’s recommendation',
    ],
    university: ['Family name, given name', 'School, language of teaching', 'The programme of interest'],
    sponsor: ['Only the mark «place taken»'],
  },
};

/** The wording for naming a pupil to someone outside the school; asked only after the result, each by itself. */
export function namingWording(purpose: NamingPurpose, party: ConsentParty, language: Language): WordingText {
  return { ...sentences[language](receivers[language][purpose], party), fields: [...fields[language][purpose]] };
}

type Sentences = (receiver: string, party: ConsentParty) => Omit<WordingText, 'fields'>;

const sentences: Readonly<Record<Language, Sentences>> = {
  kk: (receiver, party) => ({
    title:
      party === 'pupil'
        ? `Деректеріңді ${receiver} беруге келісесің бе?`
        : `Балаңыздың деректерін ${receiver} беруге келісесіз бе?`,
    paragraphs: [
      'Бұл — бөлек сұрақ: бас тарту ешбір басқа мүмкіндікті жаппайды.',
      'Төменде көрсетілгеннен басқа ештеңе берілмейді: жауаптар мен балдар берілмейді.',
      'Келісімді кез келген уақытта қайтарып алуға болады; кімге не жіберілгені көрсетіледі.',
    ],
    agree: 'Келісемін',
    refuse: 'Келіспеймін',
  }),
  ru: (receiver, party) => ({
    title:
      party === 'pupil'
        ? `Можно передать твои данные ${receiver}?`
        : `Можно передать данные вашего ребёнка ${receiver}?`,
    paragraphs: [
      'Это отдельный вопрос: отказ не закрывает никаких других возможностей.',
      'Передаётся только то, что перечислено ниже: ни ответов, ни баллов.',
      'Согласие можно отозвать в любое время; будет показано, кому и что уже отправлено.',
    ],
    agree: 'Да, можно',
    refuse: 'Нет',
  }),
  en: (receiver, party) => ({
    title: party === 'pupil' ? `May your data go to ${receiver}?` : `May your child’s data go to ${receiver}?`,
    paragraphs: [
      'This is a separate question: saying no closes no other door.',
      'Only what is listed below goes: no answers and no scores.',
      'The consent can be taken back at any time; you will see what has already been sent to whom.',
    ],
    agree: 'Yes',
    refuse: 'No',
  }),
};
