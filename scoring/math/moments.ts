/** The arithmetic mean. @throws RangeError for no values. */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('mean requires at least one value');
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
}

/** The sample variance (divisor n − 1); two passes, so that a large mean costs no figures. */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) throw new RangeError('variance requires at least two values');
  const centre = mean(values);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const d = (values[i] ?? 0) - centre;
    squares += d * d;
    rest += d;
  }
  return (squares - (rest * rest) / values.length) / (values.length - 1);
}

export const standardDeviation = (values: ArrayLike<number>): number => Math.sqrt(variance(values));

/**
 * Pearson's correlation.
 * @returns null when either side does not vary (r is undefined there, not zero).
 * @throws RangeError when lengths differ.
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (x.length !== y.length) throw new RangeError('correlation requires two lists of one length');
  if (x.length < 2) return null;
  const [mx, my] = [mean(x), mean(y)];
  let [sxx, syy, sxy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const dx = (x[i] ?? 0) - mx;
    const dy = (y[i] ?? 0) - my;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  }
  return correlationOf({ n: x.length, mx, my, sxx, syy, sxy });
}

/** Number of pairs, their means, and sums of squares and products of the deviations from them. */
export interface PairSums {
  readonly n: number;
  readonly mx: number;
  readonly my: number;
  readonly sxx: number;
  readonly syy: number;
  readonly sxy: number;
}

/** Pearson's correlation out of sums; null when either side does not vary. */
export function correlationOf({ n, mx, my, sxx, syy, sxy }: PairSums): number | null {
  const noise = 1e-24 * n;
  if (sxx <= noise * mx * mx || syy <= noise * my * my) return null;
  return Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx * syy)));
}
