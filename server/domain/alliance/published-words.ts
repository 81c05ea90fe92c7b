import type { DepartureKind } from '../../contract/round.schema.ts';
import type { CandidateExplanation, MissedPlace } from '../allocation/explain.ts';
import type { Language } from '../language.ts';

/**
 * Why a code stands where it stands, as it is published: spoken to anybody, made of the rules' own parts. What a commission wrote
 * about a family is never among them.
 */
export function publishedWords(
  { place, rank, missed }: CandidateExplanation,
  nameOf: (place: string) => string,
  language: Language,
): string[] {
  const said = words[language];
  const reasons = missed.map((one, index) => said.missed(index + 1, nameOf(one.place), partsOf(one, said)));
  return [...reasons, place === null || rank === null ? said.none : said.holds(rank)];
}

/** What a departure from the proposal is published as. */
export const departureWords = (kind: DepartureKind, language: Language): string =>
  words[language].departure(words[language].kinds[kind]);

const partsOf = ({ seats, earlierClass, earlierDraw, reserved }: MissedPlace, said: Words): string =>
  seats === 0
    ? said.noSeats
    : [
        ...earlierClass.map((one) => said.class(one.class, one.seats)),
        ...(earlierDraw > 0 ? [said.draw(earlierDraw)] : []),
        ...(reserved > 0 ? [said.reserved(reserved)] : []),
      ].join('; ');

type Words = {
  missed(wish: number, place: string, parts: string): string;
  noSeats: string;
  class(priority: number, seats: number): string;
  draw(seats: number): string;
  reserved(seats: number): string;
  holds(wish: number): string;
  none: string;
  departure(kind: string): string;
  kinds: Readonly<Record<DepartureKind, string>>;
};

const words: Readonly<Record<Language, Words>> = {
  kk: {
    missed: (wish, place, parts) => `${wish}-тілек (${place}). Орын алғандар: ${parts}.`,
    noSeats: 'орын болған жоқ',
    class: (priority, seats) => `${priority}-басымдық тобынан — ${seats}`,
    draw: (seats) => `жеребе нөмірі ертерек — ${seats}`,
    reserved: (seats) => `квота бойынша — ${seats}`,
    holds: (wish) => `Орын ${wish}-тілек бойынша берілді.`,
    none: 'Орын жетпеді. Код күту тізімінде тұр.',
    departure: (kind) => `Комиссияның шешімі: ${kind}.`,
    kinds: {
      'family-asked': 'отбасының өтініші',
      'document-shown': 'құжатпен расталған құқық',
      'requirement-unmet': 'орынның жарияланған талабына сай келмейді',
      'data-corrected': 'деректегі қате түзетілді',
      other: 'негізі хаттамада жазылған',
    },
  },
  ru: {
    missed: (wish, place, parts) => `Пожелание ${wish} (${place}). Кому достались места: ${parts}.`,
    noSeats: 'мест не было',
    class: (priority, seats) => `группе приоритета ${priority} — ${seats}`,
    draw: (seats) => `тем, чей номер в жеребьёвке раньше, — ${seats}`,
    reserved: (seats) => `по квоте — ${seats}`,
    holds: (wish) => `Место по пожеланию ${wish}.`,
    none: 'Места не хватило. Код стоит в листе ожидания.',
    departure: (kind) => `Решение комиссии: ${kind}.`,
    kinds: {
      'family-asked': 'просьба семьи',
      'document-shown': 'право подтверждено документом',
      'requirement-unmet': 'опубликованное условие места не выполнено',
      'data-corrected': 'исправлена ошибка в данных',
      other: 'основание записано в протоколе',
    },
  },
  en: {
    missed: (wish, place, parts) => `Wish ${wish} (${place}). Its seats went: ${parts}.`,
    noSeats: 'there were none',
    class: (priority, seats) => `${seats} to priority class ${priority}`,
    draw: (seats) => `${seats} to earlier lottery numbers`,
    reserved: (seats) => `${seats} by a reserved share`,
    holds: (wish) => `Placed by wish ${wish}.`,
    none: 'No seat was left. The code is on the waiting list.',
    departure: (kind) => `Decision of the commission: ${kind}.`,
    kinds: {
      'family-asked': 'the family asked for it',
      'document-shown': 'a right shown by a document',
      'requirement-unmet': 'a published requirement of the place is not met',
      'data-corrected': 'an error in the data was corrected',
      other: 'the ground is in the minutes',
    },
  },
};
