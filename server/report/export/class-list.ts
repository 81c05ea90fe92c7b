import type { ConsentState } from '../../domain/consent.ts';
import type { Language } from '../../domain/language.ts';
import type { Cell } from './csv.ts';

export type ListedPupil = {
  ownId: string | null;
  familyName: string;
  givenName: string;
  patronymic: string | null;
  birthDate: string;
  sex: 'female' | 'male' | 'undisclosed';
  class: string;
  language: Language;
  guardian: ConsentState;
  pupil: ConsentState;
  state: 'new' | 'open' | 'submitted';
  submittedAt: string | null;
};

type Words = Readonly<Record<Language, string>>;

/** Heads the import knows by name, then how far each pupil is. No number of a document, and no score. */
const heads: readonly Words[] = [
  { kk: 'Жеке нөмірі', ru: 'Личный номер', en: 'Own id' },
  { kk: 'Тегі', ru: 'Фамилия', en: 'Family name' },
  { kk: 'Аты', ru: 'Имя', en: 'Given name' },
  { kk: 'Әкесінің аты', ru: 'Отчество', en: 'Patronymic' },
  { kk: 'Туған күні', ru: 'Дата рождения', en: 'Birth date' },
  { kk: 'Жынысы', ru: 'Пол', en: 'Sex' },
  { kk: 'Сыныбы', ru: 'Класс', en: 'Class' },
  { kk: 'Оқыту тілі', ru: 'Язык обучения', en: 'Language of teaching' },
  { kk: 'Заңды өкілдің келісімі', ru: 'Согласие законного представителя', en: 'Guardian’s consent' },
  { kk: 'Оқушының келісімі', ru: 'Согласие ученика', en: 'Pupil’s consent' },
  { kk: 'Тестілеу', ru: 'Прохождение', en: 'Sitting' },
  { kk: 'Тапсырылған күні', ru: 'Дата сдачи', en: 'Submitted on' },
];

const sexes: Readonly<Record<ListedPupil['sex'], Words>> = {
  female: { kk: 'қыз', ru: 'женский', en: 'female' },
  male: { kk: 'ұл', ru: 'мужской', en: 'male' },
  undisclosed: { kk: '', ru: '', en: '' },
};
const tongues: Readonly<Record<Language, Words>> = {
  kk: { kk: 'қазақ', ru: 'казахский', en: 'Kazakh' },
  ru: { kk: 'орыс', ru: 'русский', en: 'Russian' },
  en: { kk: 'ағылшын', ru: 'английский', en: 'English' },
};
const consents: Readonly<Record<ConsentState, Words>> = {
  given: { kk: 'бар', ru: 'есть', en: 'given' },
  missing: { kk: 'жоқ', ru: 'нет', en: 'missing' },
  withdrawn: { kk: 'қайтарып алынды', ru: 'отозвано', en: 'withdrawn' },
  expired: { kk: 'мерзімі өтті', ru: 'истекло', en: 'expired' },
};
const states: Readonly<Record<ListedPupil['state'], Words>> = {
  new: { kk: 'басталмаған', ru: 'не начато', en: 'not begun' },
  open: { kk: 'басталды', ru: 'начато', en: 'begun' },
  submitted: { kk: 'тапсырылды', ru: 'сдано', en: 'submitted' },
};

/** The table of a class list, its head first. */
export const classListRows = (pupils: readonly ListedPupil[], language: Language): Cell[][] => [
  heads.map((words) => words[language]),
  ...pupils.map((pupil): Cell[] => [
    pupil.ownId,
    pupil.familyName,
    pupil.givenName,
    pupil.patronymic,
    pupil.birthDate,
    sexes[pupil.sex][language],
    pupil.class,
    tongues[pupil.language][language],
    consents[pupil.guardian][language],
    consents[pupil.pupil][language],
    states[pupil.state][language],
    pupil.submittedAt?.slice(0, 10) ?? null,
  ]),
];
