import { fillRows, type ItemTable, type PatternRun, patternLikelihood } from './pattern-likelihood.ts';
import { MISSING } from './response-coding.ts';

/** One pattern: its answers (category per item, MISSING), its persons and what is believed of their θ. */
export interface PatternPosterior {
  readonly answers: Uint8Array;
  /** Normalised, and zero outside the nodes [low, high). */
  readonly posterior: Float64Array;
  weight: number;
  low: number;
  high: number;
}

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

function spell({ table }: PatternRun, spelled: readonly Uint8Array[], pattern: number, answers: Uint8Array): void {
  let place = 0;
  for (let b = 0; b < spelled.length; b += 1) {
    const { items, firstRow } = table.blocks[b] ?? { items: [], firstRow: 0 };
    const from = ((table.rows[pattern * table.width + b] ?? 0) - firstRow) * items.length;
    for (let i = 0; i < items.length; i += 1) answers[place++] = spelled[b]?.[from + i] ?? MISSING;
  }
}

/** Goes through the patterns once. What is handed to `visit` is used again for the next pattern. */
export function visitPosteriors(
  run: PatternRun,
  probabilities: readonly ItemTable[],
  visit: (pattern: PatternPosterior) => void,
): void {
  const { table, windows, like } = run;
  fillRows(run, probabilities);
  const spelled = decoders(run);
  const posterior = new Float64Array(like.length);
  const answers = new Uint8Array(table.categories.length);
  const told: PatternPosterior = { answers, posterior, weight: 0, low: 0, high: 0 };
  for (let pattern = 0; pattern < table.count; pattern += 1) {
    const total = patternLikelihood(run, pattern);
    posterior.fill(0, told.low, told.high);
    told.weight = table.weights[pattern] ?? 0;
    told.low = windows.from[pattern] ?? 0;
    told.high = windows.to[pattern] ?? like.length;
    for (let node = told.low; node < told.high; node += 1) posterior[node] = (like[node] ?? 0) / total;
    spell(run, spelled, pattern, answers);
    visit(told);
  }
}
