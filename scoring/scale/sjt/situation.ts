/**
 * One situation, made ready: the positions of its rated options, the key of each, and what only some scorings use. `counted`
 * says which options enter the scale: a theme counts some of a situation's options, but what a person thinks of the
 * situation as a whole (mean, spread) comes from all of them. `ratings` are the experts' ratings of each option.
 */
export interface Situation {
  readonly item: Int32Array;
  readonly key: Float64Array;
  readonly counted: Uint8Array;
  readonly ratings: readonly (readonly number[])[];
  readonly middle: number;
}

/**
 * Gives each option of an answered situation its value, more being nearer to the key.
 * @param x the ratings given @param values where the values go, one for each option
 * @returns false where the scoring is undefined for these ratings (no spread, say)
 */
export type SituationScoring = (x: Float64Array, situation: Situation, values: Float64Array) => boolean;
