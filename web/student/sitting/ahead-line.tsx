import type { Answer } from '../../../server/contract/sitting.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { ProgressHorns } from './progress-horns.tsx';
import type { Question } from './question-order.ts';
import { partOf } from './stops.ts';
import { minutesLeft } from './time-left.ts';

type Props = {
  questions: readonly Question[];
  answers: ReadonlyMap<string, Answer>;
  /** How many there are at most, where the answers decide. */
  most: number | null;
  at: number;
  place: string;
};

/** How far this part is, and about how long the whole will still take. */
export function AheadLine({ questions: known, answers, most, at, place }: Props) {
  const last = known[known.length - 1];
  // What may still be chosen takes as long as the last that was.
  const questions =
    last === undefined ? known : [...known, ...Array<Question>(Math.max(0, (most ?? 0) - known.length)).fill(last)];
  const { number, of, first, count } = partOf(questions, at);
  const done = questions.slice(first, first + count).filter(({ item }) => answers.has(item)).length;
  return (
    <div class="ahead-line">
      <ProgressHorns done={done} place={at - first} of={count} />
      <span aria-hidden="true">{of === 1 ? place : `${m.part_place({ number })} · ${at - first + 1} / ${count}`}</span>
      <span>{m.minutes_left({ minutes: minutesLeft(questions, [...answers.values()]) })}</span>
    </div>
  );
}
