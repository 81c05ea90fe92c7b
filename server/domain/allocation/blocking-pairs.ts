import { standingOf } from './allocate.ts';
import { type Applicant, choose } from './choice.ts';
import { lotteryOrder } from './lottery.ts';
import type { Allocation, Candidate, Pool } from './types.ts';

export type BlockingPair = { readonly candidate: string; readonly place: string };

/**
 * Pairs that would rather have each other than what the allocation gives them: the candidate wishes the place more than
 * their own, and the place would take them among those it has. A stable allocation has none. Looks at nothing but the
 * definition, so that it can judge any allocation, also one changed by hand.
 */
export function blockingPairs(pool: Pool, allocation: Allocation): BlockingPair[] {
  const draw = lotteryOrder(
    pool.lotterySeed,
    pool.candidates.map(({ id }) => id),
  );
  const candidates = new Map(pool.candidates.map((candidate) => [candidate.id, candidate]));
  const places = new Map(pool.places.map((place) => [place.id, place]));
  const wouldTake = (candidate: Candidate, placeId: string): boolean => {
    const place = places.get(placeId);
    if (place === undefined) return false;
    const held = (allocation.candidatesOf.get(placeId) ?? []).flatMap((id) => candidates.get(id) ?? []);
    const asking = [...held, candidate].map(
      (one, index): Applicant => ({ index, standing: standingOf(place, one, draw), kinds: one.reserves }),
    );
    const newcomer = asking.at(-1);
    const ordered = asking.toSorted((a, b) => a.standing - b.standing);
    return newcomer !== undefined && choose(place, ordered).includes(newcomer);
  };
  return pool.candidates.flatMap((candidate) =>
    better(candidate, allocation)
      .filter((place) => wouldTake(candidate, place))
      .map((place) => ({ candidate: candidate.id, place })),
  );
}

/** The wishes a candidate named before what they got; all of them where they got none. */
export function better(candidate: Candidate, { placeOf }: Allocation): readonly string[] {
  const got = placeOf.get(candidate.id) ?? null;
  return got === null ? candidate.wishes : candidate.wishes.slice(0, candidate.wishes.indexOf(got));
}
