import { triangularise } from './least-squares.ts';
import { columnCopy, type Matrix } from './matrix.ts';

export interface Subset {
  readonly columns: readonly number[];
  readonly residualSquares: number;
}

/** How many columns, and how many of the best combinations to keep. */
export interface SubsetSearch {
  readonly size: number;
  readonly keep: number;
}

interface Candidate {
  readonly column: number;
  readonly vector: Float64Array;
}

interface Node {
  readonly chosen: readonly number[];
  readonly y: Float64Array;
  readonly free: readonly Candidate[];
  readonly rest: number;
}

/** A direction whose square is below this share of its column's is rounding, not a direction. */
const DEPENDENT = 1e-16;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const without = (v: Float64Array, unit: Float64Array): Float64Array => {
  const share = dot(v, unit);
  return v.map((x, i) => x - share * (unit[i] ?? 0));
};

/** Tries each candidate next, with the later ones made orthogonal to it. */
function extend(node: Node, size: number, found: (subset: Subset) => void): void {
  const missing = size - node.chosen.length;
  for (const [index, { column, vector }] of node.free.entries()) {
    if (node.free.length - index < missing) return;
    const square = dot(vector, vector);
    if (square < DEPENDENT) continue;
    const chosen = [...node.chosen, column];
    const rest = node.rest - dot(vector, node.y) ** 2 / square;
    if (missing === 1) {
      found({ columns: chosen, residualSquares: rest });
      continue;
    }
    const unit = vector.map((x) => x / Math.sqrt(square));
    const free = node.free.slice(index + 1).map((c) => ({ column: c.column, vector: without(c.vector, unit) }));
    extend({ chosen, y: without(node.y, unit), free, rest }, size, found);
  }
}

/**
 * The combinations of `size` columns that leave the smallest sums of squares, best first: every combination is tried.
 *
 * All work is done on the triangle of one QR factorisation, so the number of rows does not matter; 23 columns taken
 * six at a time are 100,947 combinations, well under a second.
 * @param design without intercept, columns centred. @param y centred.
 * @returns none when fewer than `size` columns are linearly independent.
 * @throws RangeError unless size ≥ 1 and keep ≥ 1.
 */
export function bestSubsets(design: Matrix, y: ArrayLike<number>, { size, keep }: SubsetSearch): Subset[] {
  if (!(size >= 1 && keep >= 1))
    throw new RangeError('bestSubsets requires a size and a number to keep of at least one');
  const { r, qy, residualSquares } = triangularise(design, y);
  const free = Array.from({ length: design.cols }, (_, column) => {
    const vector = Float64Array.from(columnCopy(r, column));
    const length = Math.sqrt(dot(vector, vector));
    return { column, vector: length > 0 ? vector.map((x) => x / length) : vector };
  });
  let best: Subset[] = [];
  extend({ chosen: [], y: qy, free, rest: residualSquares + dot(qy, qy) }, size, (subset) => {
    if (best.length === keep && subset.residualSquares >= (best.at(-1)?.residualSquares ?? Infinity)) return;
    best = [...best, subset].sort((a, b) => a.residualSquares - b.residualSquares).slice(0, keep);
  });
  return best;
}
