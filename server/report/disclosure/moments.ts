/** The additive sums a mean and a standard deviation are made of. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** Mean of n ≥ 1 scores, in their units. */
export const meanOf = ({ n, sum }: Moments): number => sum / n;

/** Standard deviation of n ≥ 2 scores with n − 1 in the denominator; rounding never makes it imaginary. */
export const standardDeviationOf = ({ n, sum, sumSquares }: Moments): number =>
  Math.sqrt(Math.max(0, sumSquares - (sum * sum) / n) / (n - 1));
