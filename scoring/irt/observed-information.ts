import { type Matrix, zeros } from '../math/matrix.ts';
import { expectedScores } from './expected-scores.ts';
import { itemPriorHessian } from './item-prior.ts';
import { groupRuns, itemGroups, jointCounts } from './joint-counts.ts';
import { itemParameters, type MarginalModel, type MarginalPoint } from './marginal-model.ts';
import { visitPosteriors } from './pattern-posteriors.ts';

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

/** For each parameter of an item with m categories, the answers whose score it moves: in graded items two of many. */
const answersMoving = (scores: Float64Array, m: number, q: number): number[][] =>
  Array.from({ length: m }, (_, u) =>
    Array.from({ length: m }, (__, c) => c).filter((c) =>
      scores.subarray((c * m + u) * q, (c * m + u + 1) * q).some(Boolean),
    ),
  );

/** Takes away the products of the scores of different items under the posterior. */
function subtractPairs(out: Matrix, parts: Ingredients, pair: { i: number; j: number; joint: Float64Array }): void {
  const q = parts.model.run.grid.nodes.length;
  const [own, other] = [parts.places[pair.i] ?? [], parts.places[pair.j] ?? []];
  const [si, sj] = [parts.scores[pair.i] ?? pair.joint, parts.scores[pair.j] ?? pair.joint];
  const [mi, mj] = [own.length, other.length];
  const [movingI, movingJ] = [answersMoving(si, mi, q), answersMoving(sj, mj, q)];
  for (let u = 0; u < mi; u += 1) {
    for (let v = 0; v < mj; v += 1) {
      let sum = 0;
      for (const ci of movingI[u] ?? []) {
        for (const cj of movingJ[v] ?? []) {
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
  const { table, grid } = model.run;
  const [size, q] = [point.x.length, grid.nodes.length];
  const out = zeros(size, size);
  addOwnItems(out, parts, point);
  const expected = expectedScores(places, parts.scores, { size, q });
  const groups = itemGroups(table);
  for (const [pass, run] of groupRuns(groups, q).entries()) {
    const pairs = jointCounts(groups, { ...run, categories: table.categories, q });
    visitPosteriors(model.run, parts.probabilities, (pattern) => {
      if (pass === 0) expected.add(pattern);
      pairs.add(pattern);
    });
    pairs.visitPairs((i, j, joint) => subtractPairs(out, parts, { i, j, joint }));
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) add(out, i, j, expected.upper[Math.min(i, j) * size + Math.max(i, j)] ?? 0);
  }
  return out;
}
