import { correlation } from '../math/moments.ts';
import type { ItemPair } from './item-pairs.ts';

const MIN_PAIRS = 3;

/**
 * Psychometric synonyms and antonyms: within one person, the correlation over item pairs between the first and the
 * second item of each pair. Attentive persons are high on synonyms and low on antonyms.
 *
 * Answers are raw. Pairs with a missing answer are left out (never filled up at random).
 * Source: Meade & Craig 2012; Curran 2016.
 * @param pairs fixed beforehand, see `itemPairs`.
 * @returns null with fewer than three usable pairs, or when either side does not vary.
 */
export function pairConsistency(
  answers: ArrayLike<number>,
  pairs: readonly Pick<ItemPair, 'first' | 'second'>[],
): number | null {
  const usable = pairs
    .map(({ first, second }) => [answers[first] ?? Number.NaN, answers[second] ?? Number.NaN] as const)
    .filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
  if (usable.length < MIN_PAIRS) return null;
  return correlation(
    usable.map(([a]) => a),
    usable.map(([, b]) => b),
  );
}
