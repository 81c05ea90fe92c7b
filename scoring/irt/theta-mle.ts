import { categoryCount, type IrtItem } from './irt-item.ts';
import { logLikelihoodAt } from './theta-eap.ts';
import type { Answers, ThetaEstimate } from './theta-estimate.ts';
import { evidenceAt, thetaRoot } from './theta-root.ts';

/** Whether every answer is the one that most θ's at one end would give: the likelihood then has no maximum. */
export function isExtreme(items: readonly IrtItem[], answers: Answers): boolean {
  const ends = new Set<number>();
  for (const [i, item] of items.entries()) {
    const answer = answers[i] ?? null;
    if (answer === null || item.a === 0) continue;
    const place = item.a > 0 ? answer : categoryCount(item) - 1 - answer;
    ends.add(place === 0 ? -1 : place === categoryCount(item) - 1 ? 1 : 0);
  }
  return ends.size < 2 && !ends.has(0);
}

/**
 * Maximum likelihood: the θ at which these answers were most likely; standard error 1/√information.
 *
 * @returns null when nothing was answered, or for all-lowest and all-highest patterns, whose maximum is infinite.
 * @throws RangeError for an answer outside an item's categories.
 */
export function thetaMle(items: readonly IrtItem[], answers: Answers): ThetaEstimate | null {
  if (isExtreme(items, answers)) return null;
  const theta = thetaRoot(items, {
    slope: (t) => evidenceAt(items, answers, t).slope,
    height: (t) => logLikelihoodAt(items, answers, t),
  });
  if (theta === null) return null;
  const { information } = evidenceAt(items, answers, theta);
  return information > 0 ? { theta, se: 1 / Math.sqrt(information) } : null;
}
