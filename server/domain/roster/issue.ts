import type { Language, Words } from '../language.ts';
import type { RosterField } from './field.ts';

/** What can be wrong with a cell of a class list: what is expected, in the words of the reader. */
const words = {
  missing: { kk: 'бос ұяшық', ru: 'пустая ячейка', en: 'an empty cell' },
  'too-long': { kk: 'тым ұзын мәтін', ru: 'слишком длинный текст', en: 'the text is too long' },
  'not-a-name': {
    kk: 'есімде әріптер күтіледі, сандар емес',
    ru: 'в имени ожидаются буквы, не цифры',
    en: 'a name has letters and no digits',
  },
  'one-word-name': {
    kk: 'тегі мен аты күтіледі: екі сөз',
    ru: 'ожидаются фамилия и имя: два слова',
    en: 'family name and given name: two words',
  },
  'date-unreadable': {
    kk: 'күнтізбеде бар күн КК.АА.ЖЖЖЖ түрінде күтіледі',
    ru: 'ожидается день, который есть в календаре, вида ДД.ММ.ГГГГ',
    en: 'a day that is in the calendar, as DD.MM.YYYY',
  },
  'date-out-of-range': {
    kk: 'бұл күн мектеп жасына сәйкес емес',
    ru: 'дата не подходит к школьному возрасту',
    en: 'the date does not fit a pupil’s age',
  },
  'sex-unknown': { kk: 'ұл немесе қыз күтіледі', ru: 'ожидается м или ж', en: 'female or male' },
  'language-unknown': {
    kk: 'қазақ, орыс немесе ағылшын тілі күтіледі',
    ru: 'ожидается казахский, русский или английский',
    en: 'Kazakh, Russian or English',
  },
  'class-unreadable': {
    kk: 'сынып 9А түрінде күтіледі',
    ru: 'ожидается класс вида 9А',
    en: 'a class such as 9A',
  },
  'iin-digits': { kk: 'ЖСН — 12 сан', ru: 'ИИН — 12 цифр', en: 'an IIN has 12 digits' },
  'iin-check': {
    kk: 'ЖСН-нің соңғы саны басқаларына сәйкес емес: қате терілген',
    ru: 'последняя цифра ИИН не сходится с остальными: опечатка',
    en: 'the last digit of the IIN does not fit the others: mistyped',
  },
  'iin-birth-date': {
    kk: 'ЖСН басы туған күнге сәйкес емес',
    ru: 'начало ИИН не совпадает с датой рождения',
    en: 'the IIN does not begin with the birth date',
  },
  'iin-sex': {
    kk: 'ЖСН-нің жетінші саны жынысқа сәйкес емес',
    ru: 'седьмая цифра ИИН не совпадает с полом',
    en: 'the seventh digit of the IIN does not fit the sex',
  },
  'iin-taken': {
    kk: 'бұл ЖСН басқа жазбада тұр: сандарды тексеріңіз немесе ұяшықты босатып, операторға хабарласыңыз',
    ru: 'этот ИИН стоит в другой записи: проверьте цифры или оставьте ячейку пустой и обратитесь к оператору',
    en: 'this IIN stands in another record: check the digits, or leave the cell empty and ask the operator',
  },
  'twice-in-file': {
    kk: 'файлда екі рет кездеседі',
    ru: 'встречается в файле дважды',
    en: 'is in the file twice',
  },
  'own-id-taken': {
    kk: 'бұл нөмір басқа оқушыда тұр',
    ru: 'этот номер у другого ученика',
    en: 'another pupil has this number',
  },
  contradiction: {
    kk: 'мектеп нөмірі мен ЖСН әртүрлі оқушыны көрсетеді',
    ru: 'номер школы и ИИН указывают на разных учеников',
    en: 'the school’s id and the IIN point to different pupils',
  },
  erased: {
    kk: 'деректер отбасының өтініші бойынша жойылған: қайта жүктелмейді',
    ru: 'данные удалены по просьбе семьи: заново не загружаются',
    en: 'erased at the family’s request: not loaded again',
  },
} as const satisfies Record<string, Words>;

export type RosterIssueCode = keyof typeof words;

/** Something wrong with a row: in which field, and what was expected. */
export type RosterIssue = { field: RosterField; code: RosterIssueCode };

export const issueWords = (code: RosterIssueCode, language: Language): string => words[code][language];
