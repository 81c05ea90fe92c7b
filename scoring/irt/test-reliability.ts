import { mean, variance } from '../math/moments.ts';
import type { IrtItem } from './irt-item.ts';
import { testInformation } from './item-information.ts';
import { type QuadratureGrid, quadratureGrid } from './quadrature-grid.ts';
import type { ThetaEstimate } from './theta-estimate.ts';

/**
 * Marginal reliability: E[I/(I + 1)] over N(0, 1), what the items promise for a standard population (as `mirt`).
 * It is not the empirical reliability; the two differ, and neither is α.
 */
export const marginalReliability = (items: readonly IrtItem[], grid: QuadratureGrid = quadratureGrid()): number =>
  grid.nodes.reduce((sum, theta, q) => {
    const information = testInformation(items, theta);
    return sum + ((grid.weights[q] ?? 0) * information) / (information + 1);
  }, 0);

/**
 * Empirical reliability of EAP estimates: var(θ̂) / (var(θ̂) + mean SE²), what was reached in this sample.
 * @returns null with fewer than two estimates or without any variance.
 */
export function empiricalReliability(estimates: readonly (ThetaEstimate | null)[]): number | null {
  const found = estimates.filter((e) => e !== null);
  if (found.length < 2) return null;
  const between = variance(found.map(({ theta }) => theta));
  const error = mean(found.map(({ se }) => se * se));
  return between + error > 0 ? between / (between + error) : null;
}
