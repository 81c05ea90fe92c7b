import type { IrtItem } from './irt-item.ts';
import { logLikelihoodAt } from './theta-eap.ts';
import { type Answers, type Population, STANDARD_POPULATION, type ThetaEstimate } from './theta-estimate.ts';
import { evidenceAt, thetaRoot } from './theta-root.ts';

/**
 * Maximum a posteriori: the most believable θ given the answers and the population; SE = 1/√(information + 1/σ²).
 *
 * Always finite. Source: Samejima 1969, Psychometrika Monograph 17.
 * @returns null when nothing was answered.
 * @throws RangeError for an answer outside an item's categories, or a spread that is not positive.
 */
export function thetaMap(
  items: readonly IrtItem[],
  answers: Answers,
  population: Population = STANDARD_POPULATION,
): ThetaEstimate | null {
  const { mean, sd } = population;
  if (!(sd > 0)) throw new RangeError('a population has a positive spread');
  if (items.every((_, i) => (answers[i] ?? null) === null)) return null;
  const precision = 1 / (sd * sd);
  const theta = thetaRoot(items, {
    slope: (t) => evidenceAt(items, answers, t).slope - (t - mean) * precision,
    height: (t) => logLikelihoodAt(items, answers, t) - ((t - mean) ** 2 * precision) / 2,
  });
  if (theta === null) return null;
  return { theta, se: 1 / Math.sqrt(evidenceAt(items, answers, theta).information + precision) };
}
