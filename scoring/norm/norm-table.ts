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
  readonly steps: EvenSteps;
  readonly whole: WholeSums;
}

/** For even steps from the lowest sum to the highest, the row at or just below where each begins: where a search starts. */
export interface EvenSteps {
  readonly perUnit: number;
  readonly row: Int32Array;
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
  const steps = evenSteps(raw);
  return { raw, proportion, steps, whole: wholeSums({ raw, proportion, steps }) };
}

function evenSteps(raw: Float64Array): EvenSteps {
  const lowest = raw[0] ?? 0;
  const perUnit = (2 * raw.length) / ((raw.at(-1) ?? 1) - lowest);
  let row = 0;
  return {
    perUnit,
    row: Int32Array.from({ length: 2 * raw.length + 1 }, (_, step) => {
      while (row + 1 < raw.length && (raw[row + 1] ?? 0) <= lowest + step / perUnit) row++;
      return row;
    }),
  };
}

function wholeSums(table: Tabled): WholeSums {
  const first = Math.ceil(table.raw[0] ?? 0);
  const last = Math.floor(table.raw.at(-1) ?? 0);
  const proportion = Float64Array.from({ length: last - first + 1 }, (_, index) => proportionAt(table, first + index));
  return { first, proportion, t: proportion.map(tAt), stanine: proportion.map(stanineAt) };
}

type Tabled = Omit<NormTable, 'whole'>;

function ascending(values: Float64Array): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? Number.NaN));
}

/** Normalised T, kept within 10…90: no sample we hold can tell people further out apart. */
export const tOfZ = (z: number): number => Math.min(90, Math.max(10, tScore(z)));

/** The boundary rule stands with `stanine`. */
export const stanineOfZ = stanine;

/** The same of a proportion. */
export const tAt = (proportion: number): number => tOfZ(normalQuantile(proportion));
export const stanineAt = (proportion: number): number => stanineOfZ(normalQuantile(proportion));

/** The row of the table at or just below a raw score; −1 below the first. */
function rowAtOrBelow({ raw, steps: { perUnit, row } }: Tabled, score: number): number {
  const lowest = raw[0] ?? 0;
  if (score < lowest) return -1;
  let at = row[Math.min(row.length - 1, Math.floor((score - lowest) * perUnit))] ?? 0;
  // Rounding may have put the step on either side of a tabled sum.
  while (at > 0 && (raw[at] ?? 0) > score) at--;
  while (at + 1 < raw.length && (raw[at + 1] ?? 0) <= score) at++;
  return at;
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
