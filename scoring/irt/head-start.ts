import { evaluate, type MarginalModel, marginalModel } from './marginal-model.ts';
import { type MaximiseSettings, maximiseLikelihood, type Outset } from './maximise-likelihood.ts';
import { thinnedTable } from './pattern-table.ts';
import { quadratureGrid } from './quadrature-grid.ts';

/** Every other node of the 61: parameters differ in the fifth digit. */
const FEW_NODES = 31;
const FEW_PATTERNS = 20_000;

/** The head start ends when no parameter moves by more: the rest is done on everything. */
const ROUGH = 1e-3;

/** An item's category with fewer persons than this in the sample may lie anywhere. */
const FEWEST_ANSWERS = 5;

const personsOf = (model: MarginalModel): number => model.run.table.weights.reduce((sum, w) => sum + w, 0);

/** Whether somebody in the sample gave every answer to every item. */
function isCovered(model: MarginalModel, x: Float64Array): boolean {
  const q = model.run.grid.nodes.length;
  return evaluate(model, x).counts.every((counts) => {
    for (let start = 0; start < counts.length; start += q) {
      if (counts.subarray(start, start + q).reduce((sum, r) => sum + r, 0) < FEWEST_ANSWERS) return false;
    }
    return true;
  });
}

/**
 * Where to begin the search on all patterns and nodes: the end of a rough search on few of them, with what its steps
 * told of the metric. Only time depends on it; where the rough search does not end well, the plain start is taken.
 */
export function headStart(model: MarginalModel, x: Float64Array, { maxIterations }: MaximiseSettings): Outset {
  const grid = quadratureGrid({ count: FEW_NODES });
  const { table } = model.run;
  const sample = marginalModel({ ...model, table: thinnedTable(table, FEW_PATTERNS), grid });
  const rough = isCovered(sample, x) ? sample : marginalModel({ ...model, table, grid });
  const settings = { maxIterations, tolerance: ROUGH, likelihoodTolerance: Number.POSITIVE_INFINITY };
  const { converged, point, memory } = maximiseLikelihood(rough, { x, memory: [] }, settings);
  if (!converged) return { x, memory: [] };
  const factor = personsOf(model) / personsOf(rough);
  return { x: point.x, memory: memory.map(({ s, y, rho }) => ({ s, y: y.map((v) => v * factor), rho: rho / factor })) };
}
