import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';

/** How one column counts toward its scale. */
export interface ItemKey {
  readonly item: string;
  readonly reversed?: boolean;
  /** Lowest and highest answer the format allows; the lowest and highest seen in the column where left out. */
  readonly low?: number;
  readonly high?: number;
}

/** The range of an item's format: as declared, else as seen; null when nobody answered and nothing is declared. */
export function itemRange(column: Float64Array, key: ItemKey): { low: number; high: number } | null {
  const answered = column.filter((x) => !Number.isNaN(x));
  if (answered.length === 0 && (key.low === undefined || key.high === undefined)) return null;
  const low = key.low ?? answered.reduce((a, b) => Math.min(a, b), Infinity);
  const high = key.high ?? answered.reduce((a, b) => Math.max(a, b), -Infinity);
  return { low, high };
}

/**
 * Answers turned so that more always means more of the trait: a reversed item's x becomes low + high − x.
 *
 * Reversing twice gives the answers back. Missing stays missing.
 * @throws RangeError unless there is one key per column.
 */
export function keyedMatrix(matrix: ResponseMatrix, keys: readonly ItemKey[]): ResponseMatrix {
  if (keys.length !== matrix.k) throw new RangeError(`${keys.length} keys for ${matrix.k} columns`);
  const values = Float64Array.from(matrix.values);
  for (const [j, key] of keys.entries()) {
    const range = key.reversed === true ? itemRange(columnOf(matrix, j), key) : null;
    if (range === null) continue;
    for (let i = 0; i < matrix.n; i += 1)
      values[i * matrix.k + j] = range.low + range.high - (values[i * matrix.k + j] ?? 0);
  }
  return { n: matrix.n, k: matrix.k, values };
}
