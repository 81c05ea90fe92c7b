import { categoryProbabilities } from '../irt/category-probabilities.ts';
import type { IrtItem } from '../irt/irt-item.ts';

/**
 * Everything lz* of one scale needs, tabled over levels θ: for each item and answer ln P and P′/P, for each item its part of
 * the expectation and variance of the log-likelihood, of its covariance with the score, and of the information; and the
 * expected sum of answers, from which θ is found.
 */
export interface PersonFitTable {
  readonly items: number;
  readonly categories: number;
  readonly nodes: Float64Array;
  readonly expectedSum: Float64Array;
  readonly logP: Float64Array;
  readonly score: Float64Array;
  /** Per node and item: expectation, variance, covariance with the score, information. */
  readonly moments: Float64Array;
}

const MOMENTS = 4;

/** Ten levels a unit from −4 to 4. */
export const LEVELS = Float64Array.from({ length: 81 }, (_, index) => (index - 40) / 10);

export function personFitTable(items: readonly IrtItem[], nodes: Float64Array = LEVELS): PersonFitTable {
  const categories = Math.max(...items.map(({ b }) => b.length + 1));
  const cells = nodes.length * items.length;
  const logP = new Float64Array(cells * categories);
  const score = new Float64Array(cells * categories);
  const moments = new Float64Array(cells * MOMENTS);
  const expectedSum = new Float64Array(nodes.length);
  for (const [n, theta] of nodes.entries()) {
    for (const [i, item] of items.entries()) {
      const cell = n * items.length + i;
      const curves = categoryProbabilities(item, theta).map(({ p, slope }) => ({ p: Math.max(p, 1e-300), slope }));
      const mean = curves.reduce((sum, { p }) => sum + p * Math.log(p), 0);
      for (const [k, { p, slope }] of curves.entries()) {
        logP[cell * categories + k] = Math.log(p);
        score[cell * categories + k] = slope / p;
        expectedSum[n] = (expectedSum[n] ?? 0) + k * p;
      }
      moments.set(
        [
          mean,
          curves.reduce((sum, { p }) => sum + p * (Math.log(p) - mean) ** 2, 0),
          curves.reduce((sum, { p, slope }) => sum + slope * Math.log(p), 0),
          curves.reduce((sum, { p, slope }) => sum + slope ** 2 / p, 0),
        ],
        cell * MOMENTS,
      );
    }
  }
  return { items: items.length, categories, nodes, expectedSum, logP, score, moments };
}

/** Sums of one person over scales, so that the whole form has one person fit. */
export interface FitSums {
  excess: number;
  variance: number;
}

/**
 * Adds one scale: l − E(l) − c·S(θ) and its variance V − c²·I, with c = cov(l, S)/I. S(θ), the score at the level of the
 * table nearest to the person's, stands where Snijders has −r₀: at the root of S + r₀ = 0 they are the same, and so θ need
 * not be found to the last digit.
 * @param answers category of each item, 0 for the lowest, −1 where missing
 */
export function addFit(table: PersonFitTable, answers: Int8Array, sums: FitSums): void {
  const node = nodeOf(table, answers);
  if (node < 0) return;
  const { items, categories, logP, score, moments } = table;
  let [l, s, mean, variance, covariance, information] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < items; i++) {
    const answer = answers[i] ?? -1;
    if (answer < 0) continue;
    const cell = node * items + i;
    l += logP[cell * categories + answer] ?? 0;
    s += score[cell * categories + answer] ?? 0;
    mean += moments[cell * MOMENTS] ?? 0;
    variance += moments[cell * MOMENTS + 1] ?? 0;
    covariance += moments[cell * MOMENTS + 2] ?? 0;
    information += moments[cell * MOMENTS + 3] ?? 0;
  }
  if (!(information > 1e-12)) return;
  const c = covariance / information;
  const left = variance - c * c * information;
  if (!(left > 1e-12)) return;
  sums.excess += l - mean - c * s;
  sums.variance += left;
}

/** The level at which the answered items' expected sum is nearest to the given one; −1 where nothing was answered. */
function nodeOf({ items, expectedSum, nodes }: PersonFitTable, answers: Int8Array): number {
  let [given, answered] = [0, 0];
  for (let i = 0; i < items; i++) {
    const answer = answers[i] ?? -1;
    if (answer < 0) continue;
    answered++;
    given += answer;
  }
  if (answered === 0) return -1;
  // Of an incomplete scale the sum is brought to all items: its expectation is tabled for all.
  const sum = (given * items) / answered;
  let [low, high] = [0, nodes.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((expectedSum[middle] ?? 0) < sum) low = middle;
    else high = middle;
  }
  return sum - (expectedSum[low] ?? 0) <= (expectedSum[high] ?? 0) - sum ? low : high;
}
