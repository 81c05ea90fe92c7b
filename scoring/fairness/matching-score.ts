import type { ResponseMatrix } from '../math/response-matrix.ts';

const LEAST_ANSWERED = 0.8;

/**
 * The score on which persons of two groups are made comparable: the sum of the matching items.
 *
 * With up to a fifth of them missing it is prorated (mean of the answered × number of items) and rounded to the grid of
 * possible sums; with more missing a person is not matched.
 * @param columns the matching items.
 * @returns one score per person, null where it cannot be had.
 */
export function matchingScores(matrix: ResponseMatrix, columns: readonly number[]): (number | null)[] {
  return Array.from({ length: matrix.n }, (_, row) => {
    let [sum, answered] = [0, 0];
    for (const column of columns) {
      const answer = matrix.values[row * matrix.k + column] ?? Number.NaN;
      if (Number.isNaN(answer)) continue;
      sum += answer;
      answered += 1;
    }
    if (answered === 0 || answered < LEAST_ANSWERED * columns.length) return null;
    return answered === columns.length ? sum : Math.round((sum / answered) * columns.length);
  });
}
