import { standardDeviation } from '../math/moments.ts';

/**
 * IRV: the standard deviation of one person's raw answers. Very small with straight lines, very large with random or
 * extreme answering; alone it proves nothing.
 *
 * Source: Dunn, Heggestad, Shanock & Theilgard 2018, J. Bus. Psychol. 33, 105–121.
 * @param answers raw, NaN where missing.
 * @returns null with fewer than two answers.
 */
export function intraIndividualVariability(answers: ArrayLike<number>): number | null {
  const given = Array.from(answers).filter((x) => !Number.isNaN(x));
  return given.length < 2 ? null : standardDeviation(given);
}
