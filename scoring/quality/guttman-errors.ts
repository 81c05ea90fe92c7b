import { passedSteps, type StepPopularity } from './step-popularity.ts';

export interface GuttmanErrors {
  /** Pairs of steps of different popularity where the rarer was passed and the more popular was not. */
  readonly errors: number;
  /** Errors as a share of the most that so many passed steps could make, were they freely arranged; 0 … 1. */
  readonly normed: number;
}

/**
 * Guttman errors of one person: how often something rare was done while something common was not. No model is needed.
 *
 * Source: Meijer 1994, Appl. Psychol. Meas. 18, 311–314; Molenaar 1991 for more than two categories.
 * @param answers keyed, NaN where missing. @param popularity of a calibration sample.
 * @returns null where no error is possible: nothing answered, or no step or every step passed.
 */
export function guttmanErrors(answers: ArrayLike<number>, popularity: StepPopularity): GuttmanErrors | null {
  const steps = passedSteps(answers, popularity);
  const passed = steps.filter((s) => s.passed).length;
  const most = passed * (steps.length - passed);
  if (most === 0) return null;
  let [failed, errors] = [0, 0];
  for (const { passed: didPass } of steps) {
    if (didPass) errors += failed;
    else failed += 1;
  }
  return { errors, normed: errors / most };
}
