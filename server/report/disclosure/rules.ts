/** The limits of disclosure control, in pupils. */
export interface DisclosureRules {
  /** A count of fewer pupils than this (their known ones left out) is hidden; every hidden cell must look as if it could reach it. */
  readonly k: number;
  /** Distributions, means and standard deviations are shown for groups of at least this many pupils. */
  readonly distributionFrom: number;
}

export const defaultRules: DisclosureRules = { k: 10, distributionFrom: 30 };
