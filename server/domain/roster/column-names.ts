import type { RosterField } from './field.ts';

/** How schools head the columns of a class list, in three languages; compared without case, signs and spaces. */
// biome-ignore format: a list of words
export const columnNames: Readonly<Record<RosterField, readonly string[]>> = {
  ownId: [
    'sourcedId', 'ID', 'Own id', 'School id', 'Student id', 'Pupil id', 'Student number', 'Local id', 'Identifier',
    'Личное дело', '№ личного дела', 'Номер личного дела', 'Личный номер', 'Номер ученика', 'ID ученика', 'Код ученика',
    'Идентификатор', 'Жеке іс', 'Жеке іс №', 'Жеке іс нөмірі', 'Жеке нөмірі', 'Оқушы нөмірі', 'Оқушы коды', 'Мектептегі нөмірі',
  ],
  fullName: [
    'Full name', 'Name', 'Pupil', 'Student', 'Pupil name', 'Student name',
    'ФИО', 'ФИО ученика', 'ФИО учащегося', 'ФИО обучающегося', 'Фамилия имя', 'Фамилия и имя', 'Фамилия имя отчество', 'Ученик', 'Обучающийся',
    'ТАӘ', 'ТАӘ оқушы', 'Оқушының ТАӘ', 'Аты-жөні', 'Оқушының аты-жөні', 'Толық аты', 'Толық аты-жөні', 'Тегі аты', 'Тегі аты әкесінің аты', 'Оқушы',
  ],
  familyName: ['Family name', 'Last name', 'Surname', 'Фамилия', 'Фамилия ученика', 'Тегі', 'Оқушының тегі'],
  givenName: ['Given name', 'First name', 'Forename', 'Имя', 'Имя ученика', 'Аты', 'Есімі', 'Оқушының аты'],
  patronymic: ['Patronymic', 'Middle name', 'Отчество', 'Отчество при наличии', 'Әкесінің аты', 'Әкесінің есімі'],
  birthDate: [
    'Birth date', 'Birthdate', 'Birthday', 'Date of birth', 'DOB', 'Born',
    'Дата рождения', 'День рождения', 'Д.р.', 'Родился', 'Туған күні', 'Туған датасы', 'Туған күні айы жылы', 'Туған жылы айы күні',
  ],
  sex: ['Sex', 'Gender', 'Пол', 'Жынысы', 'Жыныс'],
  language: [
    'Language', 'Language of instruction', 'Language of teaching', 'Язык', 'Язык обучения', 'Тілі', 'Тіл', 'Оқыту тілі', 'Оқу тілі',
  ],
  class: ['Class', 'Class name', 'Form', 'Homeroom', 'Класс', 'Класс литера', 'Сынып', 'Сыныбы', 'Сынып литері'],
  iin: ['IIN', 'ИИН', 'ИИН ученика', 'ИИН обучающегося', 'ЖСН', 'Оқушының ЖСН', 'ЖСН оқушы'],
};
