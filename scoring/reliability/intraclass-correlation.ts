import { type FDegrees, fQuantile, fUpperTail } from '../math/f-distribution.ts';
import { completeRows, type ResponseMatrix } from '../math/response-matrix.ts';
import type { Interval } from './alpha-interval.ts';

export type IccForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';

/**
 * `icc` and its limits are null where they are undefined: persons differ by so much less than chance that the variance of the
 * mean, by which its reliability is told, is estimated at nothing or below.
 */
export interface IntraclassCorrelation {
  readonly form: IccForm;
  readonly icc: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly f: number;
  readonly df: FDegrees;
  readonly p: number;
}

interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly persons: number;
  readonly within: number;
  readonly raters: number;
  readonly error: number;
}

function meanSquares({ n, k, values }: ResponseMatrix): MeanSquares {
  const grand = values.reduce((sum, x) => sum + x, 0) / (n * k);
  const rows = new Float64Array(n);
  const columns = new Float64Array(k);
  let total = 0;
  for (let cell = 0; cell < n * k; cell += 1) {
    const d = (values[cell] ?? 0) - grand;
    const row = Math.floor(cell / k);
    rows[row] = (rows[row] ?? 0) + d / k;
    columns[cell % k] = (columns[cell % k] ?? 0) + d / n;
    total += d * d;
  }
  const between = k * rows.reduce((sum, d) => sum + d * d, 0);
  const raters = n * columns.reduce((sum, d) => sum + d * d, 0);
  return {
    n,
    k,
    persons: between / (n - 1),
    within: (total - between) / (n * (k - 1)),
    raters: raters / (k - 1),
    error: Math.max(0, total - between - raters) / ((n - 1) * (k - 1)),
  };
}

/** Limits from an F ratio: what the ratio could have been, divided by its F quantiles. */
const limits = (f: number, df: FDegrees, tail: number): Interval => ({
  low: f / fQuantile(1 - tail, df),
  high: f * fQuantile(1 - tail, { numerator: df.denominator, denominator: df.numerator }),
});

const leastFreedom = 0.05;

/**
 * Limits of ICC(2,1) (Shrout & Fleiss 1979, p. 424): Satterthwaite's degrees of freedom for raters plus error; null where those
 * vanish.
 */
function agreementLimits({ n, k, persons, raters, error }: MeanSquares, icc: number, tail: number): Interval | null {
  const fj = raters / error;
  const rest = n * (1 + (k - 1) * icc) - k * icc;
  const v = ((n - 1) * (k - 1) * (k * icc * fj + rest) ** 2) / ((n - 1) * (k * icc * fj) ** 2 + rest ** 2);
  // Hardly a degree of freedom is left where options differ less than by chance: the interval would be the whole line.
  if (!(v > leastFreedom)) return null;
  const up = fQuantile(1 - tail, { numerator: n - 1, denominator: v });
  const down = fQuantile(1 - tail, { numerator: v, denominator: n - 1 });
  const spread = k * raters + (k * n - k - n) * error;
  return {
    low: (n * (persons - up * error)) / (up * spread + n * persons),
    high: (n * (down * persons - error)) / (spread + n * down * persons),
  };
}

/** Of the mean of k raters, by Spearman and Brown; null at the pole of that formula and beyond it. */
const average = (icc: number, k: number): number | null => ratio(icc * k, 1 + icc * (k - 1));

/** A share of a variance: undefined where the variance is not above nothing. */
const ratio = (part: number, whole: number): number | null => (whole > 1e-12 * Math.abs(part) ? part / whole : null);

const oneMinus = (reciprocal: number): number | null => ratio(reciprocal - 1, reciprocal);

