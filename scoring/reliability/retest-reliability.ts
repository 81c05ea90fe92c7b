import { correlation, mean, standardDeviation } from '../math/moments.ts';
import { responseMatrix } from '../math/response-matrix.ts';
import { intraclassCorrelations } from './intraclass-correlation.ts';
import { standardErrorOfMeasurement } from './standard-error-of-measurement.ts';

export interface RetestReliability {
  /** Persons with both scores. */
  readonly n: number;
  readonly correlation: number;
  /** ICC(2,1): agreement of level, not only of order. Null where it is undefined. */
  readonly agreement: number | null;
  /** Second minus first, on average: practice, mood, growing older. */
  readonly meanChange: number;
  /** s·√(1 − r), with s pooled over the two occasions. */
  readonly sem: number;
}

/**
 * The same persons twice: how stable a score is.
 *
 * Missing scores are null; pairs with one missing are left out.
 * @returns null with fewer than three pairs or an occasion that does not vary.
 * @throws RangeError when the lists differ in length.
 */
export function retestReliability(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
): RetestReliability | null {
  if (first.length !== second.length) throw new RangeError('retestReliability requires two scores per person');
  const pairs: [number, number][] = [];
  for (const [i, a] of first.entries()) {
    const b = second[i] ?? null;
    if (a !== null && b !== null) pairs.push([a, b]);
  }
  if (pairs.length < 3) return null;
  const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  const r = correlation(x, y);
  if (r === null) return null;
  const pooled = Math.sqrt((standardDeviation(x) ** 2 + standardDeviation(y) ** 2) / 2);
  return {
    n: pairs.length,
    correlation: r,
    agreement: intraclassCorrelations(responseMatrix(pairs))?.find(({ form }) => form === 'ICC2')?.icc ?? null,
    meanChange: mean(y) - mean(x),
    sem: standardErrorOfMeasurement(pooled, r),
  };
}
