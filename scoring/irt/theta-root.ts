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

/**
 * Where to begin: without asymptotes there is one maximum, and zero will do; with them there may be several, and the
 * highest point of a coarse grid leads to the highest of them.
 */
function startFor(items: readonly IrtItem[], height: (theta: number) => number): number {
  let best = 0;
  if (items.every(({ lower = 0, upper = 1 }) => lower === 0 && upper === 1)) return best;
  for (let theta = -5; theta <= 5; theta += 0.5) if (height(theta) > height(best) + 1e-12) best = theta;
  return best;
}

/** Beyond this no estimate is believed to be finite. */
const FAR = 60;

/** What a point estimate maximises, and the slope of it that must vanish there. */
export interface Criterion {
  readonly slope: (theta: number) => number;
  readonly height: (theta: number) => number;
}

/**
 * The θ where the slope of a criterion turns from rising to falling.
 * @returns null when there is no such place: the estimate is infinite.
 */
export function thetaRoot(items: readonly IrtItem[], { slope, height }: Criterion): number | null {
  const start = startFor(items, height);
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
