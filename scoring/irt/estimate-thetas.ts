import { columnOf, type ResponseMatrix } from '../math/response-matrix.ts';
import { categoryProbabilities } from './category-probabilities.ts';
import { assertIrtItem, categoryCount, type IrtItem } from './irt-item.ts';
import { fillRows, patternLikelihood, patternRun } from './pattern-likelihood.ts';
import { type PatternTable, patternTable } from './pattern-table.ts';
import { type QuadratureGrid, quadratureGrid } from './quadrature-grid.ts';
import { encode, MISSING } from './response-coding.ts';
import { posteriorMoments } from './theta-eap.ts';
import { type Population, STANDARD_POPULATION, type ThetaEstimate } from './theta-estimate.ts';
import { thetaMap } from './theta-map.ts';
import { thetaMle } from './theta-mle.ts';
import { thetaWle } from './theta-wle.ts';

export type ThetaMethod = 'eap' | 'map' | 'mle' | 'wle';

/** An item with its place in the response matrix. */
export interface PlacedItem extends IrtItem {
  readonly column: number;
  /** Answers as given that make up each category; without it, categories are consecutive codes from 0 or 1. */
  readonly categories?: readonly (readonly number[])[];
}

export interface ThetaSettings {
  readonly method: ThetaMethod;
  readonly population?: Population;
}

/** Where codes begin when nobody says: at 1 if no item has a 0 and some item has its number of categories, else at 0. */
function firstCode(matrix: ResponseMatrix, items: readonly PlacedItem[]): 0 | 1 {
  const has = (item: PlacedItem, code: number): boolean => columnOf(matrix, item.column).includes(code);
  if (items.some((item) => has(item, 0))) return 0;
  return items.some((item) => has(item, categoryCount(item))) ? 1 : 0;
}

function eapPerPattern(items: readonly IrtItem[], table: PatternTable, grid: QuadratureGrid): ThetaEstimate[] {
  const probabilities = items.map((item) => {
    const q = grid.nodes.length;
    const out = new Float64Array(categoryCount(item) * q);
    for (const [node, theta] of grid.nodes.entries()) {
      for (const [k, { p }] of categoryProbabilities(item, theta).entries()) out[k * q + node] = p;
    }
    return out;
  });
  const run = patternRun(table, grid);
  fillRows(run, probabilities);
  return Array.from({ length: table.count }, (_, pattern) => {
    patternLikelihood(run, pattern);
    return posteriorMoments(grid.nodes, run.like);
  });
}

/** One person's codes per pattern, the first who gave it. */
function answersPerPattern(table: PatternTable, codes: Uint8Array, k: number): (number | null)[][] {
  const out: (number | null)[][] = [];
  for (const [person, pattern] of table.patternOf.entries()) {
    if (pattern < 0 || out[pattern] !== undefined) continue;
    out[pattern] = Array.from(codes.subarray(person * k, (person + 1) * k), (c) => (c === MISSING ? null : c));
  }
  return out;
}

/**
 * θ and its standard error for every person, each different answer pattern computed once. An answer that is in none of
 * an item's categories counts as missing.
 *
 * @param items calibrated items; those of `calibrate` fit as they are.
 * @param settings method, and the population of θ for EAP and MAP (Rasch: sd = √variance of the calibration).
 * @returns one entry per row; null where nothing was answered, or where maximum likelihood has no finite maximum.
 * @throws RangeError when an item's parameters or column are not lawful.
 */
export function estimateThetas(
  matrix: ResponseMatrix,
  items: readonly PlacedItem[],
  settings: ThetaSettings,
): (ThetaEstimate | null)[] {
  for (const item of items) assertIrtItem(item);
  const first = items.every(({ categories }) => categories !== undefined) ? 0 : firstCode(matrix, items);
  const placed = items.map((item) => ({
    column: item.column,
    categories: item.categories ?? Array.from({ length: categoryCount(item) }, (_, k) => [k + first]),
  }));
  const codes = encode(matrix, placed);
  const table = patternTable({ n: matrix.n, codes, categories: items.map(categoryCount) });
  const population = settings.population ?? STANDARD_POPULATION;
  const perPattern = (): (ThetaEstimate | null)[] => {
    if (settings.method === 'eap') return eapPerPattern(items, table, quadratureGrid(population));
    const answers = answersPerPattern(table, codes, items.length);
    if (settings.method === 'map') return answers.map((a) => thetaMap(items, a, population));
    return answers.map((a) => (settings.method === 'mle' ? thetaMle(items, a) : thetaWle(items, a)));
  };
  const estimates = perPattern();
  return Array.from(table.patternOf, (pattern) => (pattern < 0 ? null : (estimates[pattern] ?? null)));
}
