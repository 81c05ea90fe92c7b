import {
  addPosterior,
  fillRows,
  type ItemTable,
  marginaliseCounts,
  type PatternRun,
  patternLikelihood,
} from './pattern-likelihood.ts';
import { cutWindow } from './pattern-windows.ts';

/** What the E-step gives: the likelihood of the data, and how many persons are expected where. */
export interface Expectation {
  readonly logLikelihood: number;
  /** Per item, category × node: expected persons at the node who gave that answer. */
  readonly counts: readonly Float64Array[];
}

/**
 * The E-step of marginal maximum likelihood: every pattern's posterior over the nodes, summed to expected counts.
 *
 * Cost per call: patterns × blocks × nodes that count, twice. Missing answers contribute a factor of one (missing at
 * random). The windows of the run are narrowed on the way.
 * Source: Bock & Aitkin 1981, Psychometrika 46, 443–459.
 */
export function expectation(run: PatternRun, probabilities: readonly ItemTable[]): Expectation {
  const { table, grid, windows, like } = run;
  const q = grid.nodes.length;
  fillRows(run, probabilities);
  const rowCounts = new Float64Array(run.rows.length);
  let logLikelihood = 0;
  for (let pattern = 0; pattern < table.count; pattern += 1) {
    const weight = table.weights[pattern] ?? 0;
    const total = patternLikelihood(run, pattern);
    logLikelihood += weight * (Math.log(total) + run.logDivisor);
    cutWindow(windows, pattern, like, total);
    addPosterior(run, rowCounts, pattern, weight / total);
  }
  const counts = table.categories.map((m) => new Float64Array(m * q));
  for (const block of table.blocks) marginaliseCounts(block, rowCounts, q, counts);
  return { logLikelihood, counts };
}
