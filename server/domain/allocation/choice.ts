import type { Place } from './types.ts';

/** A candidate as a place sees it: position in the place's order (lower first) and the reserved kinds it may use. */
export type Applicant = { readonly index: number; readonly standing: number; readonly kinds: readonly string[] };

/**
 * Whom a place takes of those who ask: the reserved seats first go to as many of their kinds as possible, each time the one
 * who stands first (a candidate of several kinds takes one seat only), then the open seats to whoever stands first.
 * This is the meritorious horizontal choice rule (Sönmez & Yenmez 2022, Econometrica 90:1143): nobody it turns away would be
 * taken if fewer asked, and it never takes fewer when more ask, so deferred acceptance with it is stable and honest to.
 *
 * `asking` must be in the place's order; gives those taken, in the same order.
 */
export function choose(place: Place, asking: readonly Applicant[]): readonly Applicant[] {
  if (asking.length <= place.quota) return asking;
  if (place.reserved.length === 0) return asking.slice(0, place.quota);
  const onReserve = reserveSeats(place, asking);
  const open = place.quota - onReserve.size;
  let taken = 0;
  return asking.filter((applicant) => onReserve.has(applicant) || taken++ < open);
}

/** Greedy over a transversal matroid: an applicant joins if the reserved seats can then still all be told apart. */
function reserveSeats(place: Place, asking: readonly Applicant[]): ReadonlySet<Applicant> {
  const free = new Map(place.reserved.map(({ kind, seats }) => [kind, seats]));
  const holders = new Map<string, Applicant[]>(place.reserved.map(({ kind }) => [kind, []]));
  const seated = new Set<Applicant>();
  let left = Math.min(
    place.quota,
    place.reserved.reduce((sum, { seats }) => sum + seats, 0),
  );
  for (const applicant of asking) {
    if (left === 0) break;
    if (seat(applicant, free, holders, new Set())) {
      seated.add(applicant);
      left -= 1;
    }
  }
  return seated;
}

/** Finds a reserved seat for an applicant, moving earlier ones between their kinds where that makes room. */
function seat(
  applicant: Applicant,
  free: Map<string, number>,
  holders: Map<string, Applicant[]>,
  tried: Set<string>,
): boolean {
  for (const kind of applicant.kinds) {
    const seats = free.get(kind);
    if (seats === undefined || tried.has(kind)) continue;
    tried.add(kind);
    const sitting = holders.get(kind) ?? [];
    if (sitting.length < seats) {
      sitting.push(applicant);
      return true;
    }
    const moved = sitting.findIndex((other) => seat(other, free, holders, tried));
    if (moved >= 0) {
      sitting[moved] = applicant;
      return true;
    }
  }
  return false;
}
