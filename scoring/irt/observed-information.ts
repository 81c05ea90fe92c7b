import { type Matrix, zeros } from '../math/matrix.ts';
import { itemPriorHessian } from './item-prior.ts';
import { itemParameters, type MarginalModel, type MarginalPoint } from './marginal-model.ts';
import { visitPosteriors } from './pattern-posteriors.ts';
import { MISSING } from './response-coding.ts';

/** Most numbers held for the joint counts of item pairs at a time (64 MB). */
const PAIR_BUDGET = 8_000_000;

interface Ingredients {
  readonly model: MarginalModel;
  readonly places: readonly (readonly number[])[];
  /** Per item, category × parameter × node: derivatives of ln P. */
  readonly scores: readonly Float64Array[];
  readonly probabilities: readonly Float64Array[];
}

function add(out: Matrix, i: number, j: number, value: number): void {
  out.values[i * out.cols + j] = (out.values[i * out.cols + j] ?? 0) + value;
}

/** What would be known if θ were observed, less the spread of each item's own score under the posterior. */
function addOwnItems(out: Matrix, { model, places, scores }: Ingredients, point: MarginalPoint): void {
  const q = model.run.grid.nodes.length;
  for (const [item, own] of places.entries()) {
    const m = own.length;
    const parameters = itemParameters(point.x, own);
    const counts = point.counts[item] ?? new Float64Array(0);
    const complete =
      model.families[item]?.derivatives(parameters, counts, model.run.grid).information ?? new Float64Array(0);
    const prior = itemPriorHessian(model.families[item], parameters, model.prior);
    const s = scores[item] ?? new Float64Array(0);
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < m; j += 1) {
        let spread = 0;
        for (let c = 0; c < m; c += 1) {
          for (let node = 0; node < q; node += 1) {
            const product = (s[(c * m + i) * q + node] ?? 0) * (s[(c * m + j) * q + node] ?? 0);
            spread += (counts[c * q + node] ?? 0) * product;
          }
        }
        add(out, own[i] ?? 0, own[j] ?? 0, (complete[i * m + j] ?? 0) - spread - (prior[i * m + j] ?? 0));
      }
    }
  }
}

/** Adds back the squares of each pattern's expected score. */
function addExpectedScores(out: Matrix, { model, places, scores, probabilities }: Ingredients): void {
  const q = model.run.grid.nodes.length;
  const size = out.rows;
  const g = new Float64Array(size);
  const upper = new Float64Array(size * size);
  visitPosteriors(model.run, probabilities, (answers, posterior, weight) => {
    g.fill(0);
    for (const [item, own] of places.entries()) {
      const answer = answers[item] ?? MISSING;
      if (answer === MISSING) continue;
      const m = own.length;
      const s = scores[item] ?? g;
      for (let i = 0; i < m; i += 1) {
        let sum = 0;
        for (let node = 0; node < q; node += 1) sum += (posterior[node] ?? 0) * (s[(answer * m + i) * q + node] ?? 0);
        const place = own[i] ?? 0;
        g[place] = (g[place] ?? 0) + sum;
      }
    }
    for (let i = 0; i < size; i += 1) {
      const gi = weight * (g[i] ?? 0);
      if (gi === 0) continue;
      for (let j = i; j < size; j += 1) upper[i * size + j] = (upper[i * size + j] ?? 0) + gi * (g[j] ?? 0);
    }
  });
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) add(out, i, j, upper[Math.min(i, j) * size + Math.max(i, j)] ?? 0);
  }
}

/** Splits the first items of pairs into runs whose joint counts fit the budget. */
function runsOf(categories: readonly number[], q: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let [first, held] = [0, 0];
  for (let i = 0; i < categories.length; i += 1) {
    const later = categories.slice(i + 1).reduce((sum, m) => sum + m, 0);
    const need = (categories[i] ?? 0) * later * q;
    if (i > first && held + need > PAIR_BUDGET) {
      runs.push({ first, last: i });
      [first, held] = [i, 0];
    }
    held += need;
  }
  return [...runs, { first, last: categories.length }];
}

