export interface LongString {
  /** Longest run of one answer in a row. */
  readonly longest: number;
  /** Mean length of the runs. */
  readonly average: number;
  /** Longest run on each page, in the order of the pages. */
  readonly byPage: readonly number[];
}

interface Run {
  readonly page: number;
  length: number;
  answer: number;
}

/** Runs of equal answers; a missing answer or a new page ends a run. */
function runsOf(answers: ArrayLike<number>, pages: readonly number[] | undefined): Run[] {
  const runs: Run[] = [];
  let current: Run | null = null;
  for (let i = 0; i < answers.length; i += 1) {
    const answer = answers[i] ?? Number.NaN;
    const page = pages?.[i] ?? 0;
    if (Number.isNaN(answer)) {
      current = null;
    } else if (current !== null && current.answer === answer && current.page === page) {
      current.length += 1;
    } else {
      current = { page, length: 1, answer };
      runs.push(current);
    }
  }
  return runs;
}

/**
 * Long string: the longest run of one and the same answer, in the order in which items were shown; many in a row suggest
 * that the items were not read.
 *
 * Answers are raw, not reversed. A run does not cross a missing answer or the edge of a page.
 * Source: Johnson 2005, J. Res. Pers. 39, 103–129; Curran 2016, J. Exp. Soc. Psychol. 66, 4–19.
 * @param answers one person's answers, NaN where missing. @param pages page number of each item, one page if left out.
 * @returns null when nothing was answered.
 * @throws RangeError when pages and answers differ in length.
 * @example longString([3, 3, 3, 1]).longest // 3
 */
export function longString(answers: ArrayLike<number>, pages?: readonly number[]): LongString | null {
  if (pages !== undefined && pages.length !== answers.length)
    throw new RangeError('longString requires a page per answer');
  const runs = runsOf(answers, pages);
  if (runs.length === 0) return null;
  const order = [...new Set(pages ?? [0])];
  const longest = (some: readonly Run[]): number => some.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    longest: longest(runs),
    average: runs.reduce((sum, { length }) => sum + length, 0) / runs.length,
    byPage: order.map((page) => longest(runs.filter((run) => run.page === page))),
  };
}
