import { CsvProblem } from './csv-problem.ts';

/**
 * What the columns of an answer table mean: `id` is the column of the person's id, −1 without one; `item` holds, for each
 * item of the plan, its column, −1 where the table has none. `others` are the columns that are passed over.
 */
export interface AnswerColumns {
  readonly names: readonly string[];
  readonly id: number;
  readonly item: Int32Array;
  readonly others: readonly string[];
  readonly absent: readonly string[];
}

/**
 * @param header the cells of the first row
 * @throws CsvProblem without a header, without any item column, or when `id` or an item stands in two columns
 */
export function answerColumns(header: readonly string[] | undefined, itemIds: readonly string[]): AnswerColumns {
  const some = `${itemIds.slice(0, 3).join(', ')} …`;
  if (header === undefined) {
    throw new CsvProblem(`the file is empty; expected a first line of column names: id (optional), ${some}`);
  }
  const names = header.map((name) => name.trim());
  const known = new Set([...itemIds, 'id']);
  const twice = names.filter((name, index) => known.has(name) && names.indexOf(name) !== index);
  if (twice.length > 0) throw new CsvProblem(`line 1: column ${[...new Set(twice)].join(', ')} stands there twice`);
  const item = Int32Array.from(itemIds, (id) => names.indexOf(id));
  if (item.every((column) => column < 0)) {
    throw new CsvProblem(`line 1: no column is named after an item; found ${list(names)}; expected ${some}`);
  }
  return {
    names,
    id: names.indexOf('id'),
    item,
    others: names.filter((name) => !known.has(name)),
    absent: itemIds.filter((_, index) => (item[index] ?? -1) < 0),
  };
}

/** Names for a message: at most ten of them. */
export function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => name || '(no name)');
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}
