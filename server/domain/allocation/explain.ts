import { better } from './blocking-pairs.ts';
import { type Allocation, type Candidate, lastClass, type Pool } from './types.ts';

/** Why a wished place did not come: whom its seats went to, counted against this candidate. */
export type MissedPlace = {
  readonly place: string;
  readonly seats: number;
  /** Seats that went to candidates of an earlier priority class, by class. */
  readonly earlierClass: readonly { readonly class: number; readonly seats: number }[];
  /** Seats that went to candidates of the same class with an earlier lottery number. */
  readonly earlierDraw: number;
  /** Seats kept by a reserved share for candidates who stand behind this one. */
  readonly reserved: number;
};

export type CandidateExplanation = {
  readonly candidate: string;
  readonly place: string | null;
  /** Which of the wishes it is, 1 for the first; null without a place. */
  readonly rank: number | null;
  readonly missed: readonly MissedPlace[];
};

export type PlaceExplanation = {
  readonly place: string;
  readonly quota: number;
  readonly filled: number;
  readonly asked: number;
  /** How many more the lower target asks for; 0 where it is met or there is none. */
  readonly underTarget: number;
};

/** Every candidate's explanation. `draw`: the lottery's numbers. */
export function explainCandidates(
  pool: Pool,
  allocation: Allocation,
  draw: ReadonlyMap<string, number>,
): CandidateExplanation[] {
  const candidates = new Map(pool.candidates.map((candidate) => [candidate.id, candidate]));
  return pool.candidates.map((candidate) => {
    const place = allocation.placeOf.get(candidate.id) ?? null;
    return {
      candidate: candidate.id,
      place,
      rank: place === null ? null : candidate.wishes.indexOf(place) + 1,
      missed: better(candidate, allocation).map((wish) => missed(wish, candidate, allocation, candidates, draw)),
    };
  });
}

function missed(
  place: string,
  candidate: Candidate,
  { candidatesOf }: Allocation,
  candidates: ReadonlyMap<string, Candidate>,
  draw: ReadonlyMap<string, number>,
): MissedPlace {
  const own = classAt(candidate, place);
  const number = draw.get(candidate.id) ?? 0;
  const taken = (candidatesOf.get(place) ?? []).flatMap((id) => candidates.get(id) ?? []);
  const earlier = taken.filter((other) => classAt(other, place) < own);
  const classes = [...new Set(earlier.map((other) => classAt(other, place)))].sort((a, b) => a - b);
  const sameClass = taken.filter((other) => classAt(other, place) === own && (draw.get(other.id) ?? 0) < number);
  return {
    place,
    seats: taken.length,
    earlierClass: classes.map((one) => ({
      class: one,
      seats: earlier.filter((other) => classAt(other, place) === one).length,
    })),
    earlierDraw: sameClass.length,
    reserved: taken.length - earlier.length - sameClass.length,
  };
}

const classAt = ({ classes }: Candidate, place: string): number => classes[place] ?? lastClass;

/** Every place's explanation: how many asked, how many it has, what its lower target lacks. */
export function explainPlaces(pool: Pool, allocation: Allocation): PlaceExplanation[] {
  const asked = new Map<string, number>();
  for (const { wishes } of pool.candidates) {
    for (const wish of wishes) asked.set(wish, (asked.get(wish) ?? 0) + 1);
  }
  return pool.places.map(({ id, quota, lowerTarget = 0 }) => {
    const filled = allocation.candidatesOf.get(id)?.length ?? 0;
    return { place: id, quota, filled, asked: asked.get(id) ?? 0, underTarget: Math.max(0, lowerTarget - filled) };
  });
}
