import { columnOf, type ResponseMatrix, rowOf } from '../math/response-matrix.ts';

export interface OptionCurve {
  readonly option: number;
  readonly count: number;
  /** Share of the persons in each group of rest scores, lowest group first, who chose this option. */
  readonly shares: readonly number[];
}

/** Splits persons into `groups` of equal size by a score; equal scores stay together. */
function groupsOf(scores: readonly number[], groups: number): number[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const cuts = Array.from(
    { length: groups - 1 },
    (_, g) => sorted[Math.floor(((g + 1) * sorted.length) / groups)] ?? 0,
  );
  return scores.map((score) => cuts.filter((cut) => score >= cut).length);
}

/**
 * Who chooses which answer: for each option of one item, its share among persons low to high on the rest of the scale.
 *
 * A working option rises or falls with the trait; an option nobody needs stays flat near zero.
 * @param data keyed answers on complete rows. @param item the column. @param groups five unless told.
 * @throws RangeError when there is no such column.
 */
export function optionCurves(data: ResponseMatrix, item: number, groups = 5): OptionCurve[] {
  const answers = columnOf(data, item);
  const rest = Array.from(answers, (own, row) => rowOf(data, row).reduce((sum, x) => sum + x, 0) - own);
  const membership = groupsOf(rest, groups);
  const sizes = Array.from({ length: groups }, (_, g) => membership.filter((m) => m === g).length);
  const options = [...new Set(answers)].sort((a, b) => a - b);
  return options.map((option) => {
    const counts = new Array<number>(groups).fill(0);
    for (const [row, answer] of answers.entries()) {
      const group = membership[row] ?? 0;
      if (answer === option) counts[group] = (counts[group] ?? 0) + 1;
    }
    const count = counts.reduce((sum, c) => sum + c, 0);
    return { option, count, shares: counts.map((c, g) => ((sizes[g] ?? 0) > 0 ? c / (sizes[g] ?? 1) : 0)) };
  });
}
