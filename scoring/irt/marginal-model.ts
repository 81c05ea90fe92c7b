import { type Expectation, expectation } from './expectation.ts';
import type { ItemFamily } from './item-family.ts';
import { itemPrior, type PriorSettings } from './item-prior.ts';
import { type PatternRun, patternRun } from './pattern-likelihood.ts';
import type { PatternTable } from './pattern-table.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/**
 * What is being maximised: patterns, one family per item, and where each item's parameters stand in the one vector x.
 *
 * With `sharedSlope` (Rasch) x begins with the one slope of all items and each item adds its intercepts only; else each
 * item has a slope and intercepts of its own.
 */
export interface MarginalModel {
  readonly run: PatternRun;
  readonly families: readonly ItemFamily[];
  readonly sharedSlope: boolean;
  readonly prior: PriorSettings;
  /** Places in x of each item's (a, d₁ …). */
  readonly places: readonly (readonly number[])[];
}

/** What a model is made of. */
export interface ModelParts extends Pick<MarginalModel, 'families' | 'sharedSlope' | 'prior'> {
  readonly table: PatternTable;
  readonly grid: QuadratureGrid;
}

/** One point of the search: the parameters with the likelihood there and what follows from it. */
export interface MarginalPoint {
  readonly x: Float64Array;
  readonly logLikelihood: number;
  /** Log-likelihood plus log prior: what must never fall. */
  readonly objective: number;
  readonly counts: Expectation['counts'];
}

export function marginalModel({ table, grid, ...what }: ModelParts): MarginalModel {
  let next = what.sharedSlope ? 1 : 0;
  const places = table.categories.map((m) => {
    const slope = what.sharedSlope ? 0 : next++;
    return [slope, ...Array.from({ length: m - 1 }, () => next++)];
  });
  return { ...what, run: patternRun(table, grid), places };
}

export const parameterCount = ({ places }: Pick<MarginalModel, 'places'>): number =>
  1 + Math.max(...places.map((own) => Math.max(...own)));

export const itemParameters = (x: Float64Array, places: readonly number[]): Float64Array =>
  Float64Array.from(places, (place) => x[place] ?? 0);

/** Evaluates the marginal likelihood at x: one E-step. */
export function evaluate({ run, families, places, prior }: MarginalModel, x: Float64Array): MarginalPoint {
  const own = places.map((at) => itemParameters(x, at));
  const probabilities = families.map((family, i) => family.probabilities(own[i] ?? x, run.grid));
  const { logLikelihood, counts } = expectation(run, probabilities);
  let objective = logLikelihood;
  for (const [i, family] of families.entries()) objective += itemPrior(family, own[i] ?? x, prior).value;
  return { x, logLikelihood, objective, counts };
}
