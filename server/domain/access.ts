import type { Actor, StaffActor } from './actor.ts';

/** Where a thing stands. A field that does not apply is null; an unknown thing has no placement at all. */
export type Placement = {
  region: string | null;
  school: string | null;
  /** The class, where the thing belongs to one. */
  class?: string | null;
  pid: string | null;
  sitting: string | null;
  /** The university or sponsor it belongs to, where it belongs to one. */
  organisation?: string | null;
};

/** The kinds of thing that stand somewhere. */
export type Placed =
  | 'sitting'
  | 'pupil'
  | 'class'
  | 'school'
  | 'campaign'
  | 'region'
  | 'appeal'
  | 'candidate'
  | 'staff'
  | 'need'
  | 'seat'
  | 'grant'
  | 'practice'
  | 'round'
  | 'referral';

/**
 * May this actor reach a thing that stands there? Out of reach is answered as «not found»: that a pupil exists is not told.
 * Each branch demands a non-empty match: two nulls never meet.
 */
export function mayReach(actor: Actor, place: Placement): boolean {
  switch (actor.kind) {
    case 'anonymous':
    case 'expert':
      return false;
    case 'pupil':
    case 'upload':
      return same(actor.sitting, place.sitting);
    case 'guardian':
      return same(actor.pid, place.pid);
    case 'staff':
      return staffReaches(actor, place);
  }
}

function staffReaches(actor: StaffActor, place: Placement): boolean {
  switch (actor.role) {
    case 'operator':
      return true;
    case 'department':
      return same(actor.region, place.region) && place.pid === null;
    case 'counsellor':
      return place.school === null
        ? place.pid === null && same(actor.region, place.region)
        : actor.schools.some((school) => same(school, place.school)) || reachesClass(actor, place);
    case 'principal':
      return (
        place.pid === null &&
        (place.school === null
          ? same(actor.region, place.region)
          : actor.schools.some((school) => same(school, place.school)))
      );
    case 'university':
    case 'sponsor':
      return same(actor.organisation, place.organisation ?? null);
  }
}

const reachesClass = ({ classes = [] }: StaffActor, place: Placement): boolean =>
  classes.some((one) => same(one.class, place.class ?? null) && same(one.school, place.school));

/** Reaches it, or some class of a school: for what shows a class teacher their own classes of it only. */
export const mayReachPart = (actor: Actor, place: Placement): boolean =>
  mayReach(actor, place) ||
  (actor.kind === 'staff' &&
    actor.role === 'counsellor' &&
    place.pid === null &&
    (actor.classes ?? []).some(({ school }) => same(school, place.school)));

const same = (a: string | null, b: string | null): boolean => a !== null && a !== '' && a === b;
