import { categoryProbabilities } from '../irt/category-probabilities.ts';
import type { IrtItem } from '../irt/irt-item.ts';
import type { Random } from '../math/random.ts';

/** What someone at θ answers: a category drawn with its probability. */
export function simulatedAnswer(item: IrtItem, theta: number, random: Random): number {
  const draw = random.uniform();
  let below = 0;
  for (const [category, { p }] of categoryProbabilities(item, theta).entries()) {
    below += p;
    if (draw < below) return category;
  }
  return item.b.length;
}
