import { answerProbability } from './category-probabilities.ts';
import type { IrtItem } from './irt-item.ts';
import { type QuadratureGrid, quadratureGrid } from './quadrature-grid.ts';
import type { Answers, ThetaEstimate } from './theta-estimate.ts';

/** Sum of ln P of the answers at θ; an answer outside the item's categories is the caller's mistake. */
export function logLikelihoodAt(items: readonly IrtItem[], answers: Answers, theta: number): number {
  let sum = 0;
  for (const [i, item] of items.entries()) {
    const answer = answers[i] ?? null;
    if (answer === null) continue;
    sum += Math.log(Math.max(answerProbability(item, answer, theta), 1e-300));
  }
  return sum;
}

/**
 * Expected a posteriori: the mean of what is believed of θ after the answers; its spread is the standard error.
 *
 * In words: every node of θ is weighed by how many persons are there and how likely they were to answer so.
 * Always finite, also for all-right and all-wrong. It depends on the nodes: 61 on [−6, 6] unless another grid is given.
 * Source: Bock & Mislevy 1982, Appl. Psychol. Meas. 6, 431–444.
 * @returns null when nothing was answered.
 * @throws RangeError for an answer outside an item's categories.
 */
export function thetaEap(
  items: readonly IrtItem[],
  answers: Answers,
  grid: QuadratureGrid = quadratureGrid(),
): ThetaEstimate | null {
  if (items.every((_, i) => (answers[i] ?? null) === null)) return null;
  const logs = Array.from(grid.nodes, (theta) => logLikelihoodAt(items, answers, theta));
  const most = Math.max(...logs);
  const weights = logs.map((l, q) => (grid.weights[q] ?? 0) * Math.exp(l - most));
  return posteriorMoments(grid.nodes, Float64Array.from(weights));
}

/** Mean and spread of nodes under weights that need not add to one. */
export function posteriorMoments(nodes: Float64Array, weights: Float64Array): ThetaEstimate {
  let [total, first] = [0, 0];
  for (let q = 0; q < nodes.length; q += 1) {
    total += weights[q] ?? 0;
    first += (weights[q] ?? 0) * (nodes[q] ?? 0);
  }
  const theta = first / total;
  let second = 0;
  for (let q = 0; q < nodes.length; q += 1) second += (weights[q] ?? 0) * ((nodes[q] ?? 0) - theta) ** 2;
  return { theta, se: Math.sqrt(second / total) };
}
