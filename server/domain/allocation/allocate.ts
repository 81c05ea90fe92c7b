import { type Applicant, choose } from './choice.ts';
import { lotteryOrder } from './lottery.ts';
import { checkPool } from './pool.ts';
import { type Allocation, type Candidate, lastClass, type Place, type Pool } from './types.ts';

/** A place at work: those it holds for now, in its order. */
type Desk = { readonly place: Place; held: Applicant[] };

/**
 * Deferred acceptance, candidates proposing (Gale & Shapley 1962): everyone asks for their first wish; a place holds the best it
 * can take (`choose`) and turns the rest away, who ask for their next; until nobody asks. The outcome is stable, the best stable
 * one for every candidate, and the same whatever the order of the input. Where lists are not capped, no candidate can gain by
 * naming wishes in another order than the true one; with a cap this holds only for the order of the wishes named.
 *
 * The place's order: priority class, then the lottery. No score, band or test enters anywhere.
 * @throws RangeError when ids repeat, a wish names no place, or a quota is not a whole number
 */
export function allocate(pool: Pool): Allocation {
  checkPool(pool);
  const candidates = [...pool.candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const draw = lotteryOrder(
    pool.lotterySeed,
    candidates.map(({ id }) => id),
  );
  const desks = new Map(pool.places.map((place): [string, Desk] => [place.id, { place, held: [] }]));
  const next = new Int32Array(candidates.length);
  const asking = candidates.map((_, index) => index);
  for (let index = asking.pop(); index !== undefined; index = asking.pop()) {
    const candidate = candidates[index];
    const desk = desks.get(candidate?.wishes[next[index] ?? 0] ?? '');
    if (candidate === undefined || desk === undefined) continue;
    next[index] = (next[index] ?? 0) + 1;
    const turnedAway = ask(desk, applicantAt(desk.place, candidate, index, draw));
    if (turnedAway !== null) asking.push(turnedAway.index);
  }
  return outcome(candidates, desks);
}

/** Where a candidate stands in a place's order: class first, the lottery inside it. */
export function standingOf(place: Place, candidate: Candidate, draw: ReadonlyMap<string, number>): number {
  const number = draw.get(candidate.id) ?? 0;
  return Math.min(candidate.classes[place.id] ?? lastClass, 1000) * 2 ** 32 + number;
}

const applicantAt = (
  place: Place,
  candidate: Candidate,
  index: number,
  draw: ReadonlyMap<string, number>,
): Applicant => ({ index, standing: standingOf(place, candidate, draw), kinds: candidate.reserves });

/** One more asks: at most one of those held and the newcomer goes. */
function ask(desk: Desk, newcomer: Applicant): Applicant | null {
  const { held, place } = desk;
  held.splice(positionIn(held, newcomer.standing), 0, newcomer);
  if (held.length <= place.quota) return null;
  const kept = choose(place, held);
  const gone = held.find((applicant) => !kept.includes(applicant)) ?? null;
  desk.held = held.filter((applicant) => applicant !== gone);
  return gone;
}

function positionIn(held: readonly Applicant[], standing: number): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((held[middle]?.standing ?? 0) < standing) low = middle + 1;
    else high = middle;
  }
  return low;
}

function outcome(candidates: readonly Candidate[], desks: ReadonlyMap<string, Desk>): Allocation {
  const placeOf = new Map<string, string | null>(candidates.map(({ id }) => [id, null]));
  const candidatesOf = new Map<string, readonly string[]>();
  for (const [place, { held }] of desks) {
    const ids = held.map(({ index }) => candidates[index]?.id ?? '');
    candidatesOf.set(place, ids);
    for (const id of ids) placeOf.set(id, place);
  }
  return { placeOf, candidatesOf };
}
