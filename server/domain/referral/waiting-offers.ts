import type { Allocation, Pool } from '../allocation/types.ts';
import { type Move, movesAfter } from './waiting-list.ts';

/** A seat that someone holds now, by a referral that has not ended. */
export type Holding = { readonly candidate: string; readonly place: string };

/**
 * Whom the waiting list moves up now: the allocation runs again without those who have left, and a better place is offered
 * only where a seat is free this moment, so that no place is ever held by more than its quota. Nobody loses what they hold:
 * a better place is an offer beside it.
 * @param gone candidates who hold nothing any more and have said no, let an offer lapse, or whose referral was taken back
 */
export function waitingOffers(pool: Pool, holdings: readonly Holding[], gone: ReadonlySet<string>): Move[] {
  const rank = new Map(
    pool.candidates.map(({ id, wishes }) => [id, new Map(wishes.map((wish, index) => [wish, index]))]),
  );
  const best = new Map<string, string>();
  const held = new Map<string, number>();
  for (const { candidate, place } of holdings) {
    held.set(place, (held.get(place) ?? 0) + 1);
    const before = best.get(candidate);
    const ranks = rank.get(candidate);
    if (before === undefined || (ranks?.get(place) ?? 1e9) < (ranks?.get(before) ?? 1e9)) best.set(candidate, place);
  }
  const quotas = new Map(pool.places.map(({ id, quota }) => [id, quota]));
  const now: Allocation = {
    placeOf: new Map(pool.candidates.map(({ id }) => [id, best.get(id) ?? null])),
    candidatesOf: new Map(),
  };
  return movesAfter(pool, now, gone).filter(({ candidate, to }) => {
    const current = best.get(candidate);
    const ranks = rank.get(candidate);
    const isBetter = current === undefined || (ranks?.get(to) ?? 1e9) < (ranks?.get(current) ?? 1e9);
    const free = (quotas.get(to) ?? 0) - (held.get(to) ?? 0);
    if (!isBetter || free <= 0) return false;
    held.set(to, (held.get(to) ?? 0) + 1);
    return true;
  });
}
