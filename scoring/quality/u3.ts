import { logit } from '../math/logistic.ts';
import { passedSteps, type StepPopularity } from './step-popularity.ts';

/** Sums of step logits by number of steps passed, per item: passing two means having passed the first as well. */
function itemSums(answers: ArrayLike<number>, popularity: StepPopularity): number[][] {
  const perItem = new Map<number, number[]>();
  for (const { step } of passedSteps(answers, popularity)) {
    if (step.popularity <= 0 || step.popularity >= 1) continue;
    const sums = perItem.get(step.item) ?? [0];
    sums.push((sums.at(-1) ?? 0) + logit(step.popularity));
    perItem.set(step.item, sums);
  }
  return [...perItem.values()];
}

/** The smallest and largest total for every number of passed steps, item by item. */
function extremes(items: readonly (readonly number[])[]): { low: number[]; high: number[] } {
  let [low, high] = [[0], [0]];
  for (const sums of items) {
    const size = low.length + sums.length - 1;
    const [nextLow, nextHigh] = [new Array<number>(size).fill(Infinity), new Array<number>(size).fill(-Infinity)];
    for (const [score, least] of low.entries()) {
      for (const [steps, sum] of sums.entries()) {
        nextLow[score + steps] = Math.min(nextLow[score + steps] ?? Infinity, least + sum);
        nextHigh[score + steps] = Math.max(nextHigh[score + steps] ?? -Infinity, (high[score] ?? 0) + sum);
      }
    }
    [low, high] = [nextLow, nextHigh];
  }
  return { low, high };
}

/**
 * U3: Guttman errors weighed by how unlikely they are; 0 for a perfect Guttman pattern, 1 for a reversed one.
 *
 * In words: the logits of the passed steps' popularities, summed, placed between the highest and the lowest sum that the
 * same score could have had.
 * Source: van der Flier 1982, J. Cross-Cult. Psychol. 13, 267–298; Emons 2008 for more than two categories.
 * @returns null where the score leaves no choice of pattern.
 */
export function u3(answers: ArrayLike<number>, popularity: StepPopularity): number | null {
  const steps = passedSteps(answers, popularity).filter(({ step }) => step.popularity > 0 && step.popularity < 1);
  const score = steps.filter((s) => s.passed).length;
  const own = steps.reduce((sum, { step, passed }) => sum + (passed ? logit(step.popularity) : 0), 0);
  const { low, high } = extremes(itemSums(answers, popularity));
  const [least, most] = [low[score] ?? 0, high[score] ?? 0];
  return most - least > 1e-12 ? (most - own) / (most - least) : null;
}
