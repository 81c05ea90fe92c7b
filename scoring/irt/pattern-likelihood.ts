import type { PatternBlock, PatternTable } from './pattern-table.ts';
import { EDGE_SHARE, type PatternWindows, wholeWindows } from './pattern-windows.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** Probabilities of one item: category × node, category by category. */
export type ItemTable = Float64Array;

/** Room to go through the patterns in, made once and used again at every pass. */
export interface PatternRun {
  readonly table: PatternTable;
  readonly grid: QuadratureGrid;
  readonly windows: PatternWindows;
  /** Likelihood of each joint state of each block at every node, row by row; the last row is all ones. */
  readonly rows: Float64Array;
  /** Of the pattern last asked for: weight × likelihood at the nodes of its window. */
  readonly like: Float64Array;
  /** The logarithm of what `like` was divided by: 0 but for very long tests. */
  logDivisor: number;
}

export function patternRun(table: PatternTable, grid: QuadratureGrid): PatternRun {
  const q = grid.nodes.length;
  return {
    table,
    grid,
    windows: wholeWindows(table.count, q),
    rows: new Float64Array(table.rowCount * q).fill(1),
    like: new Float64Array(q),
    logDivisor: 0,
  };
}

/** Fills the rows of the run from the items' probabilities; rows of the first block carry the weights of the nodes. */
export function fillRows({ table, grid, rows: all }: PatternRun, probabilities: readonly ItemTable[]): void {
  const q = grid.nodes.length;
  for (const [b, block] of table.blocks.entries()) {
    const rows = all.subarray(block.firstRow * q, (block.firstRow + block.size) * q);
    if (b === 0) rows.set(grid.weights);
    else rows.fill(1, 0, q);
    let filled = 1;
    for (const [i, item] of block.items.entries()) {
      const states = block.states[i] ?? 1;
      spread(rows, probabilities[item] ?? new Float64Array(0), { filled, states, q });
      filled *= states;
    }
  }
}

/** Multiplies the rows built so far by each state of the next item; the missing state (beyond the table) is one. */
function spread(
  out: Float64Array,
  p: ItemTable,
  { filled, states, q }: { filled: number; states: number; q: number },
): void {
  for (let state = states - 1; state >= 0; state -= 1) {
    const known = (state + 1) * q <= p.length;
    if (!known) {
      out.copyWithin(state * filled * q, 0, filled * q);
      continue;
    }
    for (let row = 0; row < filled; row += 1) {
      const target = (state * filled + row) * q;
      for (let node = 0; node < q; node += 1) {
        out[target + node] = (out[row * q + node] ?? 0) * (p[state * q + node] ?? 0);
      }
    }
  }
}

/**
 * Sums expected counts of a block's joint states to those of each item: category × node; missing states fall away.
 * Item by item from the last, whose states are then summed up, so that ever fewer rows are left; `counts` is used up.
 */
export function marginaliseCounts(
  block: PatternBlock,
  counts: Float64Array,
  q: number,
  into: readonly Float64Array[],
): void {
  const rows = counts.subarray(block.firstRow * q, (block.firstRow + block.size) * q);
  for (let i = block.items.length - 1; i >= 0; i -= 1) {
    const target = into[block.items[i] ?? 0] ?? new Float64Array(0);
    const stride = block.strides[i] ?? 1;
    const states = block.states[i] ?? 1;
    for (let state = 0; state < states; state += 1) {
      const first = state * stride * q;
      if ((state + 1) * q <= target.length) {
        for (let row = 0; row < stride; row += 1)
          addRow(target, state * q, { rows, start: first + row * q, length: q });
      }
      if (state > 0) addRow(rows, 0, { rows, start: first, length: stride * q });
    }
  }
}

function addRow(
  into: Float64Array,
  at: number,
  { rows, start, length }: { rows: Float64Array; start: number; length: number },
): void {
  for (let i = 0; i < length; i += 1) into[at + i] = (into[at + i] ?? 0) + (rows[start + i] ?? 0);
}

/** Below this the product of rows is made again with care for underflow. */
const SMALL = 1e-150;

