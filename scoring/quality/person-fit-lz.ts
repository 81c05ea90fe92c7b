import { categoryProbabilities } from '../irt/category-probabilities.ts';
import type { IrtItem } from '../irt/irt-item.ts';
import { biasTermOf, informationOf } from '../irt/item-information.ts';
import { type Answers, type Population, STANDARD_POPULATION } from '../irt/theta-estimate.ts';

/** How θ was estimated: it decides what lz* corrects for. */
export type ThetaSource = 'mle' | 'map' | 'wle';

interface FitSums {
  /** Log-likelihood less its expectation. */
  readonly excess: number;
  readonly variance: number;
  /** Σ P′ ln P: covariance of the log-likelihood with the score in θ. */
  readonly covariance: number;
  readonly information: number;
  readonly bias: number;
  readonly answered: number;
}

const ln = (p: number): number => Math.log(Math.max(p, 1e-300));

function fitSums(items: readonly IrtItem[], answers: Answers, theta: number): FitSums {
  const sums = { excess: 0, variance: 0, covariance: 0, information: 0, bias: 0, answered: 0 };
  for (const [i, item] of items.entries()) {
    const answer = answers[i] ?? null;
    if (answer === null) continue;
    const curves = categoryProbabilities(item, theta);
    const given = curves[answer];
    if (given === undefined) throw new RangeError(`item ${i} has no category ${answer}`);
    const expected = curves.reduce((sum, { p }) => sum + p * ln(p), 0);
    sums.excess += ln(given.p) - expected;
    sums.variance += curves.reduce((sum, { p }) => sum + p * (ln(p) - expected) ** 2, 0);
    sums.covariance += curves.reduce((sum, { p, slope }) => sum + slope * ln(p), 0);
    sums.information += informationOf(curves);
    sums.bias += biasTermOf(curves);
    sums.answered += 1;
  }
  return sums;
}

/**
 * lz: is this pattern of answers likely for someone at θ? Its log-likelihood, standardised; far below zero means that
 * easy items were missed and hard ones solved (or the like).
 *
 * (l − E l)/√Var l, with expectation and variance over the categories of each answered item. With θ estimated from the
 * same answers lz is too narrow: prefer `personFitLzStar`.
 * Source: Drasgow, Levine & Williams 1985, Brit. J. Math. Stat. Psychol. 38, 67–86.
 * @returns null when nothing was answered or every answer was certain.
 * @throws RangeError for an answer outside an item's categories.
 */
export function personFitLz(items: readonly IrtItem[], answers: Answers, theta: number): number | null {
  const { excess, variance } = fitSums(items, answers, theta);
  return variance > 1e-12 ? excess / Math.sqrt(variance) : null;
}

/** r₀: what the estimator adds to the likelihood equation. */
function estimatorTerm(source: ThetaSource, sums: FitSums, theta: number, population: Population): number {
  if (source === 'mle') return 0;
  if (source === 'wle') return sums.bias / (2 * sums.information);
  return (population.mean - theta) / population.sd ** 2;
}

export interface EstimatedTheta {
  readonly theta: number;
  readonly source: ThetaSource;
  /** Prior of MAP estimates. */
  readonly population?: Population;
}

/**
 * lz*: lz with the effect of estimating θ from the same answers taken out, so that it is standard normal in long tests;
 * below −1.64 for one in twenty who answer honestly.
 *
 * In words: the part of the log-likelihood that moves with the score in θ (slope c = ΣP′ ln P/ΣP′²/P) is removed from
 * the statistic and from its variance; what MAP and WLE add to the likelihood equation comes back as c·r₀.
 * Source: Snijders 2001, Psychometrika 66, 331–342; Sinharay 2016 for more categories.
 * @returns null when nothing was answered, or the items carry no information at θ.
 * @throws RangeError for an answer outside an item's categories.
 */
export function personFitLzStar(items: readonly IrtItem[], answers: Answers, estimate: EstimatedTheta): number | null {
  const { theta, source, population = STANDARD_POPULATION } = estimate;
  const sums = fitSums(items, answers, theta);
  if (sums.answered === 0 || !(sums.information > 1e-12)) return null;
  const c = sums.covariance / sums.information;
  const variance = sums.variance - c * c * sums.information;
  if (!(variance > 1e-12)) return null;
  return (sums.excess + c * estimatorTerm(source, sums, theta, population)) / Math.sqrt(variance);
}
