import type { ItemFamily } from './item-family.ts';

/** Mild beliefs that keep small samples from running away: ln a ~ N(0, .5²), each b ~ N(0, 2²). */
export interface PriorSettings {
  readonly slope: boolean;
  readonly thresholds: boolean;
  /** Thresholds are counted in units in which the slope is one (Rasch), whatever the slope of the standardised θ. */
  readonly unitSlope: boolean;
}

const LOG_SLOPE_VARIANCE = 0.25;
const THRESHOLD_VARIANCE = 4;

export interface PriorTerms {
  /** Logarithm of the prior density, up to a constant. */
  readonly value: number;
  readonly gradient: Float64Array;
  /** A positive semidefinite stand-in for minus the second derivatives (Gauss–Newton), for choosing steps. */
  readonly information: Float64Array;
}

function withUnitSlope(parameters: Float64Array): Float64Array {
  const out = Float64Array.from(parameters);
  out[0] = 1;
  return out;
}

/** Prior of one item in slope–intercept form. A slope must be positive where it has a prior. */
export function itemPrior(family: ItemFamily, parameters: Float64Array, settings: PriorSettings): PriorTerms {
  const m = parameters.length;
  const gradient = new Float64Array(m);
  const information = new Float64Array(m * m);
  let value = 0;
  if (settings.slope) {
    const a = parameters[0] ?? 1;
    const logSlope = Math.log(a);
    value -= (logSlope * logSlope) / (2 * LOG_SLOPE_VARIANCE);
    gradient[0] = -logSlope / (LOG_SLOPE_VARIANCE * a);
    information[0] = 1 / (LOG_SLOPE_VARIANCE * a * a);
  }
  if (settings.thresholds) {
    const { b, jacobian } = family.thresholds(settings.unitSlope ? withUnitSlope(parameters) : parameters);
    for (const [t, row] of jacobian.entries()) {
      const location = b[t] ?? 0;
      if (settings.unitSlope) row[0] = 0;
      value -= (location * location) / (2 * THRESHOLD_VARIANCE);
      for (let i = 0; i < m; i += 1) {
        gradient[i] = (gradient[i] ?? 0) - (location * (row[i] ?? 0)) / THRESHOLD_VARIANCE;
        for (let j = 0; j < m; j += 1) {
          information[i * m + j] = (information[i * m + j] ?? 0) + ((row[i] ?? 0) * (row[j] ?? 0)) / THRESHOLD_VARIANCE;
        }
      }
    }
  }
  return { value, gradient, information };
}

/**
 * The exact second derivatives of the log prior of one item, by differences of its gradient (the prior is smooth and
 * cheap, and enters only the standard errors).
 */
export function itemPriorHessian(
  family: ItemFamily | undefined,
  parameters: Float64Array,
  settings: PriorSettings,
): Float64Array {
  const m = parameters.length;
  const out = new Float64Array(m * m);
  if (family === undefined || !(settings.slope || settings.thresholds)) return out;
  for (let j = 0; j < m; j += 1) {
    const h = 1e-5 * Math.max(1, Math.abs(parameters[j] ?? 0));
    const shifted = (by: number): Float64Array => parameters.map((x, i) => (i === j ? x + by : x));
    const up = itemPrior(family, shifted(h), settings).gradient;
    const down = itemPrior(family, shifted(-h), settings).gradient;
    for (let i = 0; i < m; i += 1) out[i * m + j] = ((up[i] ?? 0) - (down[i] ?? 0)) / (2 * h);
  }
  return out;
}
