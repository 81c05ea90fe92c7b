import type { NeedsTable } from '../../contract/alliance.schema.ts';
import type { Language } from '../language.ts';
import { anyRegion } from '../referral/needs-table.ts';

type NameOf = (id: string) => string;

/** The Alliance's table as rows of a file, its head first; a gap is a number of its own. */
export function needsTableRows(cells: NeedsTable['cells'], nameOf: NameOf, language: Language): (string | number)[][] {
  const { head, any } = words[language];
  return [
    head,
    ...cells.map((one) => [
      nameOf(one.subject),
      one.language,
      one.region === anyRegion ? any : nameOf(one.region),
      ...[one.year, one.needed, one.seats, one.funded, one.seatsShort, one.moneyShort],
    ]),
  ];
}

const words: Readonly<Record<Language, { head: string[]; any: string }>> = {
  kk: {
    head: ['Пән', 'Оқыту тілі', 'Өңір', 'Жыл', 'Қажет', 'Орын', 'Қаржысы бар', 'Жетпейтін орын', 'Қаржысы жоқ орын'],
    any: 'кез келген облыс',
  },
  ru: {
    head: [
      'Предмет',
      'Язык обучения',
      'Регион',
      'Год',
      'Нужно',
      'Мест',
      'С деньгами',
      'Не хватает мест',
      'Нет денег на мест',
    ],
    any: 'любая область',
  },
  en: {
    head: [
      'Subject',
      'Language',
      'Region',
      'Year',
      'Needed',
      'Seats',
      'Paid for',
      'Seats short',
      'Seats without money',
    ],
    any: 'any region',
  },
};