/** Expected joint counts of items i and j > i: (category of i × category of j) × node. */
function jointCounts({ model, probabilities }: Ingredients, run: { first: number; last: number }): Float64Array[][] {
  const q = model.run.grid.nodes.length;
  const { categories } = model.run.table;
  const k = categories.length;
  const joint = Array.from({ length: run.last - run.first }, (_, r) =>
    categories.map((m, j) => new Float64Array(j > run.first + r ? (categories[run.first + r] ?? 0) * m * q : 0)),
  );
  const weighted = new Float64Array(q);
  visitPosteriors(model.run, probabilities, (answers, posterior, weight) => {
    for (let node = 0; node < q; node += 1) weighted[node] = weight * (posterior[node] ?? 0);
    for (let i = run.first; i < run.last; i += 1) {
      const ci = answers[i] ?? MISSING;
      const row = joint[i - run.first];
      if (ci === MISSING || row === undefined) continue;
      for (let j = i + 1; j < k; j += 1) {
        const cj = answers[j] ?? MISSING;
        if (cj === MISSING) continue;
        addRow(row[j] ?? weighted, (ci * (categories[j] ?? 0) + cj) * q, weighted);
      }
    }
  });
  return joint;
}

function addRow(into: Float64Array, start: number, row: Float64Array): void {
  for (let node = 0; node < row.length; node += 1) into[start + node] = (into[start + node] ?? 0) + (row[node] ?? 0);
}

/** Takes away the products of the scores of different items under the posterior. */
function subtractPairs(out: Matrix, parts: Ingredients, pair: { i: number; j: number; joint: Float64Array }): void {
  const q = parts.model.run.grid.nodes.length;
  const [own, other] = [parts.places[pair.i] ?? [], parts.places[pair.j] ?? []];
  const [si, sj] = [parts.scores[pair.i] ?? pair.joint, parts.scores[pair.j] ?? pair.joint];
  const [mi, mj] = [own.length, other.length];
  for (let u = 0; u < mi; u += 1) {
    for (let v = 0; v < mj; v += 1) {
      let sum = 0;
      for (let ci = 0; ci < mi; ci += 1) {
        for (let cj = 0; cj < mj; cj += 1) {
          const start = (ci * mj + cj) * q;
          for (let node = 0; node < q; node += 1) {
            const product = (si[(ci * mi + u) * q + node] ?? 0) * (sj[(cj * mj + v) * q + node] ?? 0);
            sum += (pair.joint[start + node] ?? 0) * product;
          }
        }
      }
      add(out, own[u] ?? 0, other[v] ?? 0, -sum);
      add(out, other[v] ?? 0, own[u] ?? 0, -sum);
    }
  }
}

/**
 * The observed information of the marginal likelihood: minus its exact second derivatives, without numerical
 * differentiation.
 *
 * In words: what would be known if every θ were observed, less what is lost because it is not, which is the covariance
 * of the persons' complete-data scores under their posteriors.
 * Source: Louis 1982, J. R. Statist. Soc. B 44, 226–233.
 */
export function observedInformation(model: MarginalModel, point: MarginalPoint): Matrix {
  const places = model.places;
  const own = (i: number): Float64Array => itemParameters(point.x, places[i] ?? []);
  const parts: Ingredients = {
    model,
    places,
    scores: model.families.map((family, i) => family.scores(own(i), model.run.grid)),
    probabilities: model.families.map((family, i) => family.probabilities(own(i), model.run.grid)),
  };
  const out = zeros(point.x.length, point.x.length);
  addOwnItems(out, parts, point);
  addExpectedScores(out, parts);
  for (const run of runsOf(model.run.table.categories, model.run.grid.nodes.length)) {
    for (const [r, row] of jointCounts(parts, run).entries()) {
      for (const [j, joint] of row.entries()) {
        if (joint.length > 0) subtractPairs(out, parts, { i: run.first + r, j, joint });
      }
    }
  }
  return out;
}
