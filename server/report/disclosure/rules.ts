/** The limits of disclosure control. Numbers of pupils unless it says otherwise. */
export interface DisclosureRules {
  /** A count of fewer pupils than this (their known ones left out) is hidden; every hidden cell must look as if it could reach it. */
  readonly k: number;
  /** Distributions, means and standard deviations are shown for groups of at least this many pupils. */
  readonly distributionFrom: number;
  /**
   * So many cells of a table are looked at together, districts kept whole, before the whole of it is. A program of 1,000 is
   * solved in a tenth of a second or less; the time grows faster than they do.
   */
  readonly cellsAtOnce: number;
}

export const defaultRules: DisclosureRules = { k: 10, distributionFrom: 30, cellsAtOnce: 1000 };
