import { categoryProbabilities } from '../irt/category-probabilities.ts';
import type { IrtItem } from '../irt/irt-item.ts';
import type { Answers } from '../irt/theta-estimate.ts';

export interface InfitOutfit {
  /** Mean squared standardised residual: 1 is expected; feels single surprising answers to very easy or hard items. */
  readonly outfit: number;
  /** The same weighted by information: feels answers near the person's level. */
  readonly infit: number;
  /** Both brought to a standard normal by the Wilson–Hilferty cube root. */
  readonly outfitZ: number | null;
  readonly infitZ: number | null;
}

/** Beyond this spread the cube root is no longer near normal; Winsteps and mirt stop here too. */
const WIDEST = Math.SQRT2;

/** Cube-root transformation of a mean square with standard deviation q. */
function standardised(meanSquare: number, spread: number): number | null {
  const q = Math.min(spread, WIDEST);
  return q > 0 ? (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3 : null;
}

/**
 * Infit and outfit of one person: how large the gaps are between answers and what θ lets expect. Well above 1 is
 * erratic, well below 1 too smooth to be true.
 *
 * Source: Wright & Masters 1982, Rating Scale Analysis, ch. 5.
 * @returns null when nothing was answered or an answer was certain.
 * @throws RangeError for an answer outside an item's categories.
 */
export function infitOutfit(items: readonly IrtItem[], answers: Answers, theta: number): InfitOutfit | null {
  let [n, squares, weighted, information, outfitSpread, infitSpread] = [0, 0, 0, 0, 0, 0];
  for (const [i, item] of items.entries()) {
    const answer = answers[i] ?? null;
    if (answer === null) continue;
    const p = categoryProbabilities(item, theta).map((curve) => curve.p);
    if (p[answer] === undefined) throw new RangeError(`item ${i} has no category ${answer}`);
    const centre = p.reduce((sum, pk, k) => sum + k * pk, 0);
    const variance = p.reduce((sum, pk, k) => sum + (k - centre) ** 2 * pk, 0);
    const fourth = p.reduce((sum, pk, k) => sum + (k - centre) ** 4 * pk, 0);
    if (!(variance > 1e-12)) return null;
    n += 1;
    squares += (answer - centre) ** 2 / variance;
    weighted += (answer - centre) ** 2;
    information += variance;
    outfitSpread += fourth / variance ** 2;
    infitSpread += fourth - variance ** 2;
  }
  if (n === 0) return null;
  const [outfit, infit] = [squares / n, weighted / information];
  const outfitQ = Math.sqrt(Math.max(0, outfitSpread / n ** 2 - 1 / n));
  const infitQ = Math.sqrt(Math.max(0, infitSpread)) / information;
  return { outfit, infit, outfitZ: standardised(outfit, outfitQ), infitZ: standardised(infit, infitQ) };
}
