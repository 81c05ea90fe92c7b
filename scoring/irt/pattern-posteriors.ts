import { fillRows, type ItemTable, type PatternRun, patternLikelihood } from './pattern-likelihood.ts';
import { MISSING } from './response-coding.ts';

/** Called for each pattern with its answers (category per item, MISSING) and its normalised posterior over the nodes. */
export type PosteriorVisit = (answers: Uint8Array, posterior: Float64Array, weight: number) => void;

/** For each block, its code spelled out: category per item, MISSING beyond the last category. */
function decoders({ table }: Pick<PatternRun, 'table'>): Uint8Array[] {
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

/**
 * Goes through the patterns once. Outside the pattern's window the posterior is zero. The two arrays handed to `visit`
 * are used again for the next pattern.
 */
export function visitPosteriors(run: PatternRun, probabilities: readonly ItemTable[], visit: PosteriorVisit): void {
  const { table, windows, like } = run;
  fillRows(run, probabilities);
  const spelled = decoders(run);
  const posterior = new Float64Array(like.length);
  const answers = new Uint8Array(table.categories.length);
  for (let pattern = 0; pattern < table.count; pattern += 1) {
    const total = patternLikelihood(run, pattern);
    const [low, high] = [windows.from[pattern] ?? 0, windows.to[pattern] ?? like.length];
    posterior.fill(0);
    for (let node = low; node < high; node += 1) posterior[node] = (like[node] ?? 0) / total;
    let place = 0;
    for (const [b, { items, firstRow }] of table.blocks.entries()) {
      const code = (table.rows[pattern * table.width + b] ?? 0) - firstRow;
      answers.set(spelled[b]?.subarray(code * items.length, (code + 1) * items.length) ?? [], place);
      place += items.length;
    }
    visit(answers, posterior, table.weights[pattern] ?? 0);
  }
}
