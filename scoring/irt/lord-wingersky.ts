import { categoryProbabilities } from './category-probabilities.ts';
import { categoryCount, type IrtItem } from './irt-item.ts';
import { type QuadratureGrid, quadratureGrid } from './quadrature-grid.ts';
import { posteriorMoments } from './theta-eap.ts';
import type { ThetaEstimate } from './theta-estimate.ts';

/** One row of a sum-score table for a paper form. */
export interface SumScoreRow extends ThetaEstimate {
  readonly score: number;
  /** Share of the population expected to have this score. */
  readonly probability: number;
}

/** Convolves the score distribution so far with one item's categories. */
function addItem(scores: readonly number[], chances: readonly number[]): number[] {
  const out = new Array<number>(scores.length + chances.length - 1).fill(0);
  for (const [s, likelihood] of scores.entries()) {
    for (const [k, p] of chances.entries()) out[s + k] = (out[s + k] ?? 0) + likelihood * p;
  }
  return out;
}

/**
 * P(sum score = s | θ) for every s: the Lord–Wingersky recursion, item by item.
 *
 * Source: Lord & Wingersky 1984, Appl. Psychol. Meas. 8, 453–461; Thissen et al. 1995 for more categories.
 */
export const sumScoreDistribution = (items: readonly IrtItem[], theta: number): number[] =>
  items.reduce<number[]>(
    (scores, item) =>
      addItem(
        scores,
        categoryProbabilities(item, theta).map(({ p }) => p),
      ),
    [1],
  );

/**
 * The table that turns a sum score into θ without a computer: EAP and its error for each sum score.
 *
 * Categories count 0, 1, 2 …; a person must have answered every item.
 * @throws RangeError without items.
 */
export function sumScoreTable(items: readonly IrtItem[], grid: QuadratureGrid = quadratureGrid()): SumScoreRow[] {
  if (items.length === 0) throw new RangeError('sumScoreTable requires an item');
  const highest = items.reduce((sum, item) => sum + categoryCount(item) - 1, 0);
  const perNode = Array.from(grid.nodes, (theta) => sumScoreDistribution(items, theta));
  return Array.from({ length: highest + 1 }, (_, score) => {
    const weights = Float64Array.from(perNode, (d, q) => (grid.weights[q] ?? 0) * (d[score] ?? 0));
    const probability = weights.reduce((sum, w) => sum + w, 0);
    return { score, probability, ...posteriorMoments(grid.nodes, weights) };
  });
}
