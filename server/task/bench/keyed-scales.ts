import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { columnOf, type ResponseMatrix, selectColumns } from '../../../scoring/math/response-matrix.ts';
import type { ItemKey } from '../../../scoring/reliability/keyed-matrix.ts';
import { CommandProblem } from '../command-problem.ts';
import type { KeyedItem, KeyedScale } from './key-file.ts';

/** One scale's answers as given, and how each column counts. */
export interface ScaleAnswers {
  readonly scale: string;
  readonly matrix: ResponseMatrix;
  readonly keys: readonly ItemKey[];
}

/** The columns of one scale. Items of one scale share one format: what is not declared is seen over all of them. */
export function scaleAnswers(
  matrix: ResponseMatrix,
  columns: readonly string[],
  { scale, items }: KeyedScale,
): ScaleAnswers {
  const picked = selectColumns(
    matrix,
    items.map(({ item }) => columns.indexOf(item)),
  );
  const scored = withRightAnswers(picked, items);
  const seen = [...scored.values].filter((x) => !Number.isNaN(x));
  const low = seen.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const high = seen.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  const known = seen.length > 0;
  const keys = items.map(({ item, reversed, right, ...range }): ItemKey => {
    if (right !== undefined) return { item, reversed: false, low: 0, high: 1 };
    return { item, reversed, ...(known ? { low, high } : {}), ...range };
  });
  for (const [j, key] of keys.entries()) refuseOutside(columnOf(scored, j), key);
  return { scale, matrix: scored, keys };
}

/** A declared range that the answers leave would turn them wrongly: better said than computed. */
function refuseOutside(column: Float64Array, { item, low, high }: ItemKey): void {
  const outside = column.find((x) => x < (low ?? x) || x > (high ?? x));
  if (outside !== undefined)
    throw new CommandProblem(`${item}: answer ${outside} lies outside the key's range ${low} to ${high}`);
}

function withRightAnswers(matrix: ResponseMatrix, items: readonly KeyedItem[]): ResponseMatrix {
  if (items.every(({ right }) => right === undefined)) return matrix;
  const values = Float64Array.from(matrix.values, (x, cell) => {
    const right = items[cell % items.length]?.right;
    return right === undefined || Number.isNaN(x) ? x : Number(x === right);
  });
  return { ...matrix, values };
}

/** The scales of an instrument as keys, as far as item analysis means something for them. */
export function instrumentScales(instrument: Instrument, pointsOf: (item: string) => readonly number[]): KeyedScale[] {
  return instrument.scales.filter(isAnalysable).map(({ id, items }) => ({
    scale: id,
    items: (items ?? []).map(({ item, key, match }) => {
      const points = pointsOf(item);
      const [low, high] = [Math.min(...points), Math.max(...points)];
      return { item, reversed: key === -1 || match === low, low, high };
    }),
  }));
}

/** Coefficients of internal consistency have no meaning for forced pairs and comparisons with a key. */
export function isAnalysable({ score }: Instrument['scales'][number]): boolean {
  return score === 'mean' || score === 'sum' || score === 'weighted' || score === 'match-count';
}
