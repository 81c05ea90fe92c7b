export interface QuadratureNode {
  readonly node: number;
  readonly weight: number;
}

/** The Legendre polynomial of the given degree at x, with its derivative, by the three-term recurrence. */
function legendre(degree: number, x: number): { value: number; slope: number } {
  let [previous, value] = [1, x];
  for (let j = 2; j <= degree; j += 1) {
    [previous, value] = [value, ((2 * j - 1) * x * value - (j - 1) * previous) / j];
  }
  return { value, slope: (degree * (x * value - previous)) / (x * x - 1) };
}

/**
 * Nodes and weights on [−1, 1] that integrate polynomials up to degree 2·count − 1 exactly.
 *
 * Newton's method on the Legendre polynomial from the usual cosine start (Abramowitz & Stegun 25.4.30).
 * @throws RangeError unless count ≥ 2.
 */
export function gaussLegendre(count: number): readonly QuadratureNode[] {
  if (!(count >= 2)) throw new RangeError('gaussLegendre requires at least two nodes');
  return Array.from({ length: count }, (_, i) => {
    let node = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let step = 0; step < 50; step += 1) {
      const { value, slope } = legendre(count, node);
      node -= value / slope;
      if (Math.abs(value / slope) < 1e-16) break;
    }
    const { slope } = legendre(count, node);
    return { node, weight: 2 / ((1 - node * node) * slope * slope) };
  });
}
