import type { PatternBlock, PatternTable } from './pattern-table.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** Probabilities of one item: category × node, category by category. */
export type ItemTable = Float64Array;

/**
 * Likelihood of each joint state of each block at every node, row by row; rows of the first block carry the weights of
 * the nodes, and the last row is all ones.
 */
export function likelihoodTable(
  table: PatternTable,
  probabilities: readonly ItemTable[],
  grid: QuadratureGrid,
): Float64Array {
  const q = grid.nodes.length;
  const out = new Float64Array(table.rowCount * q);
  out.fill(1, (table.rowCount - 1) * q);
  for (const [b, block] of table.blocks.entries()) {
    const rows = out.subarray(block.firstRow * q, (block.firstRow + block.size) * q);
    for (let node = 0; node < q; node += 1) rows[node] = b === 0 ? (grid.weights[node] ?? 0) : 1;
    let filled = 1;
    for (const [i, item] of block.items.entries()) {
      const states = block.states[i] ?? 1;
      spread(rows, probabilities[item] ?? new Float64Array(0), { filled, states, q });
      filled *= states;
    }
  }
  return out;
}

/** Multiplies the rows built so far by each state of the next item; the missing state (beyond the table) is one. */
function spread(
  out: Float64Array,
  p: ItemTable,
  { filled, states, q }: { filled: number; states: number; q: number },
): void {
  for (let state = states - 1; state >= 0; state -= 1) {
    const known = (state + 1) * q <= p.length;
    for (let row = 0; row < filled; row += 1) {
      const target = (state * filled + row) * q;
      for (let node = 0; node < q; node += 1) {
        const factor = known ? (p[state * q + node] ?? 0) : 1;
        out[target + node] = (out[row * q + node] ?? 0) * factor;
      }
    }
  }
}

/** Sums expected counts of a block's joint states to those of each item: category × node; missing states fall away. */
export function marginaliseCounts(
  block: PatternBlock,
  counts: Float64Array,
  q: number,
  into: readonly Float64Array[],
): void {
  for (const [i, item] of block.items.entries()) {
    const states = block.states[i] ?? 1;
    const stride = block.strides[i] ?? 1;
    const target = into[item];
    if (target === undefined) continue;
    for (let row = 0; row < block.size; row += 1) {
      const state = Math.floor(row / stride) % states;
      if ((state + 1) * q > target.length) continue;
      const source = (block.firstRow + row) * q;
      for (let node = 0; node < q; node += 1) {
        target[state * q + node] = (target[state * q + node] ?? 0) + (counts[source + node] ?? 0);
      }
    }
  }
}

/** Below this the product of rows is made again with care for underflow. */
const SMALL = 1e-150;

/**
 * Weight × likelihood of one pattern at every node, written to `like`.
 * @returns its sum over the nodes, and the logarithm of what the values were divided by (0 but for very long tests).
 */
export function patternLikelihood(
  table: PatternTable,
  rows: Float64Array,
  pattern: number,
  like: Float64Array,
): { total: number; scale: number } {
  const total = multiplyRows(table, rows, pattern, like);
  return total > SMALL ? { total, scale: 0 } : multiplyRescaled(table, rows, pattern, like);
}

/** Two rows at a time: half the passes over `like`. */
function multiplyRows(table: PatternTable, rows: Float64Array, pattern: number, like: Float64Array): number {
  const q = like.length;
  const { width } = table;
  const start = pattern * width;
  like.fill(1);
  let total = 0;
  for (let b = 0; b < width; b += 2) {
    const first = (table.rows[start + b] ?? 0) * q;
    const second = (table.rows[start + b + 1] ?? 0) * q;
    total = 0;
    for (let node = 0; node < q; node += 1) {
      const value = (like[node] ?? 0) * (rows[first + node] ?? 0) * (rows[second + node] ?? 0);
      like[node] = value;
      total += value;
    }
  }
  return total;
}

/** The same product, brought back to one at its largest after every row. */
function multiplyRescaled(
  table: PatternTable,
  rows: Float64Array,
  pattern: number,
  like: Float64Array,
): { total: number; scale: number } {
  const q = like.length;
  let scale = 0;
  like.fill(1);
  for (let b = 0; b < table.width; b += 1) {
    const offset = (table.rows[pattern * table.width + b] ?? 0) * q;
    let most = Number.MIN_VALUE;
    for (let node = 0; node < q; node += 1) {
      const value = (like[node] ?? 0) * (rows[offset + node] ?? 0);
      like[node] = value;
      if (value > most) most = value;
    }
    for (let node = 0; node < q; node += 1) like[node] = (like[node] ?? 0) / most;
    scale += Math.log(most);
  }
  return { total: like.reduce((sum, x) => sum + x, 0), scale };
}

/** Adds a pattern's posterior, times `factor`, to the counts of its rows. */
export function addPosterior(
  table: PatternTable,
  counts: Float64Array,
  pattern: { readonly index: number; readonly like: Float64Array; readonly factor: number },
): void {
  const { like, factor } = pattern;
  const q = like.length;
  const start = pattern.index * table.width;
  for (let b = 0; b < table.width; b += 2) {
    const first = (table.rows[start + b] ?? 0) * q;
    const second = (table.rows[start + b + 1] ?? 0) * q;
    for (let node = 0; node < q; node += 1) {
      const value = (like[node] ?? 0) * factor;
      counts[first + node] = (counts[first + node] ?? 0) + value;
      counts[second + node] = (counts[second + node] ?? 0) + value;
    }
  }
}
