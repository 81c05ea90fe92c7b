import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';
import { completeRows } from '../../../scoring/math/response-matrix.ts';
import { cronbachAlpha } from '../../../scoring/reliability/cronbach-alpha.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import type { ScaleAnswers } from './keyed-scales.ts';
import { type Dimension, dimensionOf, type GeneralFactor, generalFactor } from './scale-analysis.ts';

/** All keyed items of a form together: how many dimensions, and how much one general factor carries. */
export interface Overall {
  readonly items: number;
  readonly complete: number;
  readonly alpha: number | null;
  /** With as many group factors as there are scales. */
  readonly general: GeneralFactor | null;
  readonly dimension: Dimension;
}

/** Factoring grows with the cube of the items; a whole battery says little as one scale anyway. */
const MOST_ITEMS = 80;

/** @returns null with one scale, or more items than are worth factoring together */
export function overallOf(scales: readonly ScaleAnswers[], seed: number): Overall | null {
  const keyed = joined(scales);
  if (scales.length < 2 || keyed.k > MOST_ITEMS) return null;
  const data = completeRows(keyed);
  return {
    items: keyed.k,
    complete: data.n,
    alpha: cronbachAlpha(data),
    general: generalFactor(keyed, scales.length),
    dimension: dimensionOf(keyed, seed),
  };
}

/** Each item once, as its first scale keys it. */
function joined(scales: readonly ScaleAnswers[]): ResponseMatrix {
  const seen = new Set<string>();
  const columns = scales.flatMap(({ matrix, keys }) => {
    const keyed = keyedMatrix(matrix, keys);
    return keys.flatMap(({ item }, column) => {
      if (seen.has(item)) return [];
      seen.add(item);
      return [{ keyed, column }];
    });
  });
  const n = scales[0]?.matrix.n ?? 0;
  const values = new Float64Array(n * columns.length);
  for (const [j, { keyed, column }] of columns.entries()) {
    for (let row = 0; row < n; row++) values[row * columns.length + j] = keyed.values[row * keyed.k + column] ?? 0;
  }
  return { n, k: columns.length, values };
}
