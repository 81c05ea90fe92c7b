import { chiSquareUpperTail } from '../math/chi-square.ts';
import { cholesky, choleskyLogDeterminant } from '../math/cholesky.ts';
import { correlationFromCovariance } from '../math/covariance.ts';
import { at, columnCopy, diagonalOf, type Matrix, matrixOf } from '../math/matrix.ts';
import { minimise } from '../math/minimise.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';

export interface OneFactorModel {
  readonly loadings: readonly number[];
  /** Unique variances, in the metric of the covariance matrix. */
  readonly uniquenesses: readonly number[];
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number | null;
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly rmsea: number | null;
  readonly srmr: number;
  /** A unique variance stopped at its lower bound: the solution is improper and its ω should not be quoted. */
  readonly heywood: boolean;
}

/** Unique variances never fall below this share of an item's variance. */
const FLOOR = 1e-4;

interface Concentrated {
  readonly value: number;
  readonly loadings: number[];
}

/** The best loadings for given unique variances, in a metric of unit item variances (Lawley & Maxwell 1971, ch. 4). */
function concentrate(r: Matrix, psi: readonly number[]): Concentrated {
  const scaled = matrixOf(r.rows, r.rows, (i, j) => at(r, i, j) / Math.sqrt((psi[i] ?? 1) * (psi[j] ?? 1)));
  const { values, vectors } = symmetricEigen(scaled);
  const [first = 1, ...others] = values;
  const length = Math.sqrt(Math.max(0, first - 1));
  const loadings = columnCopy(vectors, 0).map((u, i) => u * length * Math.sqrt(psi[i] ?? 1));
  const rest = first > 1 ? others : values;
  return { value: rest.reduce((sum, e) => sum + e - Math.log(e) - 1, 0), loadings };
}

function fitCorrelations(r: Matrix): { loadings: number[]; psi: number[]; discrepancy: number } {
  const psiOf = (t: Float64Array): number[] => Array.from(t, (ti) => FLOOR + Math.exp(ti));
  const objective = (t: Float64Array) => {
    const psi = psiOf(t);
    const { value, loadings } = concentrate(r, psi);
    const gradient = t.map((ti, i) => {
      const [l, u] = [loadings[i] ?? 0, psi[i] ?? 1];
      return ((l * l + u - 1) / (u * u)) * Math.exp(ti);
    });
    return { value, gradient };
  };
  const start = new Float64Array(r.rows).fill(Math.log(0.5));
  const { x, value } = minimise(objective, start, { tolerance: 1e-10, maxSteps: 2000 });
  const psi = psiOf(x);
  return { loadings: concentrate(r, psi).loadings, psi, discrepancy: value };
}

function residualRoot(r: Matrix, loadings: readonly number[], psi: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < r.rows; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const implied = (loadings[i] ?? 0) * (loadings[j] ?? 0) + (i === j ? (psi[i] ?? 0) : 0);
      sum += (at(r, i, j) - implied) ** 2;
    }
  }
  return Math.sqrt(sum / ((r.rows * (r.rows + 1)) / 2));
}

function fitIndices(chiSquare: number, df: number, base: { chiSquare: number; df: number; n: number }) {
  const excess = Math.max(0, chiSquare - df);
  const baseExcess = Math.max(base.chiSquare - base.df, excess);
  if (df === 0) return { p: null, cfi: null, tli: null, rmsea: null };
  return {
    p: chiSquareUpperTail(Math.max(0, chiSquare), df),
    cfi: baseExcess > 0 ? 1 - excess / baseExcess : null,
    tli: baseExcess > 0 ? (base.chiSquare / base.df - chiSquare / df) / (base.chiSquare / base.df - 1) : null,
    rmsea: Math.sqrt(excess / (df * base.n)),
  };
}

/**
 * One common factor behind the items, by maximum likelihood: loadings, unique variances and fit.
 *
 * In words: the covariance of two items is the product of their loadings, and what is left over is each item's own.
 * The likelihood depends on unique variances only once the best loadings for them are put in; those are the leading
 * eigenvector of the rescaled matrix. χ² = n·F with the covariance divided by n, as `lavaan` has it by default.
 *
 * Source: Jöreskog 1967, Psychometrika 32, 443–482; Lawley & Maxwell 1971.
 * @param covariance of the items, divisor n − 1. @param n persons it rests on.
 * @returns null with fewer than three items, an item that does not vary, or a singular matrix.
 */
export function oneFactorModel(covariance: Matrix, n: number): OneFactorModel | null {
  const k = covariance.rows;
  const r = correlationFromCovariance(covariance);
  const triangle = r === null ? null : cholesky(r);
  if (k < 3 || n <= k || r === null || triangle === null) return null;
  const { loadings, psi, discrepancy } = fitCorrelations(r);
  const sign = loadings.reduce((sum, l) => sum + l, 0) < 0 ? -1 : 1;
  const variances = diagonalOf(covariance).map((v) => (v * (n - 1)) / n);
  const df = (k * (k + 1)) / 2 - 2 * k;
  const base = { chiSquare: -n * choleskyLogDeterminant(triangle), df: (k * (k - 1)) / 2, n };
  return {
    loadings: loadings.map((l, i) => sign * l * Math.sqrt(variances[i] ?? 0)),
    uniquenesses: psi.map((u, i) => u * (variances[i] ?? 0)),
    chiSquare: n * discrepancy,
    df,
    ...fitIndices(n * discrepancy, df, base),
    srmr: residualRoot(r, loadings, psi),
    heywood: psi.some((u) => u < 2 * FLOOR),
  };
}
