/** One term β·Lᵖ·Aᵗ of a continuous norm; (0, 0) is the intercept. L is a T score, A the age. */
export interface NormTerm {
  readonly locationPower: number;
  readonly agePower: number;
  readonly coefficient: number;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Norms are read between these T scores: beyond them the surface rests on almost nobody. */
export const T_RANGE: Range = { low: 25, high: 75 };

/** The modelled raw score at a T score and an age. */
export const modelledRaw = (terms: readonly NormTerm[], t: number, age: number): number =>
  terms.reduce((sum, term) => sum + term.coefficient * t ** term.locationPower * age ** term.agePower, 0);

/** The range of a list. @throws RangeError for an empty one. */
export function rangeOf(values: readonly number[]): Range {
  if (values.length === 0) throw new RangeError('rangeOf requires a value');
  return values.reduce((range, x) => ({ low: Math.min(range.low, x), high: Math.max(range.high, x) }), {
    low: Infinity,
    high: -Infinity,
  });
}

/**
 * Whether a higher T always means a higher raw score: the surface climbs between T 25 and 75 at eleven ages of the
 * sample. Where the modelled raw score has left the range of the test it may do as it likes: nobody is read there.
 */
export function isMonotone(terms: readonly NormTerm[], ages: Range, raws: Range): boolean {
  const clipped = (t: number, age: number): number =>
    Math.min(raws.high, Math.max(raws.low, modelledRaw(terms, t, age)));
  const inside = (raw: number): boolean => raw > raws.low && raw < raws.high;
  for (let step = 0; step <= 10; step += 1) {
    const age = ages.low + ((ages.high - ages.low) * step) / 10;
    for (let t = T_RANGE.low; t < T_RANGE.high; t += 1) {
      const rise = clipped(t + 1, age) - clipped(t, age);
      if (rise < 0 || (rise === 0 && inside(clipped(t, age)))) return false;
    }
  }
  return true;
}
