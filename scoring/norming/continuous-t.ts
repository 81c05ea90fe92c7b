import { findRoot } from '../math/find-root.ts';
import type { ContinuousNorms } from './continuous-norms.ts';
import { modelledRaw, T_RANGE } from './norm-surface.ts';

/**
 * The T score of a raw score at an age, read off a continuous norm: the T whose modelled raw score is this one.
 *
 * Clipped to 25 … 75: beyond that the surface rests on almost nobody.
 * @throws RangeError when the age lies outside the norm sample (norms are not extrapolated) or raw is not finite.
 */
export function continuousT(norms: ContinuousNorms, raw: number, age: number): number {
  if (!Number.isFinite(raw)) throw new RangeError('continuousT requires a finite raw score');
  if (!(age >= norms.ages.low && age <= norms.ages.high)) {
    throw new RangeError(`age ${age} lies outside the norm sample (${norms.ages.low} to ${norms.ages.high})`);
  }
  const miss = (t: number): number => modelledRaw(norms.terms, t, age) - raw;
  if (miss(T_RANGE.low) >= 0) return T_RANGE.low;
  if (miss(T_RANGE.high) <= 0) return T_RANGE.high;
  return findRoot(miss, T_RANGE) ?? T_RANGE.high;
}
