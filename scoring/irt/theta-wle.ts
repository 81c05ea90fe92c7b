import type { IrtItem } from './irt-item.ts';
import { logLikelihoodAt } from './theta-eap.ts';
import type { Answers, ThetaEstimate } from './theta-estimate.ts';
import { evidenceAt, thetaRoot } from './theta-root.ts';

/**
 * Warm's weighted likelihood: maximum likelihood with its bias of order 1/n taken out; finite for every pattern.
 *
 * Solves ℓ′ + J/(2I) = 0, J = ΣΣ P′P″/P. The standard error is 1/√I (the convention of TAM and catR; mirt takes the
 * curvature of the weighted likelihood and finds less at the extremes).
 * Source: Warm 1989, Psychometrika 54, 427–450.
 * @returns null when nothing was answered or the items carry no information.
 * @throws RangeError for an answer outside an item's categories.
 */
export function thetaWle(items: readonly IrtItem[], answers: Answers): ThetaEstimate | null {
  if (items.every((_, i) => (answers[i] ?? null) === null)) return null;
  const corrected = (t: number): number => {
    const { slope, information, bias } = evidenceAt(items, answers, t);
    return information > 0 ? slope + bias / (2 * information) : slope;
  };
  const height = (t: number): number => {
    const { information } = evidenceAt(items, answers, t);
    return logLikelihoodAt(items, answers, t) + 0.5 * Math.log(Math.max(information, 1e-300));
  };
  const theta = thetaRoot(items, { slope: corrected, height });
  if (theta === null) return null;
  const { information } = evidenceAt(items, answers, theta);
  return information > 0 ? { theta, se: 1 / Math.sqrt(information) } : null;
}
