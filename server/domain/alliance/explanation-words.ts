import type { CandidateExplanation, MissedPlace } from '../allocation/explain.ts';
import type { Language } from '../language.ts';

/** Names a place in the reader's language. */
type NameOf = (place: string) => string;

/** Why this place came and not an earlier wish: one sentence each, in the order of the wishes. */
export function explanationWords(
  { place, rank, missed }: CandidateExplanation,
  nameOf: NameOf,
  language: Language,
): string[] {
  const said = words[language];
  const reasons = missed.map((one, index) => missedWords(one, index + 1, nameOf, said));
  return [...reasons, place === null || rank === null ? said.none : said.holds(nameOf(place), rank)];
}

function missedWords(
  { place, seats, earlierClass, earlierDraw, reserved }: MissedPlace,
  wish: number,
  nameOf: NameOf,
  said: Words,
): string {
  const parts = [
    ...earlierClass.map((one) => said.class(one.seats, one.class)),
    ...(earlierDraw > 0 ? [said.draw(earlierDraw)] : []),
    ...(reserved > 0 ? [said.reserved(reserved)] : []),
  ];
  return said.missed(wish, nameOf(place), seats, parts.join('; '));
}

/** What the commission said where it departed from the proposal, in its own words. */
export const commissionWords = (reason: string, language: Language): string => words[language].commission(reason);

/** A place that came later, when the waiting list moved. */
export const movedWords = (place: string, language: Language): string => words[language].moved(place);

type Words = {
  commission(reason: string): string;
  moved(place: string): string;
  missed(wish: number, place: string, seats: number, parts: string): string;
  class(seats: number, priority: number): string;
  draw(seats: number): string;
  reserved(seats: number): string;
  holds(place: string, wish: number): string;
  none: string;
};

const words: Readonly<Record<Language, Words>> = {
  kk: {
    commission: (reason) => `Комиссия басқаша шешті: ${reason}`,
    moved: (place) => `Кейін орын босап, саған мынау ұсынылды: ${place}.`,
    missed: (wish, place, seats, parts) =>
      seats === 0
        ? `${wish}-тілегің (${place}): бұл жерде орын бөлінбеген.`
        : `${wish}-тілегің (${place}): ${seats} орын былай бөлінді — ${parts}.`,
    class: (seats, priority) => `${seats} орын ${priority}-басымдық тобындағы үміткерлерге берілді`,
    draw: (seats) => `${seats} орын жеребеде нөмірі сенен бұрын шыққан үміткерлерге берілді`,
    reserved: (seats) => `${seats} орын арнайы квота бойынша берілді`,
    holds: (place, wish) => `Саған ${wish}-тілегің бойынша орын ұсынылды: ${place}.`,
    none: 'Әзірге саған орын жетпеді. Біреу бас тартса, тізім жоғары жылжиды да, орын өзінен-өзі ұсынылады.',
  },
  ru: {
    commission: (reason) => `Комиссия решила иначе: ${reason}`,
    moved: (place) => `Потом место освободилось, и тебе предложили: ${place}.`,
    missed: (wish, place, seats, parts) =>
      seats === 0
        ? `Пожелание ${wish} (${place}): здесь не было мест.`
        : `Пожелание ${wish} (${place}): мест было ${seats}. Кому они достались: ${parts}.`,
    class: (seats, priority) => `группе приоритета ${priority} — ${seats}`,
    draw: (seats) => `тем, чей номер в жеребьёвке раньше твоего, — ${seats}`,
    reserved: (seats) => `по особой квоте — ${seats}`,
    holds: (place, wish) => `Тебе предложено место по пожеланию ${wish}: ${place}.`,
    none: 'Пока места не хватило. Если кто-то откажется, очередь сдвинется, и место предложат само собой.',
  },
  en: {
    commission: (reason) => `The commission decided otherwise: ${reason}`,
    moved: (place) => `Later a place became free and was offered to you: ${place}.`,
    missed: (wish, place, seats, parts) =>
      seats === 0
        ? `Wish ${wish} (${place}): there were no seats here.`
        : `Wish ${wish} (${place}): its ${seats} seats went like this — ${parts}.`,
    class: (seats, priority) => `${seats} to candidates of priority class ${priority}`,
    draw: (seats) => `${seats} to candidates whose lottery number came before yours`,
    reserved: (seats) => `${seats} by a reserved share`,
    holds: (place, wish) => `You hold a place by your wish ${wish}: ${place}.`,
    none: 'There was no place for you so far. When someone declines, the list moves up and a place is offered by itself.',
  },
};
