import { chiSquareUpperTail } from '../math/chi-square.ts';
import { cholesky, choleskySolve } from '../math/cholesky.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { correlation } from '../math/moments.ts';
import type { ResponseMatrix } from '../math/response-matrix.ts';
import type { Calibration } from './calibrate.ts';
import { completeAnswers } from './coded-answers.ts';
import {
  expectedMoments,
  type MomentModel,
  momentCovariance,
  momentDerivative,
  momentsOf,
  nodeMeans,
  observedMoments,
} from './limited-moments.ts';
import { quadratureGrid } from './quadrature-grid.ts';
import { type Rmsea, rmseaInterval } from './root-mean-square-error.ts';
import { familyOf, slopeIntercept } from './slope-intercept.ts';

export interface LimitedInformationFit extends Rmsea {
  readonly kind: 'limited-information-fit';
  /** M₂ where every item has two categories, C₂ where some have more. */
  readonly statistic: 'M2' | 'C2';
  readonly value: number;
  readonly df: number;
  readonly p: number;
  /** Complete rows. */
  readonly n: number;
  /** Root mean square of the residual correlations. */
  readonly srmsr: number;
  /** Against independent items; null where independence fits as well. */
  readonly cfi: number | null;
  readonly tli: number | null;
}

/** More moments than this make a matrix too large to invert in a page's time. */
const MOST_MOMENTS = 2000;

interface Candidate {
  readonly model: MomentModel;
  /** Derivatives of the moments, one list per free parameter. */
  readonly derivatives: readonly (readonly number[])[];
}

/** (p − e)ᵀ C (p − e), where C forgets what the parameters can absorb. Null where a matrix is singular. */
function quadraticForm({ model, derivatives }: Candidate, observed: readonly number[]): number | null {
  const triangle = cholesky(momentCovariance(model));
  if (triangle === null) return null;
  const expected = expectedMoments(model);
  const residual = observed.map((p, i) => p - (expected[i] ?? 0));
  const dot = (a: ArrayLike<number>, b: readonly number[]): number => b.reduce((sum, x, i) => sum + x * (a[i] ?? 0), 0);
  const whitened = choleskySolve(triangle, residual);
  const solved = derivatives.map((d) => choleskySolve(triangle, d));
  const size = derivatives.length;
  const inner = Float64Array.from({ length: size * size }, (_, c) =>
    dot(solved[Math.floor(c / size)] ?? [], derivatives[c % size] ?? []),
  );
  const innerTriangle = cholesky({ rows: size, cols: size, values: inner });
  if (innerTriangle === null) return null;
  const projected = derivatives.map((d) => dot(whitened, d));
  return dot(whitened, residual) - dot(choleskySolve(innerTriangle, projected), projected);
}

function calibratedCandidate(calibration: Calibration): Candidate {
  const grid = quadratureGrid();
  const q = grid.nodes.length;
  const sd = Math.sqrt(calibration.variance);
  const parameters = calibration.items.map((item) => slopeIntercept(item, sd));
  const families = calibration.items.map(familyOf);
  const chances = families.map((family, i) => family.probabilities(parameters[i] ?? new Float64Array(0), grid));
  const model: MomentModel = { categories: calibration.items.map((i) => i.categories.length), chances, grid };
  const perItem = families.map((family, item) => {
    const own = parameters[item] ?? new Float64Array(0);
    const scores = family.scores(own, grid);
    const p = chances[item] ?? own;
    return Array.from(own, (_, v) => {
      const change = p.map((x, cell) => x * (scores[(Math.floor(cell / q) * own.length + v) * q + (cell % q)] ?? 0));
      return momentDerivative(model, item, change);
    });
  });
  if (calibration.model !== 'rasch') return { model, derivatives: perItem.flat() };
  const shared = perItem.map((rows) => rows[0] ?? []).reduce((sum, row) => sum.map((x, i) => x + (row[i] ?? 0)));
  return { model, derivatives: [shared, ...perItem.flatMap((rows) => rows.slice(1))] };
}

