/** Observed and expected persons by sum score (rows) and answer (columns). */
export interface FitTable {
  readonly observed: number[][];
  readonly expected: number[][];
}

/** Fewest persons expected in a cell that is tested by itself. */
const LEAST = 1;

const sum = (row: readonly number[]): number => row.reduce((total, x) => total + x, 0);
const added = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x + (b[i] ?? 0));

/** Moves row `from` into row `into` and takes it away. */
function mergeRows({ observed, expected }: FitTable, from: number, into: number): void {
  for (const table of [observed, expected]) {
    table[into] = added(table[into] ?? [], table[from] ?? []);
    table.splice(from, 1);
  }
}

/** Rows nobody is in go; a row with one person joins the next (the last joins the one before). */
function dropEmptyRows(table: FitTable): void {
  for (let row = table.observed.length - 1; row >= 0; row -= 1) {
    if (sum(table.observed[row] ?? []) > 0) continue;
    table.observed.splice(row, 1);
    table.expected.splice(row, 1);
  }
  for (let row = 0; row + 1 < table.observed.length; ) {
    if (sum(table.observed[row] ?? []) === 1) mergeRows(table, row, row + 1);
    else row += 1;
    if (sum(table.observed[row] ?? []) > 1) continue;
    if (row + 1 >= table.observed.length) break;
  }
  const last = table.observed.length - 1;
  if (last > 0 && sum(table.observed[last] ?? []) === 1) mergeRows(table, last, last - 1);
}

/** Within one row, joins the smallest expected cell with its smaller neighbour until all are large enough or two are left. */
function joinCells(observed: number[], expected: number[]): void {
  while (expected.length > 2 && expected.some((e) => e < LEAST)) {
    const least = Math.min(...expected);
    const cell = expected.lastIndexOf(least);
    const left = expected[cell - 1] ?? Number.POSITIVE_INFINITY;
    const right = expected[cell + 1] ?? Number.POSITIVE_INFINITY;
    const target = left <= right ? cell - 1 : cell + 1;
    for (const row of [observed, expected]) {
      row[target] = (row[target] ?? 0) + (row[cell] ?? 0);
      row.splice(cell, 1);
    }
  }
}

/** Rows are brought back to one length with empty cells on the right; columns that are nearly all empty are joined. */
function alignColumns(table: FitTable, width: number): void {
  for (const rows of [table.observed, table.expected]) for (const row of rows) while (row.length < width) row.push(0);
  const columnSum = (j: number): number => sum(table.expected.map((row) => row[j] ?? 0));
  const joinLeft = (j: number): void => {
    for (const rows of [table.observed, table.expected]) {
      for (const row of rows) {
        row[j - 1] = (row[j - 1] ?? 0) + (row[j] ?? 0);
        row.splice(j, 1);
      }
    }
  };
  let columns = width;
  while (columns > 2 && columnSum(columns - 1) < LEAST * Math.ceil(table.expected.length * 0.1)) {
    columns -= 1;
    joinLeft(columns);
  }
  for (let j = columns - 1; j >= 1; j -= 1) {
    const filled = table.expected.filter((row) => (row[j] ?? 0) > 0).length / table.expected.length;
    if (filled < 0.05) joinLeft(j);
  }
}

/** Joins the first row that still has a small cell with its neighbour of fewer persons, until there is none. */
function joinRows(table: FitTable): void {
  const isSmall = (row: readonly number[]): boolean => row.some((e) => e > 0 && e < LEAST);
  for (
    let row = table.expected.findIndex(isSmall);
    row >= 0 && table.expected.length > 1;
    row = table.expected.findIndex(isSmall)
  ) {
    const above = row === 0 ? Number.POSITIVE_INFINITY : sum(table.observed[row - 1] ?? []);
    const below = row + 1 >= table.observed.length ? Number.POSITIVE_INFINITY : sum(table.observed[row + 1] ?? []);
    mergeRows(table, row, above <= below ? row - 1 : row + 1);
  }
}

/**
 * Joins cells of an item fit table until at least one person is expected in each: answers first, then sum scores, so
 * that every cell can be compared with a chi-square. The table is changed in place.
 *
 * Source: Orlando & Thissen 2000; Kang & Chen 2008, J. Educ. Meas. 45, 391–406.
 */
export function collapseFitTable(table: FitTable): FitTable {
  const width = table.expected[0]?.length ?? 0;
  dropEmptyRows(table);
  if (width > 2) {
    for (const [row, expected] of table.expected.entries()) joinCells(table.observed[row] ?? [], expected);
    alignColumns(table, width);
  }
  joinRows(table);
  return table;
}
