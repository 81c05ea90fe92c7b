import { bivariateNormalCdf } from '../math/bivariate-normal.ts';
import { normalCdf, normalQuantile } from '../math/normal.ts';

/** Where the integral is cut off, in standard deviations, and how fine it is. */
const REACH = 6;
const STEPS = 1200;

/**
 * The best AUC that a score can have for telling the top share of something it correlates with, both normal: with a
 * correlation of √r for the true score itself (r the reliability), with the validity for a criterion.
 * @throws RangeError unless the share lies in (0, 1) and the correlation in (−1, 1)
 * @example binormalAuc({ correlation: Math.sqrt(0.8), topShare: 0.15 }) // .953
 */
export function binormalAuc({ correlation, topShare }: { correlation: number; topShare: number }): number {
  if (!(Math.abs(correlation) < 1)) throw new RangeError('binormalAuc requires a correlation within (−1, 1)');
  const cut = normalQuantile(1 - topShare);
  // Share of all people who score at most x and are below the cut of the other variable.
  const below = (x: number): number => bivariateNormalCdf(x, cut, correlation);
  let area = 0;
  let before = { low: 0, high: 0 };
  for (let step = 0; step <= STEPS; step++) {
    const x = -REACH + (2 * REACH * step) / STEPS;
    const low = below(x) / (1 - topShare);
    const high = (normalCdf(x) - below(x)) / topShare;
    area += ((low + before.low) / 2) * (high - before.high);
    before = { low, high };
  }
  return area;
}

/** Of those chosen from the top of the score, the share that is in the top share of the other; both shares in (0, 1). */
export function binormalPpv(setting: { correlation: number; topShare: number; selected: number }): number {
  const { correlation, topShare, selected } = setting;
  const both = bivariateNormalCdf(normalQuantile(selected), normalQuantile(topShare), correlation);
  return both / selected;
}
