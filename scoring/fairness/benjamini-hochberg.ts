/**
 * Benjamini–Hochberg: p values adjusted so that, among all that stay below .05, at most one in twenty is expected false.
 *
 * The i-th smallest of m is multiplied by m/i, and no adjusted value may exceed one that belongs to a larger p.
 * Source: Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289–300.
 * @param values p values, null where a test could not be made; those stay null and do not count.
 * @throws RangeError for a value outside [0, 1].
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(values: readonly (number | null)[]): (number | null)[] {
  const order = values
    .map((p, index) => ({ p, index }))
    .filter((entry): entry is { p: number; index: number } => entry.p !== null)
    .sort((a, b) => b.p - a.p);
  if (order.some(({ p }) => !(p >= 0 && p <= 1))) throw new RangeError('p values lie within [0, 1]');
  const adjusted: (number | null)[] = values.map(() => null);
  let least = 1;
  for (const [position, { p, index }] of order.entries()) {
    least = Math.min(least, (p * order.length) / (order.length - position));
    adjusted[index] = least;
  }
  return adjusted;
}
