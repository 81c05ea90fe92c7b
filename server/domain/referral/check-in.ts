import { type ReferralEvent, stateOf } from './history.ts';

const dayMs = 86_400_000;
/** Less than a year, so that the look of one school year is asked for within the next. */
const restDays = 300;

export type Looked = {
  readonly events: readonly ReferralEvent[];
  readonly place: { readonly after: 'grade-9' | 'grade-11' };
  readonly checkIns: readonly { readonly at: Date }[];
};

/** Goes on at school until a place after grade 11: only then is there a year to look back on. */
export const hasCheckIns = ({ events, place }: Omit<Looked, 'checkIns'>, now: Date): boolean =>
  place.after === 'grade-11' && stateOf(events, now)?.status === 'accepted';

/** Is it time to ask once more whether the wish is still there? */
export function isCheckInDue({ events, place, checkIns }: Looked, now: Date): boolean {
  if (!hasCheckIns({ events, place }, now)) return false;
  const last = checkIns.at(-1)?.at ?? stateOf(events, now)?.since ?? now;
  return now.getTime() - last.getTime() >= restDays * dayMs;
}
