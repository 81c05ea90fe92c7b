import type { IrtItem } from '../irt/irt-item.ts';
import { expectedScore } from '../irt/item-information.ts';
import { type QuadratureGrid, quadratureGrid } from '../irt/quadrature-grid.ts';

export interface LogOdds {
  readonly logAlpha: number;
  readonly se: number;
}

export interface OddsDtf {
  /** Variance of the items' log odds ratios beyond sampling error; below .07 small, above .14 large. */
  readonly tauSquared: number;
  /** Their weighted mean: nonzero when most items lean one way. */
  readonly mean: number;
  readonly size: 'small' | 'medium' | 'large';
}

/**
 * Differential test functioning from Mantel–Haenszel results: how far the items of a test disagree about which group is
 * favoured. Items may lean both ways and leave the sum score fair, or all one way.
 *
 * τ² = Σw²[(λ − Λ)² − s²] / Σw², w = 1/s². Source: Camilli & Penfield 1997, J. Educ. Meas. 34, 123–139.
 * @returns null with fewer than two items.
 */
export function oddsDtf(items: readonly LogOdds[]): OddsDtf | null {
  const usable = items.filter(({ se }) => se > 0);
  if (usable.length < 2) return null;
  const weights = usable.map(({ se }) => 1 / (se * se));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = usable.reduce((sum, { logAlpha }, i) => sum + (weights[i] ?? 0) * logAlpha, 0) / total;
  const top = usable.reduce(
    (sum, { logAlpha, se }, i) => sum + (weights[i] ?? 0) ** 2 * ((logAlpha - mean) ** 2 - se * se),
    0,
  );
  const tauSquared = top / weights.reduce((sum, w) => sum + w * w, 0);
  return { tauSquared, mean, size: tauSquared < 0.07 ? 'small' : tauSquared < 0.14 ? 'medium' : 'large' };
}

export interface ScoreDtf {
  /** Mean difference of expected sum scores, focal minus reference, over the population: biases may cancel. */
  readonly signed: number;
  /** Mean absolute difference: biases cannot cancel. */
  readonly unsigned: number;
  /** Both as shares of the highest possible sum score. */
  readonly signedShare: number;
  readonly unsignedShare: number;
}

/**
 * Differential test functioning of sum scores: what two groups of the same θ are expected to score on the whole test,
 * when it is calibrated in each group on a common scale.
 *
 * Source: Chalmers, Counsell & Flora 2016, Educ. Psychol. Meas. 76, 114–140 (sDTF, uDTF).
 * @throws RangeError unless both calibrations have the same number of items, and at least one.
 */
export function scoreDtf(
  reference: readonly IrtItem[],
  focal: readonly IrtItem[],
  grid: QuadratureGrid = quadratureGrid(),
): ScoreDtf {
  if (reference.length !== focal.length || focal.length === 0)
    throw new RangeError('scoreDtf requires two calibrations of one test');
  const highest = reference.reduce((sum, { b }) => sum + b.length, 0);
  let [signed, unsigned] = [0, 0];
  for (const [q, theta] of grid.nodes.entries()) {
    const gap = expectedScore(focal, theta) - expectedScore(reference, theta);
    signed += (grid.weights[q] ?? 0) * gap;
    unsigned += (grid.weights[q] ?? 0) * Math.abs(gap);
  }
  return { signed, unsigned, signedShare: signed / highest, unsignedShare: unsigned / highest };
}
