import type { PlaceOutcome, RoundOutcome } from '../../contract/round.schema.ts';
import { explainPlaces } from '../allocation/explain.ts';
import type { Allocation, Pool } from '../allocation/types.ts';

/** What an allocation comes to, counted: by wish, and place by place. */
export function roundOutcome(pool: Pool, allocation: Allocation): RoundOutcome {
  const byRank: number[] = [];
  for (const { id, wishes } of pool.candidates) {
    const place = allocation.placeOf.get(id) ?? null;
    if (place === null) continue;
    const rank = wishes.indexOf(place);
    while (byRank.length <= rank) byRank.push(0);
    byRank[rank] = (byRank[rank] ?? 0) + 1;
  }
  const sharesOf = new Map(pool.candidates.map(({ id, reserves }) => [id, new Set(reserves)]));
  const places = explainPlaces(pool, allocation).map(({ place, quota, asked, filled, underTarget }): PlaceOutcome => {
    const reserved = pool.places.find(({ id }) => id === place)?.reserved ?? [];
    const here = allocation.candidatesOf.get(place) ?? [];
    const reservedMet = reserved.every(
      ({ kind, seats }) => here.filter((candidate) => sharesOf.get(candidate)?.has(kind)).length >= seats,
    );
    return { place, quota, asked, filled, underTarget, reservedMet };
  });
  return {
    candidates: pool.candidates.length,
    placed: byRank.reduce((sum, one) => sum + one, 0),
    byRank,
    places,
  };
}
