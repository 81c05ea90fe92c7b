import { covarianceMatrix } from '../math/covariance.ts';
import { type Matrix, sumOf } from '../math/matrix.ts';
import { mean, variance } from '../math/moments.ts';
import { columnOf, completeRows, type ResponseMatrix, rowOf } from '../math/response-matrix.ts';
import { alphaIfDropped } from './alpha-if-dropped.ts';
import { alphaInterval, type Interval } from './alpha-interval.ts';
import { alphaFromCovariance, standardisedAlpha } from './cronbach-alpha.ts';
import { guttmanLambda2 } from './guttman-lambda2.ts';
import { itemRestCorrelations } from './item-rest-correlation.ts';
import { type ItemKey, itemRange, keyedMatrix } from './keyed-matrix.ts';
import { mcdonaldOmega } from './mcdonald-omega.ts';
import { type OptionCurve, optionCurves } from './option-curves.ts';
import { type SplitHalf, splitHalf } from './split-half.ts';
import { standardErrorOfMeasurement } from './standard-error-of-measurement.ts';

export interface ItemStatistics {
  readonly item: string;
  /** Persons who answered, and the share who did not. */
  readonly n: number;
  readonly missing: number;
  /** After keying, over all who answered; null when nobody did (spread: when fewer than two did). */
  readonly mean: number | null;
  readonly sd: number | null;
  /** Mean as a position on the format, 0 lowest … 1 highest: for right/wrong items the classical difficulty p. */
  readonly difficulty: number | null;
  /** Shares at the lowest and highest answer, after keying. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly itemRest: number | null;
  readonly alphaIfDropped: number | null;
  readonly options: readonly OptionCurve[];
}

export interface ScaleStatistics {
  /** Complete rows: everything below rests on these. */
  readonly n: number;
  readonly alpha: number | null;
  readonly alphaInterval: Interval | null;
  readonly standardisedAlpha: number | null;
  readonly lambda2: number | null;
  readonly omega: number | null;
  readonly splitHalf: SplitHalf | null;
  /** Of the sum score. */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly sem: number | null;
}

export interface ItemAnalysis {
  readonly persons: number;
  readonly items: readonly ItemStatistics[];
  readonly scale: ScaleStatistics;
}

function scaleStatistics(data: ResponseMatrix, covariance: Matrix | null): ScaleStatistics {
  const empty = { alphaInterval: null, standardisedAlpha: null, lambda2: null, omega: null, splitHalf: null };
  if (covariance === null || data.k < 2) return { n: data.n, alpha: null, ...empty, mean: null, sd: null, sem: null };
  const alpha = alphaFromCovariance(covariance);
  const sd = Math.sqrt(Math.max(0, sumOf(covariance)));
  return {
    n: data.n,
    alpha,
    alphaInterval: alpha === null ? null : alphaInterval({ alpha, persons: data.n, items: data.k }),
    standardisedAlpha: standardisedAlpha(covariance),
    lambda2: guttmanLambda2(covariance),
    omega: mcdonaldOmega(covariance, data.n)?.omega ?? null,
    splitHalf: splitHalf(data),
    mean: mean(Array.from({ length: data.n }, (_, row) => rowOf(data, row).reduce((sum, x) => sum + x, 0))),
    sd,
    sem: alpha === null ? null : standardErrorOfMeasurement(sd, alpha),
  };
}

type Answered = Pick<ItemStatistics, 'n' | 'missing' | 'mean' | 'sd' | 'difficulty' | 'floor' | 'ceiling'>;

function answeredStatistics(column: Float64Array, key: ItemKey): Answered {
  const answers = column.filter((x) => !Number.isNaN(x));
  const n = answers.length;
  const missing = column.length === 0 ? 0 : 1 - n / column.length;
  const range = itemRange(column, key);
  if (n === 0 || range === null) {
    return { n, missing, mean: null, sd: null, difficulty: null, floor: null, ceiling: null };
  }
  const { low, high } = range;
  const centre = mean(answers);
  return {
    n,
    missing,
    mean: centre,
    sd: n < 2 ? null : Math.sqrt(variance(answers)),
    difficulty: high > low ? (centre - low) / (high - low) : null,
    floor: answers.filter((x) => x === low).length / n,
    ceiling: answers.filter((x) => x === high).length / n,
  };
}

/**
 * Classical item analysis of one scale: each item's difficulty, spread, fit with the rest, and the scale's reliability.
 *
 * Means and shares use everybody who answered the item; whatever rests on covariances uses complete rows, and `scale.n`
 * says how many those are.
 * @param matrix answers as given. @param keys one per column, in order; reversed items are turned here.
 * @throws RangeError unless there is one key per column.
 */
export function itemAnalysis(matrix: ResponseMatrix, keys: readonly ItemKey[]): ItemAnalysis {
  const keyed = keyedMatrix(matrix, keys);
  const data = completeRows(keyed);
  const covariance = covarianceMatrix(data);
  const nothing = keys.map(() => null);
  const rest = covariance === null || data.k < 2 ? nothing : itemRestCorrelations(covariance);
  const dropped = covariance === null || data.k < 2 ? nothing : alphaIfDropped(covariance);
  const items = keys.map((key, j) => ({
    item: key.item,
    ...answeredStatistics(columnOf(keyed, j), key),
    itemRest: rest[j] ?? null,
    alphaIfDropped: dropped[j] ?? null,
    options: optionCurves(data, j),
  }));
  return { persons: matrix.n, items, scale: scaleStatistics(data, covariance) };
}
