import { at, type Matrix, multiplyVector } from '../math/matrix.ts';

export interface CompositeParts {
  /** Covariance matrix of the components (correlations, when components are standardised). */
  readonly covariance: Matrix;
  readonly reliabilities: readonly number[];
  readonly weights: readonly number[];
}

export interface CompositeReliability {
  readonly variance: number;
  readonly reliability: number;
  readonly sem: number;
  /** wⱼ·cov(component, composite)/variance: what each component really contributes; the shares add to one. */
  readonly effectiveShares: readonly number[];
}

/**
 * Reliability of a weighted composite: 1 − Σ w²s²(1 − r) / s²composite.
 *
 * In words: the error variances of the parts, weighted, against the variance of the whole; parts that correlate make a
 * composite more reliable than they are. Errors are taken to be uncorrelated.
 * Source: Mosier 1943, Psychometrika 8, 161–168.
 * @returns null when the composite does not vary.
 * @throws RangeError when sizes differ.
 */
export function mosierReliability({ covariance, reliabilities, weights }: CompositeParts): CompositeReliability | null {
  const k = covariance.rows;
  if (reliabilities.length !== k || weights.length !== k) {
    throw new RangeError('mosierReliability requires a reliability and a weight per component');
  }
  const withComposite = multiplyVector(covariance, weights);
  const variance = weights.reduce((sum, w, j) => sum + w * (withComposite[j] ?? 0), 0);
  if (!(variance > 0)) return null;
  const error = weights.reduce((sum, w, j) => sum + w * w * at(covariance, j, j) * (1 - (reliabilities[j] ?? 0)), 0);
  return {
    variance,
    reliability: 1 - error / variance,
    sem: Math.sqrt(error),
    effectiveShares: weights.map((w, j) => (w * (withComposite[j] ?? 0)) / variance),
  };
}
