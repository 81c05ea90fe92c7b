import { chiSquareUpperTail } from '../math/chi-square.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import type { ResponseMatrix } from '../math/response-matrix.ts';
import { categoryProbabilities } from './category-probabilities.ts';
import { type CodedPlacedItem, completeAnswers } from './coded-answers.ts';
import { categoryCount } from './irt-item.ts';
import { collapseFitTable, type FitTable } from './item-fit-table.ts';
import { sumScoreDistribution } from './lord-wingersky.ts';
import { type QuadratureGrid, quadratureGrid } from './quadrature-grid.ts';

export interface ItemFit {
  readonly column: number;
  readonly chiSquare: number;
  readonly df: number;
  /** Null where no degree of freedom is left. */
  readonly p: number | null;
  readonly rmsea: number | null;
}

export interface ItemFitSettings {
  readonly grid?: QuadratureGrid;
  /** Parameters estimated besides each item's own: 1 for Rasch (the variance and one difficulty), else 0. */
  readonly sharedParameters?: number;
  /** Parameters each item has of its own; slope and thresholds where left out. */
  readonly ownParameters?: (item: CodedPlacedItem) => number;
}

/** Persons by sum score and answer to one item; the lowest and highest sum score tell nothing and are left out. */
function observedTable(
  answers: readonly number[][],
  scores: readonly number[],
  item: { place: number; categories: number; highest: number },
): number[][] {
  const out = Array.from({ length: item.highest - 1 }, () => new Array<number>(item.categories).fill(0));
  for (const [person, row] of answers.entries()) {
    const group = out[(scores[person] ?? 0) - 1];
    const answer = row[item.place] ?? 0;
    if (group !== undefined) group[answer] = (group[answer] ?? 0) + 1;
  }
  return out;
}

/** P(answer | sum score) under the model: the item's chance times that of the others making up the rest. */
function expectedShares(items: readonly CodedPlacedItem[], place: number, grid: QuadratureGrid): number[][] {
  const item = items[place];
  if (item === undefined) return [];
  const others = items.filter((_, i) => i !== place);
  const highest = items.reduce((total, i) => total + categoryCount(i) - 1, 0);
  const joint = Array.from({ length: highest + 1 }, () => new Array<number>(categoryCount(item)).fill(0));
  for (const [node, theta] of grid.nodes.entries()) {
    const weight = grid.weights[node] ?? 0;
    const rest = sumScoreDistribution(others, theta);
    for (const [k, { p }] of categoryProbabilities(item, theta).entries()) {
      for (const [s, chance] of rest.entries()) {
        const row = joint[s + k];
        if (row !== undefined) row[k] = (row[k] ?? 0) + weight * p * chance;
      }
    }
  }
  return joint.slice(1, highest).map((row) => {
    const total = row.reduce((sum, x) => sum + x, 0);
    return row.map((x) => (total > 0 ? x / total : 0));
  });
}

function testTable({ observed, expected }: FitTable, parameters: number, n: number): Omit<ItemFit, 'column'> {
  let chiSquare = 0;
  let cells = 0;
  for (const [row, cellsExpected] of expected.entries()) {
    for (const [k, e] of cellsExpected.entries()) {
      if (e === 0) continue;
      cells += 1;
      chiSquare += ((observed[row]?.[k] ?? 0) - e) ** 2 / e;
    }
  }
  const df = cells - expected.length - parameters;
  if (df < 1) return { chiSquare, df, p: null, rmsea: null };
  return {
    chiSquare,
    df,
    p: chiSquareUpperTail(chiSquare, df),
    rmsea: Math.sqrt(Math.max(0, chiSquare / df - 1) / (n - 1)),
  };
}

/**
 * S-X²: does an item behave as its calibrated curve says, among persons of each sum score?
 *
 * Groups are formed by the observed sum score, not by an estimated θ, so that the reference distribution holds; sparse
 * cells are joined first. Rests on persons who answered every item.
 * Source: Orlando & Thissen 2000, Appl. Psychol. Meas. 24, 50–64; Kang & Chen 2008 for more categories.
 * @returns insufficient with fewer than 20 complete rows or fewer than three items.
 */
export function itemFit(
  matrix: ResponseMatrix,
  items: readonly CodedPlacedItem[],
  settings: ItemFitSettings = {},
): ItemFit[] | Insufficient {
  if (items.length < 3) return insufficient('items for S-X²', items.length, 3);
  const answers = completeAnswers(matrix, items);
  if (answers.length < 20) return insufficient('persons who answered every item', answers.length, 20);
  const grid = settings.grid ?? quadratureGrid();
  const scores = answers.map((row) => row.reduce((total, x) => total + x, 0));
  const highest = items.reduce((total, item) => total + categoryCount(item) - 1, 0);
  const own = settings.ownParameters ?? categoryCount;
  return items.map((item, place) => {
    const observed = observedTable(answers, scores, { place, categories: categoryCount(item), highest });
    const shares = expectedShares(items, place, grid);
    const expected = shares.map((row, s) => {
      const n = (observed[s] ?? []).reduce((total, x) => total + x, 0);
      return row.map((share) => share * n);
    });
    const table = collapseFitTable({ observed, expected });
    return { column: item.column, ...testTable(table, own(item) + (settings.sharedParameters ?? 0), answers.length) };
  });
}
