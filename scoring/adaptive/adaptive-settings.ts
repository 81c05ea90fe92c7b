import { type QuadratureGrid, quadratureGrid } from '../irt/quadrature-grid.ts';

/** When to stop, and how to choose. */
export interface AdaptiveSettings {
  /** The seed of this sitting; with the answers it decides every item. */
  readonly seed: number;
  readonly minItems: number;
  readonly maxItems: number;
  /** Stop once the standard error is this small; null where precision is not a reason. */
  readonly targetSe: number | null;
  /** Stop once this θ lies outside the 90 % interval; null where nobody is classified. */
  readonly cut: number | null;
  /** How many of the most informative items the first is drawn from. */
  readonly randomesque: number;
  /**
   * Whether the draw narrows by one with each answer (5, 4, 3, 2, 1), so that pupils beside each other begin differently
   * but precision is not given away later on; else every item is drawn from as many.
   */
  readonly taper: boolean;
  /** Where estimation starts, and the population of the EAP. */
  readonly startTheta: number;
  readonly grid: QuadratureGrid;
}

/** A test of fewer questions has an error that tells little, whichever items it is made of. */
export const LEAST_TEST = 8;

/** Unless told: SE ≤ .35 (reliability near .88), 8 to 20 items, the first drawn from the best five. */
export function adaptiveSettings(given: Partial<AdaptiveSettings> & Pick<AdaptiveSettings, 'seed'>): AdaptiveSettings {
  const settings: AdaptiveSettings = {
    minItems: LEAST_TEST,
    maxItems: 20,
    targetSe: 0.35,
    cut: null,
    randomesque: 5,
    taper: true,
    startTheta: 0,
    grid: quadratureGrid(),
    ...given,
  };
  const { minItems, maxItems, randomesque, seed } = settings;
  if (!Number.isInteger(seed)) throw new RangeError('an adaptive test needs a whole number as its seed');
  if (!(minItems >= 1 && maxItems >= minItems && randomesque >= 1)) {
    throw new RangeError('adaptive settings satisfy 1 <= minItems <= maxItems and randomesque >= 1');
  }
  return settings;
}
