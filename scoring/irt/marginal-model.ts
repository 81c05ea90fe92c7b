import { type Expectation, expectation } from './expectation.ts';
import type { ItemFamily } from './item-family.ts';
import { itemPrior, type PriorSettings } from './item-prior.ts';
import type { PatternTable } from './pattern-table.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/**
 * What is being maximised: patterns, one family per item, and where each item's parameters stand in the one vector x.
 *
 * With `sharedSlope` (Rasch) x begins with the one slope of all items and each item adds its intercepts only; else each
 * item has a slope and intercepts of its own.
 */
export interface MarginalModel {
  readonly table: PatternTable;
  readonly families: readonly ItemFamily[];
  readonly grid: QuadratureGrid;
  readonly sharedSlope: boolean;
  readonly prior: PriorSettings;
}

/** One point of the search: the parameters with the likelihood there and what follows from it. */
export interface MarginalPoint {
  readonly x: Float64Array;
  readonly logLikelihood: number;
  /** Log-likelihood plus log prior: what must never fall. */
  readonly objective: number;
  readonly counts: Expectation['counts'];
}

/** Places in x of an item's (a, d₁ …). */
export function placesOf({ table, sharedSlope }: MarginalModel): number[][] {
  let next = sharedSlope ? 1 : 0;
  return table.categories.map((m) => {
    const slope = sharedSlope ? 0 : next++;
    return [slope, ...Array.from({ length: m - 1 }, () => next++)];
  });
}

export const parameterCount = ({ table, sharedSlope }: MarginalModel): number =>
  table.categories.reduce((sum, m) => sum + m - 1, 0) + (sharedSlope ? 1 : table.categories.length);

export const itemParameters = (x: Float64Array, places: readonly number[]): Float64Array =>
  Float64Array.from(places, (place) => x[place] ?? 0);

/** Evaluates the marginal likelihood at x: one E-step. */
export function evaluate(model: MarginalModel, x: Float64Array): MarginalPoint {
  const places = placesOf(model);
  const probabilities = model.families.map((family, i) =>
    family.probabilities(itemParameters(x, places[i] ?? []), model.grid),
  );
  const { logLikelihood, counts } = expectation(model.table, probabilities, model.grid);
  const prior = model.families.reduce(
    (sum, family, i) => sum + itemPrior(family, itemParameters(x, places[i] ?? []), model.prior).value,
    0,
  );
  return { x, logLikelihood, objective: logLikelihood + prior, counts };
}
