import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';

/** One step of one item: passing from category `step − 1` to `step`, and the share of the sample that has passed it. */
export interface ItemStep {
  readonly item: number;
  readonly step: number;
  readonly popularity: number;
}

/** How often each answer or a higher one is given to each item of a sample. */
export interface StepPopularity {
  /** Categories of each item as given, lowest first. */
  readonly categories: readonly (readonly number[])[];
  /** All steps, the most popular first; steps of one item keep their order. */
  readonly steps: readonly ItemStep[];
}

/**
 * Item-step popularities, for person fit without a model. A right/wrong item has one step, and its popularity is the
 * share who solved it.
 *
 * Estimated on a sample of keyed answers; columns without variation have no step.
 */
export function stepPopularity(sample: ResponseMatrix): StepPopularity {
  const categories: number[][] = [];
  const steps: ItemStep[] = [];
  for (let item = 0; item < sample.k; item += 1) {
    const answers = columnOf(sample, item).filter((x) => !Number.isNaN(x));
    const values = [...new Set(answers)].sort((a, b) => a - b);
    categories.push(values);
    for (const [step, value] of values.entries()) {
      if (step === 0) continue;
      steps.push({ item, step, popularity: answers.filter((x) => x >= value).length / answers.length });
    }
  }
  steps.sort((a, b) => b.popularity - a.popularity || a.item - b.item || a.step - b.step);
  return { categories, steps };
}

/** Which steps a person has passed, in the order of popularity; steps of unanswered items are left out. */
export function passedSteps(
  answers: ArrayLike<number>,
  { categories, steps }: StepPopularity,
): { step: ItemStep; passed: boolean }[] {
  const out: { step: ItemStep; passed: boolean }[] = [];
  for (const step of steps) {
    const answer = answers[step.item] ?? Number.NaN;
    const threshold = categories[step.item]?.[step.step];
    if (Number.isNaN(answer) || threshold === undefined) continue;
    out.push({ step, passed: answer >= threshold });
  }
  return out;
}
