import type { QuadratureGrid } from './quadrature-grid.ts';

/** Value, gradient and curvature of an item's expected log-likelihood in its parameters (a, d₁ … d_m−1). */
export interface ItemDerivatives {
  readonly gradient: Float64Array;
  /** Minus the matrix of second derivatives, row-major: positive where the likelihood is concave. */
  readonly information: Float64Array;
}

/**
 * A family of response functions in slope–intercept form, in which likelihoods are concave and steps are safe.
 * The parameters of an item with m categories are (a, d₁ … d_m−1).
 */
export interface ItemFamily {
  /** Category × node probabilities. */
  readonly probabilities: (parameters: Float64Array, grid: QuadratureGrid) => Float64Array;
  /** Derivatives of Σ counts · ln P. */
  readonly derivatives: (parameters: Float64Array, counts: Float64Array, grid: QuadratureGrid) => ItemDerivatives;
  /** Derivatives of ln P of each category at each node: category × parameter × node. */
  readonly scores: (parameters: Float64Array, grid: QuadratureGrid) => Float64Array;
  /** Starting values from the number of persons in each category. */
  readonly start: (counts: readonly number[]) => Float64Array;
  /** The longest step ≤ 1 along a direction that leaves the parameters lawful. */
  readonly reach: (parameters: Float64Array, step: Float64Array) => number;
  /** Thresholds b from (a, d), and their derivatives: one row per threshold, one column per parameter. */
  readonly thresholds: (parameters: Float64Array) => { b: number[]; jacobian: number[][] };
}

/** A probability is never taken to be smaller: its logarithm and its share in a product stay finite. */
export const P_FLOOR = 1e-30;
