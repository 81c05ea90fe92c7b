import { type Matrix, sumOf } from '../math/matrix.ts';
import { type OneFactorModel, oneFactorModel } from './one-factor-model.ts';

export interface Omega {
  /** (Σλ)² over the variance the model implies: (Σλ)² + Σθ. */
  readonly omega: number;
  /** (Σλ)² over the sample variance of the sum (divisor n − 1). */
  readonly omegaObserved: number;
  readonly model: OneFactorModel;
}

/**
 * McDonald's ω: the share of the sum score's variance that one common factor explains; unlike α it does not take every
 * item to be equally good.
 *
 * Source: McDonald 1999, Test Theory, ch. 6; one-factor maximum likelihood.
 * @returns null where the model cannot be fitted (fewer than three items, an item without variance, singular matrix).
 */
export function mcdonaldOmega(covariance: Matrix, n: number): Omega | null {
  const model = oneFactorModel(covariance, n);
  if (model === null) return null;
  const common = model.loadings.reduce((sum, l) => sum + l, 0) ** 2;
  const unique = model.uniquenesses.reduce((sum, u) => sum + u, 0);
  return { omega: common / (common + unique), omegaObserved: common / sumOf(covariance), model };
}
