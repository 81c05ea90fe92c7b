/** Indices whose place in a sample a reference knows. */
export type PlacedIndex =
  | 'longString'
  | 'variability'
  | 'evenOdd'
  | 'synonyms'
  | 'antonyms'
  | 'distance'
  | 'fit'
  | 'guttman'
  | 'candour'
  | 'change'
  | 'surprise'
  | 'suspicion';

/**
 * What a sample of earlier sittings says about how people answer a form: everything the sharper indices compare with.
 * Answers are raw, in the order of `items`; `proportions` are those of each item's points; `covariance` is the lower triangle
 * with the diagonal, row by row. `quantiles` holds for each index its 201 quantiles, 0, ½ … 100 %, in the sample (each person
 * compared with the others, not with themselves). `simulated` references exist for the demo country and for studies only.
 */
export interface QualityReference {
  readonly id: string;
  readonly version: string;
  readonly form: string;
  readonly formVersion: string;
  readonly n: number;
  readonly simulated: boolean;
  readonly items: readonly string[];
  readonly means: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly proportions: readonly (readonly number[])[];
  readonly quantiles: Readonly<Record<PlacedIndex, readonly number[]>>;
}

/** Share of the sample at or below a value, 0.0025 … 0.9975: nobody is rarer than the sample can say. */
export function placeIn(quantiles: readonly number[], value: number): number {
  let low = 0;
  let high = quantiles.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quantiles[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.min(0.9975, Math.max(0.0025, (low - 0.5) / (quantiles.length - 1)));
}

/** How many quantiles stand for a sample. */
export const QUANTILES = 201;
