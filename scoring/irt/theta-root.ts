import { findRoot } from '../math/find-root.ts';
import { categoryProbabilities } from './category-probabilities.ts';
import type { IrtItem } from './irt-item.ts';
import { biasTermOf, informationOf } from './item-information.ts';
import type { Answers } from './theta-estimate.ts';

/** What the answered items say at one θ: slope of the log-likelihood, information, and Warm's bias term. */
export interface Evidence {
  readonly slope: number;
  readonly information: number;
  readonly bias: number;
}

export function evidenceAt(items: readonly IrtItem[], answers: Answers, theta: number): Evidence {
  let [slope, information, bias] = [0, 0, 0];
  for (const [i, item] of items.entries()) {
    const answer = answers[i] ?? null;
    if (answer === null) continue;
    const curves = categoryProbabilities(item, theta);
    const given = curves[answer];
    if (given === undefined) throw new RangeError(`item ${i} has no category ${answer}`);
    slope += given.slope / Math.max(given.p, 1e-300);
    information += informationOf(curves);
    bias += biasTermOf(curves);
  }
  return { slope, information, bias };
}

/** Starting places: where the log-likelihood is largest on a coarse grid, so that the highest of several maxima is found. */
function bestStart(height: (theta: number) => number): number {
  let best = 0;
  for (let theta = -5; theta <= 5; theta += 0.5) if (height(theta) > height(best) + 1e-12) best = theta;
  return best;
}

/** Beyond this no estimate is believed to be finite. */
const FAR = 60;

/**
 * The θ where `slope` turns from rising to falling, sought outward from the best of a coarse grid.
 * @returns null when there is no such place: the estimate is infinite.
 */
export function thetaRoot(slope: (theta: number) => number, height: (theta: number) => number): number | null {
  const start = bestStart(height);
  let [low, high] = [start, start];
  for (let stride = 0.5; slope(low) <= 0; stride *= 1.5) {
    if (low < -FAR) return null;
    low -= stride;
  }
  for (let stride = 0.5; slope(high) >= 0; stride *= 1.5) {
    if (high > FAR) return null;
    high += stride;
  }
  return findRoot(slope, { low, high, tolerance: 1e-13 });
}
