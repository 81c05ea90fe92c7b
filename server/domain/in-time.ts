import type { Answer } from '../contract/sitting.schema.ts';

/** Who began before the end may finish: a sitting takes 40 minutes, with breaks and a lesson in between two hours. */
const finishingMs = 2 * 3_600_000;

/**
 * What is noted of answers that arrive after the campaign has closed. `in-time`: given before it closed; `finishing`: within the
 * time in which a sitting once begun may be finished; `unsure`: the device was opened anew without a network since and cannot
 * tell, so the pupil is believed.
 */
export type Lateness = 'in-time' | 'finishing' | 'unsure';

export type Sorted = {
  taken: readonly Answer[];
  /** Given after the end: kept aside. */
  tooLate: readonly Answer[];
  /** Null while the campaign is open. */
  lateness: Lateness | null;
};

/** Sorts a batch by when its answers were given, by the server's clock and the device's monotonic time since it last heard it. */
export function sortByTime(answers: readonly Answer[], closesAt: number | undefined, now: Date): Sorted {
  if (closesAt === undefined || now.getTime() <= closesAt) return { taken: answers, tooLate: [], lateness: null };
  const isTooLate = ({ givenAt }: Answer) => (givenAt ?? closesAt) > closesAt + finishingMs;
  const taken = answers.filter((answer) => !isTooLate(answer));
  const isUnsure = taken.some(({ givenAt }) => givenAt === undefined);
  const isFinishing = taken.some(({ givenAt }) => givenAt !== undefined && givenAt > closesAt);
  const lateness = isUnsure ? 'unsure' : isFinishing ? 'finishing' : 'in-time';
  return { taken, tooLate: answers.filter(isTooLate), lateness };
}