/**
 * Weight × likelihood of one pattern at every node of its window, written to `run.like`; a window that no longer holds
 * all that counts is opened to the whole grid first.
 * @returns its sum over the nodes, as it stands in `like`: see `run.logDivisor`.
 */
export function patternLikelihood(run: PatternRun, pattern: number): number {
  const { windows, like } = run;
  const q = like.length;
  const low = windows.from[pattern] ?? 0;
  const high = windows.to[pattern] ?? q;
  run.logDivisor = 0;
  const total = multiplyRows(run, pattern, low, high);
  const bound = EDGE_SHARE * total;
  const holds = (low === 0 || (like[low] ?? 0) < bound) && (high === q || (like[high - 1] ?? 0) < bound);
  if (holds && total > SMALL) return total;
  windows.from[pattern] = 0;
  windows.to[pattern] = q;
  const whole = multiplyRows(run, pattern, 0, q);
  return whole > SMALL ? whole : multiplyRescaled(run, pattern);
}

/** Four rows at a time, and two at the end where their number asks for it: few passes over `like`. */
function multiplyRows({ table, rows, like }: PatternRun, pattern: number, low: number, high: number): number {
  const places = table.rows;
  const q = like.length;
  const first = pattern * table.width;
  const end = first + table.width;
  let total = 0;
  let at = first;
  for (; at + 4 <= end; at += 4) {
    const r0 = (places[at] ?? 0) * q;
    const r1 = (places[at + 1] ?? 0) * q;
    const r2 = (places[at + 2] ?? 0) * q;
    const r3 = (places[at + 3] ?? 0) * q;
    total = 0;
    for (let node = low; node < high; node += 1) {
      const two = (rows[r0 + node] ?? 0) * (rows[r1 + node] ?? 0);
      const four = two * ((rows[r2 + node] ?? 0) * (rows[r3 + node] ?? 0));
      const value = at === first ? four : four * (like[node] ?? 0);
      like[node] = value;
      total += value;
    }
  }
  if (at === end) return total;
  const r0 = (places[at] ?? 0) * q;
  const r1 = (places[at + 1] ?? 0) * q;
  total = 0;
  for (let node = low; node < high; node += 1) {
    const two = (rows[r0 + node] ?? 0) * (rows[r1 + node] ?? 0);
    const value = at === first ? two : two * (like[node] ?? 0);
    like[node] = value;
    total += value;
  }
  return total;
}

/** The same product over the whole grid, brought back to one at its largest after every row. */
function multiplyRescaled(run: PatternRun, pattern: number): number {
  const { table, rows, like } = run;
  const q = like.length;
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
    run.logDivisor += Math.log(most);
  }
  return like.reduce((sum, x) => sum + x, 0);
}

/** Adds the posterior of the pattern that stands in `run.like`, times `factor`, to the counts of its rows. */
export function addPosterior(run: PatternRun, counts: Float64Array, pattern: number, factor: number): void {
  const { table, windows, like } = run;
  const places = table.rows;
  const q = like.length;
  const low = windows.from[pattern] ?? 0;
  const high = windows.to[pattern] ?? q;
  const end = (pattern + 1) * table.width;
  let at = pattern * table.width;
  for (; at + 4 <= end; at += 4) {
    const r0 = (places[at] ?? 0) * q;
    const r1 = (places[at + 1] ?? 0) * q;
    const r2 = (places[at + 2] ?? 0) * q;
    const r3 = (places[at + 3] ?? 0) * q;
    for (let node = low; node < high; node += 1) {
      const value = (like[node] ?? 0) * factor;
      counts[r0 + node] = (counts[r0 + node] ?? 0) + value;
      counts[r1 + node] = (counts[r1 + node] ?? 0) + value;
      counts[r2 + node] = (counts[r2 + node] ?? 0) + value;
      counts[r3 + node] = (counts[r3 + node] ?? 0) + value;
    }
  }
  if (at === end) return;
  const r0 = (places[at] ?? 0) * q;
  const r1 = (places[at + 1] ?? 0) * q;
  for (let node = low; node < high; node += 1) {
    const value = (like[node] ?? 0) * factor;
    counts[r0 + node] = (counts[r0 + node] ?? 0) + value;
    counts[r1 + node] = (counts[r1 + node] ?? 0) + value;
  }
}