/** Independent items with the observed shares: a population of one point. */
function independentCandidate(answers: readonly number[][], categories: readonly number[]): Candidate {
  const grid = { nodes: Float64Array.of(0), weights: Float64Array.of(1) };
  const chances = categories.map((m, item) =>
    Float64Array.from({ length: m }, (_, k) => answers.filter((row) => row[item] === k).length / answers.length),
  );
  const model = { categories, chances, grid };
  const derivatives = categories.flatMap((m, item) =>
    Array.from({ length: m - 1 }, (_, v) => {
      const change = new Float64Array(m);
      change[0] = -1;
      change[v + 1] = 1;
      return momentDerivative(model, item, change);
    }),
  );
  return { model, derivatives };
}

/** Root mean square difference of observed and implied correlations of the items. */
function residualCorrelation(answers: readonly number[][], { chances, grid }: MomentModel): number {
  const means = nodeMeans(chances, grid.nodes.length);
  const average = (row: Float64Array, other?: Float64Array): number =>
    row.reduce((sum, x, q) => sum + (grid.weights[q] ?? 0) * x * (other?.[q] ?? 1), 0);
  const spread = chances.map((_, i) => {
    const [first, second] = [means.first[i] ?? grid.weights, means.second[i] ?? grid.weights];
    return Math.sqrt(average(second) - average(first) ** 2);
  });
  const columns = chances.map((_, i) => answers.map((row) => row[i] ?? 0));
  let [sum, pairs] = [0, 0];
  for (let i = 0; i < columns.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [means.first[i] ?? grid.weights, means.first[j] ?? grid.weights];
      const implied = (average(a, b) - average(a) * average(b)) / ((spread[i] ?? 1) * (spread[j] ?? 1));
      sum += ((correlation(columns[i] ?? [], columns[j] ?? []) ?? 0) - implied) ** 2;
      pairs += 1;
    }
  }
  return Math.sqrt(sum / pairs);
}

/**
 * M₂ (two categories) or C₂ (more): does the calibrated model reproduce the shares of the answers and the relations of
 * item pairs? With the usual indices: RMSEA with its interval, SRMSR, and CFI and TLI against independent items.
 *
 * Full tables of patterns are too sparse for a chi-square; their low-order margins are not. Rests on complete rows.
 * Source: Maydeu-Olivares & Joe 2006, Psychometrika 71, 713–732; Cai & Monroe 2014, CRESST Report 839 (C₂).
 * @returns insufficient without a degree of freedom, with fewer than 20 complete rows, or with too many items.
 */
export function limitedInformationFit(
  matrix: ResponseMatrix,
  calibration: Calibration,
): LimitedInformationFit | Insufficient {
  const categories = calibration.items.map((item) => item.categories.length);
  const moments = momentsOf(categories).length;
  const df = moments - calibration.parameters;
  if (df < 1) return insufficient('low-order margins beyond the parameters', moments, calibration.parameters + 1);
  if (moments > MOST_MOMENTS) return insufficient('a test of moderate length', moments, MOST_MOMENTS);
  const answers = completeAnswers(matrix, calibration.items);
  const n = answers.length;
  if (n < 20) return insufficient('persons who answered every item', n, 20);
  const observed = observedMoments(answers, categories);
  const candidate = calibratedCandidate(calibration);
  const form = quadraticForm(candidate, observed);
  if (form === null) return insufficient('margins that are not collinear', n, n);
  const value = Math.max(0, n * form);
  return {
    kind: 'limited-information-fit',
    statistic: categories.every((m) => m === 2) ? 'M2' : 'C2',
    value,
    df,
    p: chiSquareUpperTail(value, df),
    n,
    ...rmseaInterval(value, df, n),
    srmsr: residualCorrelation(answers, candidate.model),
    ...comparative({ value, df }, nullFit(answers, categories, observed)),
  };
}

function nullFit(answers: readonly number[][], categories: readonly number[], observed: readonly number[]) {
  const candidate = independentCandidate(answers, categories);
  const form = quadraticForm(candidate, observed);
  return form === null ? null : { value: answers.length * form, df: observed.length - candidate.derivatives.length };
}

interface Fit {
  readonly value: number;
  readonly df: number;
}

function comparative(fit: Fit, independent: Fit | null): { cfi: number | null; tli: number | null } {
  if (independent === null || independent.value <= independent.df) return { cfi: null, tli: null };
  const cfi = 1 - (fit.value - fit.df) / (independent.value - independent.df);
  const ratio = independent.value / independent.df;
  return { cfi: Math.min(1, Math.max(0, cfi)), tli: (ratio - fit.value / fit.df) / (ratio - 1) };
}
