import { correlationOf } from '../math/moments.ts';
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
  let n = 0;
  let sx = 0;
  let sy = 0;
  for (const { first, second } of pairs) {
    const x = answers[first] ?? Number.NaN;
    const y = answers[second] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    sx += x;
    sy += y;
  }
  return n < MIN_PAIRS ? null : correlationAbout(answers, pairs, { n, mx: sx / n, my: sy / n });
}

/** `correlation` of scoring/math over the usable pairs, without laying them out. */
function correlationAbout(
  answers: ArrayLike<number>,
  pairs: readonly Pick<ItemPair, 'first' | 'second'>[],
  { n, mx, my }: { n: number; mx: number; my: number },
): number | null {
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (const { first, second } of pairs) {
    const dx = (answers[first] ?? Number.NaN) - mx;
    const dy = (answers[second] ?? Number.NaN) - my;
    if (Number.isNaN(dx) || Number.isNaN(dy)) continue;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  }
  return correlationOf({ n, mx, my, sxx, syy, sxy });
}
