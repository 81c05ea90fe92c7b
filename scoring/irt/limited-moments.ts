import { type Matrix, matrixOf } from '../math/matrix.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** One item at every node: chances of its categories (category × node). */
export type ItemChances = Float64Array;

/**
 * The low-order facts of a test that its fit is judged by: the share of each category of each item but the lowest, and
 * the mean product of each pair of items. With two categories these are M₂'s univariate and bivariate margins.
 */
export type Moment =
  | { readonly order: 1; readonly item: number; readonly category: number }
  | { readonly order: 2; readonly item: number; readonly other: number };

export function momentsOf(categories: readonly number[]): Moment[] {
  const out: Moment[] = [];
  for (const [item, m] of categories.entries()) {
    for (let category = 1; category < m; category += 1) out.push({ order: 1, item, category });
  }
  for (let item = 0; item < categories.length; item += 1) {
    for (let other = item + 1; other < categories.length; other += 1) out.push({ order: 2, item, other });
  }
  return out;
}

/** E[X] and E[X²] of every item at every node. */
export interface NodeMeans {
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

export function nodeMeans(chances: readonly ItemChances[], q: number): NodeMeans {
  const power = (p: ItemChances, degree: number): Float64Array => {
    const out = new Float64Array(q);
    for (let cell = 0; cell < p.length; cell += 1) {
      const k = Math.floor(cell / q);
      out[cell % q] = (out[cell % q] ?? 0) + k ** degree * (p[cell] ?? 0);
    }
    return out;
  };
  return { first: chances.map((p) => power(p, 1)), second: chances.map((p) => power(p, 2)) };
}

/** What each moment is made of: per item a row over the nodes, so that the product of rows is its expectation there. */
function rowsOf(
  moment: Moment,
  chances: readonly ItemChances[],
  means: NodeMeans,
  q: number,
): Map<number, Float64Array> {
  if (moment.order === 2) {
    const [a, b] = [means.first[moment.item], means.first[moment.other]];
    return new Map([
      [moment.item, a ?? new Float64Array(q)],
      [moment.other, b ?? new Float64Array(q)],
    ]);
  }
  const p = chances[moment.item] ?? new Float64Array(0);
  return new Map([[moment.item, p.subarray(moment.category * q, (moment.category + 1) * q)]]);
}

/** Expectation over the population of a product of rows. */
function expectationOf(rows: Iterable<Float64Array>, { weights }: QuadratureGrid): number {
  const product = Float64Array.from(weights);
  for (const row of rows)
    for (let node = 0; node < product.length; node += 1) product[node] = (product[node] ?? 0) * (row[node] ?? 0);
  return product.reduce((sum, x) => sum + x, 0);
}

/** Where two moments meet in one item, the row of the product of what each takes from it. */
function sharedRow(
  a: Moment,
  b: Moment,
  item: number,
  { chances, means, q }: { chances: readonly ItemChances[]; means: NodeMeans; q: number },
): Float64Array {
  if (a.order === 2 && b.order === 2) return means.second[item] ?? new Float64Array(q);
  const p = chances[item] ?? new Float64Array(0);
  const single = a.order === 1 ? a : b.order === 1 ? b : null;
  const category = single?.category ?? 0;
  const row = p.subarray(category * q, (category + 1) * q);
  if (a.order === 1 && b.order === 1) return a.category === b.category ? row : new Float64Array(q);
  return row.map((x) => x * category);
}

export interface MomentModel {
  readonly categories: readonly number[];
  readonly chances: readonly ItemChances[];
  readonly grid: QuadratureGrid;
}

/** Expected moments under the model. */
export function expectedMoments({ categories, chances, grid }: MomentModel): number[] {
  const q = grid.nodes.length;
  const means = nodeMeans(chances, q);
  return momentsOf(categories).map((moment) => expectationOf(rowsOf(moment, chances, means, q).values(), grid));
}

/** Covariances of the moments of one person's answers under the model. */
export function momentCovariance(model: MomentModel): Matrix {
  const { categories, chances, grid } = model;
  const q = grid.nodes.length;
  const means = nodeMeans(chances, q);
  const moments = momentsOf(categories);
  const rows = moments.map((moment) => rowsOf(moment, chances, means, q));
  const expected = expectedMoments(model);
  const cell = (i: number, j: number): number => {
    const [a, b] = [moments[i], moments[j]];
    const [ra, rb] = [rows[i], rows[j]];
    if (a === undefined || b === undefined || ra === undefined || rb === undefined) return 0;
    const parts: Float64Array[] = [];
    for (const [item, row] of ra) parts.push(rb.has(item) ? sharedRow(a, b, item, { chances, means, q }) : row);
    for (const [item, row] of rb) if (!ra.has(item)) parts.push(row);
    return expectationOf(parts, grid) - (expected[i] ?? 0) * (expected[j] ?? 0);
  };
  const lower = matrixOf(moments.length, moments.length, (i, j) => (j <= i ? cell(i, j) : 0));
  return matrixOf(
    moments.length,
    moments.length,
    (i, j) => lower.values[Math.max(i, j) * moments.length + Math.min(i, j)] ?? 0,
  );
}

/** Observed moments of complete answers. */
export function observedMoments(answers: readonly (readonly number[])[], categories: readonly number[]): number[] {
  return momentsOf(categories).map((moment) => {
    let sum = 0;
    for (const row of answers) {
      if (moment.order === 1) sum += row[moment.item] === moment.category ? 1 : 0;
      else sum += (row[moment.item] ?? 0) * (row[moment.other] ?? 0);
    }
    return sum / answers.length;
  });
}

/**
 * How the expected moments move with one parameter, which acts through the chances of one item: `change` is the
 * derivative of that item's chances (category × node).
 */
export function momentDerivative(
  { categories, chances, grid }: MomentModel,
  item: number,
  change: ItemChances,
): number[] {
  const q = grid.nodes.length;
  const means = nodeMeans(chances, q);
  const moved = nodeMeans([change], q).first[0] ?? new Float64Array(q);
  return momentsOf(categories).map((moment) => {
    if (moment.order === 1) {
      if (moment.item !== item) return 0;
      return expectationOf([change.subarray(moment.category * q, (moment.category + 1) * q)], grid);
    }
    if (moment.item !== item && moment.other !== item) return 0;
    const partner = moment.item === item ? moment.other : moment.item;
    return expectationOf([moved, means.first[partner] ?? moved], grid);
  });
}
