import { estimateThetas, type ThetaMethod } from '../../../scoring/irt/estimate-thetas.ts';
import { CommandProblem } from '../command-problem.ts';
import type { Notice } from '../csv/answer-table.ts';
import type { ResponseTable } from '../csv/response-table.ts';
import type { ItemParameters, NamedItem } from './param-file.ts';

/** One row of the file, the first under the header being 1. θ is null where it is undefined or the row was left out. */
export interface ThetaRow {
  readonly row: number;
  readonly theta: number | null;
  readonly se: number | null;
}

/**
 * θ of every row of the file. Items without a column count as not answered, and are named; so does an answer that is none
 * of an item's categories.
 * @throws CommandProblem when no item of the parameters has a column
 */
export function thetaRows(
  { items: columns, matrix, rowNumbers, totalRows }: ResponseTable,
  { items, sd }: ItemParameters,
  { method, notice }: { method: ThetaMethod; notice: Notice },
): ThetaRow[] {
  const there = items.filter(({ item }) => columns.includes(item));
  const absent = items.filter((item) => !there.includes(item)).map(({ item }) => item);
  if (there.length === 0)
    throw new CommandProblem(`no column is named after an item: expected ${absent.slice(0, 5).join(', ')}`);
  if (absent.length > 0) notice(`items without a column, counted as not answered: ${absent.join(', ')}`);
  const placed = there.map((item) => ({ ...item, column: columns.indexOf(item.item) }));
  nameStrangers(placed, matrix, notice);
  const found = estimateThetas(matrix, placed, { method, population: { mean: 0, sd } });
  const byRow = new Map(rowNumbers.map((row, at) => [row, found[at] ?? null]));
  return Array.from({ length: totalRows }, (_, at) => {
    const estimate = byRow.get(at + 1) ?? null;
    return { row: at + 1, theta: estimate?.theta ?? null, se: estimate?.se ?? null };
  });
}

type Placed = NamedItem & { readonly column: number };

/** Answers that the calibration never saw: they carry no threshold, and count as missing. */
function nameStrangers(items: readonly Placed[], matrix: ResponseTable['matrix'], notice: Notice): void {
  for (const { item, column, categories } of items) {
    if (categories === undefined) continue;
    const known = new Set(categories.flat());
    const strange = new Map<number, number>();
    for (let row = 0; row < matrix.n; row++) {
      const answer = matrix.values[row * matrix.k + column] ?? Number.NaN;
      if (!Number.isNaN(answer) && !known.has(answer)) strange.set(answer, (strange.get(answer) ?? 0) + 1);
    }
    for (const [answer, count] of strange)
      notice(`${item}: answer ${answer} (${count} times) is not calibrated, taken as missing`);
  }
}
