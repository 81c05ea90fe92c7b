import { choleskyInverse } from '../math/cholesky.ts';
import { at, type Matrix } from '../math/matrix.ts';
import { itemParameters, type MarginalModel, type MarginalPoint } from './marginal-model.ts';
import { observedInformation } from './observed-information.ts';

export interface ItemErrors {
  readonly a: number | null;
  readonly b: readonly (number | null)[];
}

export interface CalibrationErrors {
  readonly items: readonly ItemErrors[];
  /** Of the common slope (Rasch: the standard deviation of θ); null where each item has its own. */
  readonly sharedSlope: number | null;
}

const rootOf = (variance: number): number | null => (variance > 0 ? Math.sqrt(variance) : null);

/** Variance of a linear combination of parameters. */
function spread(covariance: Matrix, places: readonly number[], row: readonly number[]): number {
  let sum = 0;
  for (const [i, p] of places.entries()) {
    for (const [j, q] of places.entries()) sum += (row[i] ?? 0) * (row[j] ?? 0) * at(covariance, p, q);
  }
  return sum;
}

/**
 * Standard errors of slopes and thresholds from the inverse of the observed information; thresholds by the delta method
 * (b = −d/a), Rasch difficulties directly (b = −d, in the metric where the slope is one).
 *
 * @returns null where the information is not positive definite: the maximum is not a proper one.
 */
export function itemStandardErrors(model: MarginalModel, point: MarginalPoint): CalibrationErrors | null {
  const covariance = choleskyInverse(observedInformation(model, point));
  if (covariance === null) return null;
  const items = model.places.map((places, i): ItemErrors => {
    const parameters = itemParameters(point.x, places);
    if (model.sharedSlope) parameters[0] = 1;
    const rows = model.families[i]?.thresholds(parameters).jacobian ?? [];
    const b = rows.map((row) => rootOf(spread(covariance, places, model.sharedSlope ? [0, ...row.slice(1)] : row)));
    const slope = places[0] ?? 0;
    return { a: model.sharedSlope ? null : rootOf(at(covariance, slope, slope)), b };
  });
  return { items, sharedSlope: model.sharedSlope ? rootOf(at(covariance, 0, 0)) : null };
}
