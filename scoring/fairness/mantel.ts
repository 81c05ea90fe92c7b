import { chiSquareUpperTail } from '../math/chi-square.ts';
import { standardDeviation } from '../math/moments.ts';
import type { Stratum } from './strata.ts';

/** Classes for items with more than two answers: AA negligible, BB moderate, CC large. */
export type PolytomousClass = 'AA' | 'BB' | 'CC';

export interface Mantel {
  readonly chiSquare: number;
  readonly p: number;
  /** Standardised mean difference: focal minus reference at equal score, weighted as the focal group is spread. */
  readonly smd: number;
  /** SMD over the item's standard deviation. */
  readonly effect: number;
  readonly class: PolytomousClass;
}

const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
const squares = (values: readonly number[]): number => values.reduce((total, x) => total + x * x, 0);

/** Surplus of the focal group's sum of answers over what the margins let expect, and its variance. */
function surplusOf({ reference, focal }: Stratum): { surplus: number; variance: number } {
  const total = reference.length + focal.length;
  const answers = sum(reference) + sum(focal);
  const spread = total * (squares(reference) + squares(focal)) - answers * answers;
  return {
    surplus: sum(focal) - (focal.length * answers) / total,
    variance: (reference.length * focal.length * spread) / (total * total * (total - 1)),
  };
}

const classOf = (effect: number, p: number): PolytomousClass => {
  const size = Math.abs(effect);
  if (p > 0.05 || size <= 0.17) return 'AA';
  return size <= 0.25 ? 'BB' : 'CC';
};

/**
 * Mantel's test for items with ordered answers: at the same total score, is one group's mean answer higher?
 *
 * χ² = (ΣF − ΣE)²/ΣVar with one degree of freedom, no continuity correction; F is the focal group's sum of answers.
 * Source: Mantel 1963, J. Amer. Statist. Assoc. 58, 690–700; SMD: Dorans & Schmitt 1991; classes: Zwick, Thayer &
 * Mazzeo 1997.
 * @param strata from `strataOf`, keyed answers.
 * @returns null where no stratum compares both groups or answers do not vary.
 */
export function mantel(strata: readonly Stratum[]): Mantel | null {
  const usable = strata.filter(({ reference, focal }) => reference.length > 0 && focal.length > 0);
  const parts = usable.map(surplusOf);
  const variance = sum(parts.map((part) => part.variance));
  const everybody = strata.flatMap(({ reference, focal }) => [...reference, ...focal]);
  if (!(variance > 0) || everybody.length < 2) return null;
  const chiSquare = sum(parts.map((part) => part.surplus)) ** 2 / variance;
  const p = chiSquareUpperTail(chiSquare, 1);
  const focalCount = sum(usable.map(({ focal }) => focal.length));
  const smd = sum(
    usable.map(
      ({ reference, focal }) =>
        (focal.length / focalCount) * (sum(focal) / focal.length - sum(reference) / reference.length),
    ),
  );
  const effect = smd / standardDeviation(everybody);
  return { chiSquare, p, smd, effect, class: classOf(effect, p) };
}
