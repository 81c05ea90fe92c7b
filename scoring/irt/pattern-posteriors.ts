import type { MarginalModel } from './marginal-model.ts';
import { type ItemTable, likelihoodTable, patternLikelihood } from './pattern-likelihood.ts';
import { MISSING } from './response-coding.ts';

/** Called for each pattern with its answers (category per item, MISSING) and its normalised posterior over the nodes. */
export type PosteriorVisit = (answers: Uint8Array, posterior: Float64Array, weight: number) => void;

/** For each block, its code spelled out: category per item, MISSING beyond the last category. */
function decoders({ table }: Pick<MarginalModel, 'table'>): Uint8Array[] {
  return table.blocks.map(({ items, states, strides, size }) => {
    const out = new Uint8Array(size * items.length);
    for (let code = 0; code < size; code += 1) {
      for (const [i, item] of items.entries()) {
        const state = Math.floor(code / (strides[i] ?? 1)) % (states[i] ?? 1);
        out[code * items.length + i] = state < (table.categories[item] ?? 0) ? state : MISSING;
      }
    }
    return out;
  });
}

/** Goes through the patterns once. The two arrays handed to `visit` are used again for the next pattern. */
export function visitPosteriors(
  { table, grid }: Pick<MarginalModel, 'table' | 'grid'>,
  probabilities: readonly ItemTable[],
  visit: PosteriorVisit,
): void {
  const rows = likelihoodTable(table, probabilities, grid);
  const spelled = decoders({ table });
  const posterior = new Float64Array(grid.nodes.length);
  const answers = new Uint8Array(table.categories.length);
  for (let pattern = 0; pattern < table.count; pattern += 1) {
    const { total } = patternLikelihood(table, rows, pattern, posterior);
    for (let node = 0; node < posterior.length; node += 1) posterior[node] = (posterior[node] ?? 0) / total;
    let place = 0;
    for (const [b, { items, firstRow }] of table.blocks.entries()) {
      const code = (table.rows[pattern * table.width + b] ?? 0) - firstRow;
      answers.set(spelled[b]?.subarray(code * items.length, (code + 1) * items.length) ?? [], place);
      place += items.length;
    }
    visit(answers, posterior, table.weights[pattern] ?? 0);
  }
}
