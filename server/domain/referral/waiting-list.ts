import { allocate } from '../allocation/allocate.ts';
import type { Allocation, Pool } from '../allocation/types.ts';

/** An offer that the list makes when seats come free: who moves, from where (null: from no place) to which place. */
export type Move = { readonly candidate: string; readonly from: string | null; readonly to: string };

/**
 * What happens when someone leaves: the same rules run again on the same frozen pool without them. Deferred acceptance then
 * gives everyone else a place at least as wished as before, so the list only ever moves people up; nobody loses a seat
 * they hold. Gives the moves, in the order of the places' ids.
 */
export function movesAfter(pool: Pool, before: Allocation, gone: ReadonlySet<string>): Move[] {
  const after = allocate({ ...pool, candidates: pool.candidates.filter(({ id }) => !gone.has(id)) });
  const moves: Move[] = [];
  for (const [candidate, to] of after.placeOf) {
    const from = before.placeOf.get(candidate) ?? null;
    if (to !== null && to !== from) moves.push({ candidate, from, to });
  }
  return moves.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.candidate < b.candidate ? -1 : 1));
}
