import { normalQuantile } from '../math/normal.ts';
import { stanine, tScore } from '../norming/standard-scores.ts';

/**
 * A norm of one scale: the raw sums that occurred in the sample, ascending, with their mid-rank proportions (C + f/2)/n,
 * C people below and f people at that sum. `whole` has the same computed once for every whole sum from the lowest to the
 * highest: nearly every person has one, and then a norm is looked up and not calculated.
 */
export interface NormTable {
  readonly raw: Float64Array;
  readonly proportion: Float64Array;
  readonly whole: WholeSums;
}

/** Values of the whole sums first, first + 1, …, in order. */
export interface WholeSums {
  readonly first: number;
  readonly proportion: Float64Array;
  readonly t: Float64Array;
  readonly stanine: Float64Array;
}

/**
 * @param pairs [raw, proportion], at least two, both strictly ascending, 0 < proportion < 1
 * @throws RangeError when they are not
 */
export function normTable(pairs: readonly (readonly number[])[]): NormTable {
  const raw = Float64Array.from(pairs, (pair) => pair[0] ?? Number.NaN);
  const proportion = Float64Array.from(pairs, (pair) => pair[1] ?? Number.NaN);
  if (raw.length < 2 || !ascending(raw) || !ascending(proportion)) {
    throw new RangeError('normTable requires at least two rows, raw scores and proportions strictly ascending');
  }
  return { raw, proportion, whole: wholeSums({ raw, proportion }) };
}

function wholeSums(table: Tabled): WholeSums {
  const first = Math.ceil(table.raw[0] ?? 0);
  const last = Math.floor(table.raw.at(-1) ?? 0);
  const proportion = Float64Array.from({ length: last - first + 1 }, (_, index) => proportionAt(table, first + index));
  return { first, proportion, t: proportion.map(tAt), stanine: proportion.map(stanineAt) };
}

type Tabled = Pick<NormTable, 'raw' | 'proportion'>;

function ascending(values: Float64Array): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? Number.NaN));
}

/** Normalised T of a proportion, kept within 10…90: no sample we hold can tell people further out apart. */
export function tAt(proportion: number): number {
  return Math.min(90, Math.max(10, tScore(normalQuantile(proportion))));
}

/** Stanine of a proportion; the boundary rule stands with `stanine`. */
export function stanineAt(proportion: number): number {
  return stanine(normalQuantile(proportion));
}

/** The row of the table at or just below a raw score; −1 below the first. Bisection. */
function rowAtOrBelow(table: Tabled, raw: number): number {
  let low = 0;
  let high = table.raw.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.raw[middle] ?? 0) <= raw) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Proportion of a raw score that lies between tabled ones (a prorated sum, or one nobody in the sample had): linear
 * between the two nearest tabled scores. Beyond the ends it is that of the end: the sample says nothing further out.
 */
export function proportionAt(table: Tabled, raw: number): number {
  const row = rowAtOrBelow(table, raw);
  const last = table.raw.length - 1;
  const below = table.proportion[Math.max(0, row)] ?? Number.NaN;
  if (row < 0 || row >= last) return below;
  const from = table.raw[row] ?? 0;
  const share = (raw - from) / ((table.raw[row + 1] ?? 0) - from);
  return below + share * ((table.proportion[row + 1] ?? 0) - below);
}
