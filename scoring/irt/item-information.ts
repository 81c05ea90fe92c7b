import { type CategoryCurve, categoryProbabilities } from './category-probabilities.ts';
import type { IrtItem } from './irt-item.ts';

/** Σ P′²/P over the categories; a category that is impossible here adds nothing. */
export const informationOf = (curves: readonly CategoryCurve[]): number =>
  curves.reduce((sum, { p, slope }) => (p > 1e-280 ? sum + (slope * slope) / p : sum), 0);

/** J = Σ P′P″/P, the bias term of the weighted likelihood. */
export const biasTermOf = (curves: readonly CategoryCurve[]): number =>
  curves.reduce((sum, { p, slope, curvature }) => (p > 1e-280 ? sum + (slope * curvature) / p : sum), 0);

/**
 * Fisher information of one item at θ: how much an answer to it narrows θ down. Items add up.
 *
 * Source: Samejima 1969; Muraki 1993, Appl. Psychol. Meas. 17, 351–363.
 */
export const itemInformation = (item: IrtItem, theta: number): number =>
  informationOf(categoryProbabilities(item, theta));

/** Information of a whole test at θ; 1/√ of it is the standard error of a maximum likelihood estimate. */
export const testInformation = (items: readonly IrtItem[], theta: number): number =>
  items.reduce((sum, item) => sum + itemInformation(item, theta), 0);

/** The score expected at θ, categories counted 0, 1, 2 …: the test characteristic curve. */
export const expectedScore = (items: readonly IrtItem[], theta: number): number =>
  items.reduce((sum, item) => sum + categoryProbabilities(item, theta).reduce((s, { p }, k) => s + k * p, 0), 0);
