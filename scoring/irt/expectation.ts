import {
  addPosterior,
  type ItemTable,
  likelihoodTable,
  marginaliseCounts,
  patternLikelihood,
} from './pattern-likelihood.ts';
import type { PatternTable } from './pattern-table.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** What the E-step gives: the likelihood of the data, and how many persons are expected where. */
export interface Expectation {
  readonly logLikelihood: number;
  /** Per item, category × node: expected persons at the node who gave that answer. */
  readonly counts: readonly Float64Array[];
}

/**
 * The E-step of marginal maximum likelihood: every pattern's posterior over the nodes, summed to expected counts.
 *
 * Cost per call: patterns × blocks × nodes, twice. Missing answers contribute a factor of one (missing at random).
 * Source: Bock & Aitkin 1981, Psychometrika 46, 443–459.
 */
export function expectation(
  table: PatternTable,
  probabilities: readonly ItemTable[],
  grid: QuadratureGrid,
): Expectation {
  const q = grid.nodes.length;
  const rows = likelihoodTable(table, probabilities, grid);
  const rowCounts = new Float64Array(rows.length);
  const like = new Float64Array(q);
  let logLikelihood = 0;
  for (let index = 0; index < table.count; index += 1) {
    const weight = table.weights[index] ?? 0;
    const { total, scale } = patternLikelihood(table, rows, index, like);
    logLikelihood += weight * (Math.log(total) + scale);
    addPosterior(table, rowCounts, { index, like, factor: weight / total });
  }
  const counts = table.categories.map((m) => new Float64Array(m * q));
  for (const block of table.blocks) marginaliseCounts(block, rowCounts, q, counts);
  return { logLikelihood, counts };
}
