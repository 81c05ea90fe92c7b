import type { PatternPosterior } from './pattern-posteriors.ts';
import { MISSING } from './response-coding.ts';

/** The scores that an answer moves: where each parameter stands in x, and where its row of nodes begins. */
interface Moved {
  readonly places: Int32Array;
  readonly starts: Int32Array;
  readonly scores: Float64Array;
}

/** Derivatives of ln P per item (category × parameter × node), without the rows that are zero throughout. */
function movedBy(places: readonly (readonly number[])[], scores: readonly Float64Array[], q: number): Moved[][] {
  return places.map((own, item) => {
    const m = own.length;
    const s = scores[item] ?? new Float64Array(0);
    return own.map((_, c) => {
      const moved = own.map((__, u) => u).filter((u) => s.subarray((c * m + u) * q, (c * m + u + 1) * q).some(Boolean));
      return {
        places: Int32Array.from(moved, (u) => own[u] ?? 0),
        starts: Int32Array.from(moved, (u) => (c * m + u) * q),
        scores: s,
      };
    });
  });
}

/**
 * Sums, over the patterns handed to `add`, the squares of their expected complete-data scores: a size × size matrix of
 * which the upper triangle is kept.
 */
export function expectedScores(
  places: readonly (readonly number[])[],
  scores: readonly Float64Array[],
  { size, q }: { size: number; q: number },
): { readonly add: (pattern: PatternPosterior) => void; readonly upper: Float64Array } {
  const moved = movedBy(places, scores, q);
  const upper = new Float64Array(size * size);
  const at = new Int32Array(size);
  const values = new Float64Array(size);
  const sumScore = new Float64Array(size);
  const add = (pattern: PatternPosterior): void => {
    sumScore.fill(0);
    const held = collect(moved, pattern, { at, sumScore });
    for (let i = 0; i < held; i += 1) values[i] = sumScore[at[i] ?? 0] ?? 0;
    addSquare(upper, { at, values, held, size }, pattern.weight);
  };
  return { add, upper };
}

/** Expected scores of one pattern into `sumScore`, and their places, ascending, into `at`. @returns how many. */
function collect(
  moved: readonly (readonly Moved[])[],
  { answers, posterior, low, high }: PatternPosterior,
  { at, sumScore }: { at: Int32Array; sumScore: Float64Array },
): number {
  let held = 0;
  for (let item = 0; item < moved.length; item += 1) {
    const answer = answers[item] ?? MISSING;
    const own = answer === MISSING ? undefined : moved[item]?.[answer];
    if (own === undefined) continue;
    const { places, starts, scores } = own;
    for (let u = 0; u < places.length; u += 1) {
      const start = starts[u] ?? 0;
      let sum = 0;
      for (let node = low; node < high; node += 1) sum += (posterior[node] ?? 0) * (scores[start + node] ?? 0);
      const place = places[u] ?? 0;
      // Only a slope shared by all items comes up again: it is the first place.
      if (held === 0 || place > (at[held - 1] ?? 0)) at[held++] = place;
      sumScore[place] = (sumScore[place] ?? 0) + sum;
    }
  }
  return held;
}

function addSquare(
  upper: Float64Array,
  { at, values, held, size }: { at: Int32Array; values: Float64Array; held: number; size: number },
  weight: number,
): void {
  for (let i = 0; i < held; i += 1) {
    const row = (at[i] ?? 0) * size;
    const own = weight * (values[i] ?? 0);
    for (let j = i; j < held; j += 1) {
      const cell = row + (at[j] ?? 0);
      upper[cell] = (upper[cell] ?? 0) + own * (values[j] ?? 0);
    }
  }
}
