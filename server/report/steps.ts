import type { ReferralEvent } from '../domain/referral/history.ts';
import type { ReferralStatus } from '../domain/referral/status.ts';
import type { SchoolPeople } from './release-people.ts';

/** How far a region's pupils came after the assessment; each counts once at every step reached. */
export type Steps = { wishing: number; recommended: number; offered: number; accepted: number; enrolled: number };
/** The same as it may leave; null: fewer than k, or none. */
export type ToldSteps = { [Step in keyof Steps]: number | null };

export const noSteps: Steps = { wishing: 0, recommended: 0, offered: 0, accepted: 0, enrolled: 0 };

type Referred = { readonly pid: string; readonly events: readonly ReferralEvent[] };

export function stepsOf(schools: readonly SchoolPeople[], referrals: readonly Referred[]): Steps {
  const own = referrals.filter(({ pid }) => schools.some(({ pupils }) => pupils.has(pid)));
  const reached = (status: ReferralStatus): number =>
    new Set(own.filter(({ events }) => events.some(({ to }) => to === status)).map(({ pid }) => pid)).size;
  return {
    wishing: schools.reduce((sum, { wishing }) => sum + wishing, 0),
    recommended: schools.reduce((sum, { recommended }) => sum + recommended, 0),
    offered: reached('offered'),
    accepted: reached('accepted'),
    enrolled: reached('enrolled'),
  };
}

/** Rounded to fives, so that the difference of two releases is not one child. */
const rounding = 5;

export function toldSteps(steps: Steps, k: number): ToldSteps {
  const told = (count: number): number | null => (count < k ? null : Math.round(count / rounding) * rounding);
  return {
    wishing: told(steps.wishing),
    recommended: told(steps.recommended),
    offered: told(steps.offered),
    accepted: told(steps.accepted),
    enrolled: told(steps.enrolled),
  };
}
