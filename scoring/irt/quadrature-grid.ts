import { normalDensity } from '../math/normal.ts';

/** Points of θ and the share of the population each stands for. */
export interface QuadratureGrid {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

export interface GridSettings {
  readonly count?: number;
  readonly low?: number;
  readonly high?: number;
  /** Mean and standard deviation of the population; the nodes move and stretch with them. */
  readonly mean?: number;
  readonly sd?: number;
}

/**
 * Equally spaced nodes with normal weights that add to one: 61 on [−6, 6] unless told.
 *
 * With another mean or spread the nodes are placed at mean + sd·z, so that a wide population is covered as well as a
 * narrow one.
 * @throws RangeError unless count ≥ 2, high > low and sd > 0.
 */
export function quadratureGrid({
  count = 61,
  low = -6,
  high = 6,
  mean = 0,
  sd = 1,
}: GridSettings = {}): QuadratureGrid {
  if (!(count >= 2 && high > low && sd > 0)) throw new RangeError('a grid needs two nodes, an interval and a spread');
  const z = Float64Array.from({ length: count }, (_, q) => low + ((high - low) * q) / (count - 1));
  const density = z.map(normalDensity);
  const total = density.reduce((sum, d) => sum + d, 0);
  return { nodes: z.map((x) => mean + sd * x), weights: density.map((d) => d / total) };
}
