import type { Answer } from '../../../server/contract/sitting.schema.ts';
import type { Question } from './question-order.ts';

/** How many answers the usual pace weighs against one's own. */
const trustInUsual = 8;
/** Nobody reads in less than this share of the usual time: whoever skims will not be promised that it stays so quick. */
const fastest = 0.4;
/** A longer gap was a break, not an answer. */
const longestMs = 60_000;

/**
 * Minutes left, at least 1: the usual time of each unanswered question, made shorter or longer by the pupil's own pace so far
 * (the median time between answers, pulled towards the usual).
 */
export function minutesLeft(questions: readonly Question[], answers: readonly Answer[]): number {
  const done = new Set(answers.map(({ item }) => item));
  const usual = sum(questions.map(({ format }) => format.seconds)) / Math.max(1, questions.length);
  const ahead = sum(questions.filter(({ item }) => !done.has(item)).map(({ format }) => format.seconds));
  return Math.max(1, Math.round((ahead * Math.max(fastest, paceAgainst(usual, answers))) / 60));
}

function paceAgainst(usualS: number, answers: readonly Answer[]): number {
  const times = answers.map(({ atMs }) => atMs).sort((one, other) => one - other);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const own = gaps.filter((gap) => gap < longestMs).sort((one, other) => one - other);
  const median = own[Math.floor(own.length / 2)];
  if (median === undefined || usualS === 0) return 1;
  return (trustInUsual + own.length * (median / 1000 / usualS)) / (trustInUsual + own.length);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