/**
 * The six intraclass correlations of Shrout & Fleiss: how far several raters (or occasions) give a person one score.
 *
 * Form 1: each person has other raters. Form 2: the same raters, a sample of many, and their level counts (absolute
 * agreement). Form 3: exactly these raters, level set aside (consistency). With «k»: the mean of all k raters.
 * Rows are persons, columns raters; persons with a missing rating are left out.
 *
 * Source: Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428.
 * @param confidence of the interval, 0.95 unless told.
 * Below zero: persons differ by less than raters do by chance. No value is above 1. Where raters leave no error (they rank all alike,
 * at one distance), F is infinite and what rests on it has no limits.
 * @returns null with fewer than two complete persons, or where nothing but the level of raters varies.
 * @throws RangeError with fewer than two raters.
 */
export function intraclassCorrelations(ratings: ResponseMatrix, confidence = 0.95): IntraclassCorrelation[] | null {
  if (ratings.k < 2) throw new RangeError('intraclassCorrelations requires at least two raters');
  const data = completeRows(ratings);
  if (data.n < 2) return null;
  const ms = meanSquares(data);
  const least = 1e-14 * (ms.persons + ms.raters);
  const tail = (1 - confidence) / 2;
  if (!(ms.error > least)) return ms.persons > least ? withoutError({ ...ms, error: 0 }, tail) : null;
  return [...oneWay(ms, tail), ...agreement(ms, tail), ...consistency(ms, tail)];
}

function withoutError(ms: MeanSquares, tail: number): IntraclassCorrelation[] {
  const { n, k, persons, raters } = ms;
  const df = { numerator: n - 1, denominator: (n - 1) * (k - 1) };
  const form = (name: IccForm, icc: number): IntraclassCorrelation => ({
    ...{ form: name, icc, low: null, high: null },
    ...{ f: Number.POSITIVE_INFINITY, df, p: 0 },
  });
  const level = raters > 1e-14 * persons ? raters / n : 0;
  const one = level > 0 ? oneWay(ms, tail) : [form('ICC1', 1), form('ICC1k', 1)];
  return [
    ...one,
    form('ICC2', persons / (persons + k * level)),
    form('ICC2k', persons / (persons + level)),
    form('ICC3', 1),
    form('ICC3k', 1),
  ];
}

function oneWay({ n, k, persons, within }: MeanSquares, tail: number): IntraclassCorrelation[] {
  const df = { numerator: n - 1, denominator: n * (k - 1) };
  const f = persons / within;
  const { low, high } = limits(f, df, tail);
  const test = { f, df, p: fUpperTail(f, df) };
  return [
    {
      form: 'ICC1',
      icc: (f - 1) / (f + k - 1),
      low: (low - 1) / (low + k - 1),
      high: (high - 1) / (high + k - 1),
      ...test,
    },
    { form: 'ICC1k', icc: oneMinus(f), low: oneMinus(low), high: oneMinus(high), ...test },
  ];
}

function agreement(ms: MeanSquares, tail: number): IntraclassCorrelation[] {
  const { n, k, persons, raters, error } = ms;
  const df = { numerator: n - 1, denominator: (n - 1) * (k - 1) };
  const f = persons / error;
  const test = { f, df, p: fUpperTail(f, df) };
  const icc = (persons - error) / (persons + (k - 1) * error + (k * (raters - error)) / n);
  const { low = null, high = null } = agreementLimits(ms, icc, tail) ?? {};
  const mean = ratio(persons - error, persons + (raters - error) / n);
  return [
    { form: 'ICC2', icc, low, high, ...test },
    {
      form: 'ICC2k',
      icc: mean,
      low: low === null ? null : average(low, k),
      high: high === null ? null : average(high, k),
      ...test,
    },
  ];
}

function consistency({ n, k, persons, error }: MeanSquares, tail: number): IntraclassCorrelation[] {
  const df = { numerator: n - 1, denominator: (n - 1) * (k - 1) };
  const f = persons / error;
  const { low, high } = limits(f, df, tail);
  const test = { f, df, p: fUpperTail(f, df) };
  return [
    {
      form: 'ICC3',
      icc: (f - 1) / (f + k - 1),
      low: (low - 1) / (low + k - 1),
      high: (high - 1) / (high + k - 1),
      ...test,
    },
    { form: 'ICC3k', icc: oneMinus(f), low: oneMinus(low), high: oneMinus(high), ...test },
  ];
}
