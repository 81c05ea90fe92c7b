import { mean, variance } from '../math/moments.ts';

/**
 * r_wg: how far experts agree on one option, against experts who answer at random: 1 − s²/σ²random, where
 * σ²random = (A² − 1)/12 for A answer categories.
 *
 * Negative values (less agreement than chance) are reported as 0, as is usual.
 * Source: James, Demaree & Wolf 1984, J. Appl. Psychol. 69, 85–98.
 * @param ratings one per expert.
 * @returns null with fewer than two ratings.
 * @throws RangeError with fewer than two categories.
 * @example withinGroupAgreement([4, 4, 5, 4], 5) // 0.875
 */
export function withinGroupAgreement(ratings: readonly number[], categories: number): number | null {
  if (!(categories >= 2)) throw new RangeError('withinGroupAgreement requires at least two categories');
  if (ratings.length < 2) return null;
  return Math.max(0, 1 - variance(ratings) / ((categories ** 2 - 1) / 12));
}

/**
 * r_wg(J): agreement of experts over J options of one scenario, from the mean of their variances.
 *
 * J(1 − s̄²/σ²)/(J(1 − s̄²/σ²) + s̄²/σ²). Source: as above.
 * @param options ratings by option, one per expert.
 * @returns null when an option has fewer than two ratings or there is none.
 */
export function scenarioAgreement(options: readonly (readonly number[])[], categories: number): number | null {
  if (!(categories >= 2)) throw new RangeError('scenarioAgreement requires at least two categories');
  if (options.length === 0 || options.some((ratings) => ratings.length < 2)) return null;
  const noise = mean(options.map(variance)) / ((categories ** 2 - 1) / 12);
  const signal = options.length * Math.max(0, 1 - noise);
  return signal + noise === 0 ? null : signal / (signal + noise);
}
