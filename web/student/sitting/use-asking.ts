import { useMemo, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../server/contract/sitting.schema.ts';
import type { Language } from '../../i18n/language.ts';
import type { Desk } from './desk.ts';
import type { Question } from './question-order.ts';
import { type Stop, stopOfQuestion, stopsOf } from './stops.ts';

/** `questions`: the question one is at; a lead or a break: the one it stands before. Holds whatever the screen's width is. */
export type Spot = { kind: 'intro' | 'review' | Stop['kind']; at: number };

export type Asking = {
  /** What is asked; in an adaptive form it grows with the answers. */
  questions: readonly Question[];
  answers: ReadonlyMap<string, Answer>;
  spot: Spot;
  /** The screen of `spot`; null on the introduction and the review. */
  stop: Stop | null;
  /** To a question, on whatever screen it is. */
  ask: (at: number) => void;
  /** To the next screen, or the one before. */
  onward: () => void;
  back: () => void;
  /** Where to go on: after the last answered question. What was skipped on the way waits in the review. */
  goOn: () => void;
  /** Resolves to false where the device could not keep the answer. */
  keep: (item: string, value: number) => Promise<boolean>;
};

const intro: Spot = { kind: 'intro', at: 0 };

/** Where the pupil stands and what they have answered. */
export function useAsking(desk: Desk, language: Language, isRoomy: boolean, isResumed: boolean): Asking {
  const [answers, setAnswers] = useState(desk.answers);
  const questions = useMemo(() => desk.adaptive?.follow(answers) ?? desk.questions, [desk, answers]);
  const stops = useMemo(() => stopsOf(questions, desk.sections, isRoomy), [questions, isRoomy]);
  // Past the last question of an adaptive form the next one may just have been chosen; where there is none, it is the review.
  const review: Spot = { kind: desk.adaptive === null ? 'review' : 'questions', at: questions.length };
  const [spot, setSpot] = useState<Spot>(() =>
    isResumed ? placeToGoOn({ questions, answers }, stops, review) : intro,
  );
  const index = indexOf(stops, spot);
  const toStop = (next: number) => {
    const stop = stops[next];
    if (stop !== undefined) setSpot({ kind: stop.kind, at: stop.at });
    else setSpot(next < 0 ? intro : review);
  };
  const keeping = useRef<Promise<boolean>>(Promise.resolve(true));
  /** Whoever has left a question knows that its answer is kept: a tab may die at any moment. */
  const whenKept = (move: () => void) => void keeping.current.then((isKept) => isKept && move());
  const keep = (item: string, value: number): Promise<boolean> => {
    const mine = keepNow(item, value);
    keeping.current = mine;
    return mine;
  };
  const keepNow = async (item: string, value: number): Promise<boolean> => {
    try {
      const kept = await desk.answer(item, value, language);
      setAnswers((known) => ((known.get(item)?.seq ?? 0) > kept.seq ? known : new Map(known).set(item, kept)));
      return true;
    } catch {
      // Told on the page; the next step is not held up for it.
      keeping.current = Promise.resolve(true);
      return false;
    }
  };
  return {
    questions,
    answers,
    spot,
    stop: stops[index] ?? null,
    ask: (at) => whenKept(() => toQuestion(at, questions.length, setSpot, review)),
    onward: () => whenKept(() => toStop(index + 1)),
    back: () => toStop(index - 1),
    goOn: () => setSpot(placeToGoOn({ questions, answers }, stops, review)),
    keep,
  };
}

function toQuestion(at: number, count: number, setSpot: (spot: Spot) => void, review: Spot): void {
  setSpot(at >= count ? review : { kind: 'questions', at: Math.max(0, at) });
}

/** −1 for the introduction, one past the last for the review. */
function indexOf(stops: readonly Stop[], { kind, at }: Spot): number {
  if (kind === 'intro') return -1;
  if (kind === 'review') return stops.length;
  if (kind === 'questions') return stopOfQuestion(stops, at);
  return stops.findIndex((stop) => stop.kind === kind && stop.at === at);
}

function placeToGoOn(
  { questions, answers }: Pick<Asking, 'questions' | 'answers'>,
  stops: readonly Stop[],
  review: Spot,
): Spot {
  const at = questions.reduce((last, { item }, index) => (answers.has(item) ? index : last), -1) + 1;
  if (at >= questions.length) return review;
  // A part is gone into by its door: the break before it was had, what it is about may be forgotten.
  const door = stops.find((stop) => stop.kind === 'lead' && stop.at === at);
  return { kind: door?.kind ?? 'questions', at };
}
