import { logistic, logit } from '../math/logistic.ts';
import { type ItemDerivatives, type ItemFamily, P_FLOOR } from './item-family.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** Everything the derivatives need at one node: P_c, and f = F(1 − F), F at each boundary 0 … m. */
interface Workspace {
  readonly p: Float64Array;
  readonly cumulative: Float64Array;
  readonly density: Float64Array;
}

const workspace = (m: number): Workspace => ({
  p: new Float64Array(m),
  cumulative: new Float64Array(m + 1),
  density: new Float64Array(m + 1),
});

/** Boundaries F_k = σ(aθ + d_k), F₀ = 1, F_m = 0; P_c = F_c − F_c+1 as a product, so that nothing cancels. */
function fill(parameters: Float64Array, theta: number, { p, cumulative, density }: Workspace): void {
  const m = p.length;
  const a = parameters[0] ?? 0;
  let above = Number.POSITIVE_INFINITY;
  cumulative[0] = 1;
  for (let k = 1; k <= m; k += 1) {
    const x = k < m ? a * theta + (parameters[k] ?? 0) : Number.NEGATIVE_INFINITY;
    const f = k < m ? logistic(x) : 0;
    cumulative[k] = f;
    density[k] = k < m ? f * logistic(-x) : 0;
    const chance = (cumulative[k - 1] ?? 0) * (k < m ? logistic(-x) : 1) * -Math.expm1(x - above);
    p[k - 1] = Math.max(P_FLOOR, chance);
    above = x;
  }
}

function probabilities(parameters: Float64Array, { nodes }: QuadratureGrid): Float64Array {
  const m = parameters.length;
  const q = nodes.length;
  const work = workspace(m);
  const out = new Float64Array(m * q);
  for (let node = 0; node < q; node += 1) {
    fill(parameters, nodes[node] ?? 0, work);
    for (let k = 0; k < m; k += 1) out[k * q + node] = work.p[k] ?? 0;
  }
  return out;
}

/**
 * Adds one category's share at one node: r persons, boundaries x (lower, number c) and y (upper, number c + 1).
 * With z = aθ + d at each boundary, ln P has first derivatives u = f_x/P and −v = −f_y/P.
 */
function addCategory(into: ItemDerivatives, work: Workspace, at: { c: number; r: number; theta: number }): void {
  const { c, r, theta } = at;
  const m = work.p.length;
  const { gradient, information } = into;
  const p = work.p[c] ?? 1;
  const u = (work.density[c] ?? 0) / p;
  const v = (work.density[c + 1] ?? 0) / p;
  // Minus the second derivatives in z_c, z_c+1 and both.
  const xx = u * u - u * (1 - 2 * (work.cumulative[c] ?? 0));
  const yy = v * v + v * (1 - 2 * (work.cumulative[c + 1] ?? 0));
  const xy = -u * v;
  gradient[0] = (gradient[0] ?? 0) + r * theta * (u - v);
  information[0] = (information[0] ?? 0) + r * theta * theta * (xx + yy + 2 * xy);
  if (c > 0) {
    gradient[c] = (gradient[c] ?? 0) + r * u;
    addSymmetric(information, m, { i: 0, j: c, value: r * theta * (xx + xy) });
    information[c * m + c] = (information[c * m + c] ?? 0) + r * xx;
  }
  if (c + 1 < m) {
    gradient[c + 1] = (gradient[c + 1] ?? 0) - r * v;
    addSymmetric(information, m, { i: 0, j: c + 1, value: r * theta * (yy + xy) });
    information[(c + 1) * m + c + 1] = (information[(c + 1) * m + c + 1] ?? 0) + r * yy;
    if (c > 0) addSymmetric(information, m, { i: c, j: c + 1, value: r * xy });
  }
}

function addSymmetric(h: Float64Array, m: number, { i, j, value }: { i: number; j: number; value: number }): void {
  h[i * m + j] = (h[i * m + j] ?? 0) + value;
  h[j * m + i] = (h[j * m + i] ?? 0) + value;
}

function derivatives(parameters: Float64Array, counts: Float64Array, { nodes }: QuadratureGrid): ItemDerivatives {
  const m = parameters.length;
  const q = nodes.length;
  const work = workspace(m);
  const out = { gradient: new Float64Array(m), information: new Float64Array(m * m) };
  for (let node = 0; node < q; node += 1) {
    const theta = nodes[node] ?? 0;
    fill(parameters, theta, work);
    for (let c = 0; c < m; c += 1) addCategory(out, work, { c, r: counts[c * q + node] ?? 0, theta });
  }
  return out;
}

function scores(parameters: Float64Array, { nodes }: QuadratureGrid): Float64Array {
  const m = parameters.length;
  const q = nodes.length;
  const work = workspace(m);
  const out = new Float64Array(m * q * m);
  for (let node = 0; node < q; node += 1) {
    const theta = nodes[node] ?? 0;
    fill(parameters, theta, work);
    for (let c = 0; c < m; c += 1) {
      const p = work.p[c] ?? 1;
      const u = (work.density[c] ?? 0) / p;
      const v = (work.density[c + 1] ?? 0) / p;
      out[c * m * q + node] = theta * (u - v);
      if (c > 0) out[(c * m + c) * q + node] = u;
      if (c + 1 < m) out[(c * m + c + 1) * q + node] = -v;
    }
  }
  return out;
}

/** Cumulative logits of the category shares. */
function start(counts: readonly number[]): Float64Array {
  const total = counts.reduce((sum, n) => sum + n, 0);
  let above = total;
  return Float64Array.from(counts, (_, k) => {
    if (k === 0) return 1;
    above -= counts[k - 1] ?? 0;
    return logit(above / total);
  });
}

/** A step may close at most nine tenths of the gap between neighbouring thresholds: their order is kept. */
function reach(parameters: Float64Array, step: Float64Array): number {
  let longest = 1;
  for (let k = 1; k + 1 < parameters.length; k += 1) {
    const gap = (parameters[k] ?? 0) - (parameters[k + 1] ?? 0);
    const closing = (step[k + 1] ?? 0) - (step[k] ?? 0);
    if (closing > 0) longest = Math.min(longest, (0.9 * gap) / closing);
  }
  return longest;
}

/** b_k = −d_k/a. */
function thresholds(parameters: Float64Array): { b: number[]; jacobian: number[][] } {
  const a = parameters[0] ?? 1;
  const b: number[] = [];
  const jacobian: number[][] = [];
  for (let k = 1; k < parameters.length; k += 1) {
    const d = parameters[k] ?? 0;
    const row = new Array<number>(parameters.length).fill(0);
    row[0] = d / (a * a);
    row[k] = -1 / a;
    b.push(-d / a);
    jacobian.push(row);
  }
  return { b, jacobian };
}

/**
 * The graded response model (Samejima 1969, Psychometrika Monograph 17) with d_k = −a·b_k falling in k.
 *
 * Order needs no transformation: the likelihood of a category falls without bound as its two thresholds meet, and
 * steps are kept short of that. The log-likelihood is concave in (a, d) (Pratt 1981, J. Amer. Statist. Assoc. 76, 103).
 */
export const gradedFamily: ItemFamily = { probabilities, derivatives, scores, start, reach, thresholds };
