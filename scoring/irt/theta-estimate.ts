/** Where a person stands on the trait, and how sure that is. */
export interface ThetaEstimate {
  readonly theta: number;
  readonly se: number;
}

/** An answer as a category number 0, 1, 2 …, null where missing; one per item. */
export type Answers = readonly (number | null)[];

/** Mean and standard deviation of θ in the population: N(0, 1) unless told. */
export interface Population {
  readonly mean: number;
  readonly sd: number;
}

export const STANDARD_POPULATION: Population = { mean: 0, sd: 1 };
