import { cholesky, choleskySolve } from '../math/cholesky.ts';
import { logistic, logit } from '../math/logistic.ts';

/** Persons with one answer (category 0, 1, 2 …) and one set of predictors. */
export interface OrdinalRow {
  readonly answer: number;
  readonly predictors: readonly number[];
  readonly weight: number;
}

export interface ProportionalOdds {
  readonly logLikelihood: number;
  /** Effects on the log odds of a higher answer. */
  readonly slopes: readonly number[];
  /** Intercepts of answering at least category 1, 2 …; they fall. */
  readonly intercepts: readonly number[];
}

interface Derivatives {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

const LEAST = 1e-300;

/** Adds one row's share: u and v are what its lower and upper boundary do to ln P. */
function addRow(
  into: { gradient: Float64Array; information: Float64Array },
  parameters: Float64Array,
  row: OrdinalRow,
  m: number,
): number {
  const slopes = row.predictors.length;
  const size = parameters.length;
  const eta = row.predictors.reduce((sum, x, i) => sum + x * (parameters[i] ?? 0), 0);
  const boundary = (k: number): number => eta + (parameters[slopes + k - 1] ?? 0);
  const hasLower = row.answer > 0;
  const hasUpper = row.answer < m - 1;
  const x = hasLower ? boundary(row.answer) : Number.POSITIVE_INFINITY;
  const y = hasUpper ? boundary(row.answer + 1) : Number.NEGATIVE_INFINITY;
  const p = Math.max(LEAST, logistic(x) * logistic(-y) * -Math.expm1(y - x));
  const u = hasLower ? (logistic(x) * logistic(-x)) / p : 0;
  const v = hasUpper ? (logistic(y) * logistic(-y)) / p : 0;
  const xx = u * u - u * (1 - 2 * logistic(x));
  const yy = v * v + v * (1 - 2 * logistic(y));
  // Each boundary moves with the predictors and with its own intercept.
  const at = (i: number): { lower: number; upper: number } => {
    if (i < slopes) return { lower: row.predictors[i] ?? 0, upper: row.predictors[i] ?? 0 };
    return {
      lower: hasLower && i === slopes + row.answer - 1 ? 1 : 0,
      upper: hasUpper && i === slopes + row.answer ? 1 : 0,
    };
  };
  for (let i = 0; i < size; i += 1) {
    const a = at(i);
    into.gradient[i] = (into.gradient[i] ?? 0) + row.weight * (u * a.lower - v * a.upper);
    for (let j = 0; j < size; j += 1) {
      const b = at(j);
      const cell = a.lower * b.lower * xx + a.upper * b.upper * yy - u * v * (a.lower * b.upper + a.upper * b.lower);
      into.information[i * size + j] = (into.information[i * size + j] ?? 0) + row.weight * cell;
    }
  }
  return row.weight * Math.log(p);
}

function derivatives(rows: readonly OrdinalRow[], parameters: Float64Array, m: number): Derivatives {
  const size = parameters.length;
  const into = { gradient: new Float64Array(size), information: new Float64Array(size * size) };
  let value = 0;
  for (const row of rows) value += addRow(into, parameters, row, m);
  return { value, ...into };
}

function startingPoint(rows: readonly OrdinalRow[], slopes: number, m: number): Float64Array | null {
  const counts = new Array<number>(m).fill(0);
  for (const { answer, weight } of rows) counts[answer] = (counts[answer] ?? 0) + weight;
  if (counts.some((count) => count === 0)) return null;
  const total = counts.reduce((sum, c) => sum + c, 0);
  let above = total;
  const intercepts = counts.slice(1).map((_, k) => {
    above -= counts[k] ?? 0;
    return logit(above / total);
  });
  return Float64Array.of(...new Array<number>(slopes).fill(0), ...intercepts);
}

/** The step, shortened until intercepts keep their order and the likelihood rises. */
function improve(
  rows: readonly OrdinalRow[],
  x: Float64Array,
  step: Float64Array,
  context: { value: number; m: number },
) {
  const slopes = x.length - context.m + 1;
  for (let length = 1; length > 1e-6; length /= 2) {
    const point = x.map((xi, i) => xi + length * (step[i] ?? 0));
    const ordered = point.every((d, i) => i <= slopes || d < (point[i - 1] ?? Number.POSITIVE_INFINITY));
    const found = ordered ? derivatives(rows, point, context.m) : null;
    if (found !== null && found.value >= context.value - 1e-10) return { point, found };
  }
  return null;
}

/**
 * Cumulative logit regression with proportional odds: P(answer ≥ k) = σ(Σ βx + d_k).
 *
 * Newton's method with exact second derivatives; the likelihood is concave.
 * Source: McCullagh 1980, J. R. Statist. Soc. B 42, 109–142 (as `MASS::polr`).
 * @param rows answers 0 … categories − 1 with predictors and how many persons they stand for.
 * @returns null where a category is empty, predictors are collinear, or the maximum is at infinity.
 * @throws RangeError with fewer than two categories.
 */
export function proportionalOdds(rows: readonly OrdinalRow[], categories: number): ProportionalOdds | null {
  if (categories < 2) throw new RangeError('proportionalOdds requires at least two categories');
  const slopes = rows[0]?.predictors.length ?? 0;
  let x = startingPoint(rows, slopes, categories);
  if (x === null) return null;
  let current = derivatives(rows, x, categories);
  for (let step = 0; step < 100; step += 1) {
    const triangle = cholesky({ rows: x.length, cols: x.length, values: current.information });
    if (triangle === null) return null;
    const move = choleskySolve(triangle, current.gradient);
    if (move.every((d) => Math.abs(d) < 1e-10)) {
      return {
        logLikelihood: current.value,
        slopes: Array.from(x.subarray(0, slopes)),
        intercepts: Array.from(x.subarray(slopes)),
      };
    }
    const next = improve(rows, x, move, { value: current.value, m: categories });
    if (next === null || next.point.some((v) => Math.abs(v) > 1e4)) return null;
    [x, current] = [next.point, next.found];
  }
  return null;
}
