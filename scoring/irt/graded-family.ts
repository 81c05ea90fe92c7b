import { logit } from '../math/logistic.ts';
import { type ItemDerivatives, type ItemFamily, P_FLOOR } from './item-family.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/**
 * The item at every node, row by row of q nodes: P of categories 0 … m − 1, and at boundaries 0 … m the chance F of an
 * answer above and G = 1 − F of one below.
 */
interface Curves {
  readonly p: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/**
 * Boundaries F_k = σ(aθ + d_k), F₀ = 1, F_m = 0; P_c = F_c − F_c+1 = F_c·G_c+1·(1 − exp(d_c+1 − d_c)), a product, so that
 * nothing cancels; its last factor is the same at every node.
 */
function curves(parameters: Float64Array, { nodes }: QuadratureGrid): Curves {
  const m = parameters.length;
  const q = nodes.length;
  const a = parameters[0] ?? 0;
  const p = new Float64Array(m * q);
  const above = new Float64Array((m + 1) * q).fill(1, 0, q);
  const below = new Float64Array((m + 1) * q).fill(1, m * q);
  for (let k = 1; k < m; k += 1) {
    const d = parameters[k] ?? 0;
    for (let node = 0; node < q; node += 1) {
      const z = a * (nodes[node] ?? 0) + d;
      const e = Math.exp(-Math.abs(z));
      const more = 1 / (1 + e);
      above[k * q + node] = z >= 0 ? more : e * more;
      below[k * q + node] = z >= 0 ? e * more : more;
    }
  }
  for (let c = 0; c < m; c += 1) {
    const gap = c > 0 && c + 1 < m ? -Math.expm1((parameters[c + 1] ?? 0) - (parameters[c] ?? 0)) : 1;
    for (let node = c * q; node < (c + 1) * q; node += 1) {
      p[node] = Math.max(P_FLOOR, (above[node] ?? 0) * (below[node + q] ?? 0) * gap);
    }
  }
  return { p, above, below };
}

const probabilities = (parameters: Float64Array, grid: QuadratureGrid): Float64Array => curves(parameters, grid).p;

/**
 * Adds one category's share: at each node r persons, boundaries x (lower, number c) and y (upper, number c + 1). With
 * z = aθ + d at each boundary, ln P has first derivatives u = f_x/P and −v = −f_y/P, f = F·G.
 */
function addCategory(
  into: ItemDerivatives,
  at: { c: number; counts: Float64Array },
  item: Curves,
  nodes: Float64Array,
) {
  const { c, counts } = at;
  const { p, above, below } = item;
  const q = nodes.length;
  const m = p.length / q;
  let [gx, gy, ga, haa, hax, hay, hxx, hyy, hxy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let node = 0; node < q; node += 1) {
    const x = c * q + node;
    const y = x + q;
    const r = counts[x] ?? 0;
    const theta = nodes[node] ?? 0;
    const u = ((above[x] ?? 0) * (below[x] ?? 0)) / (p[x] ?? 1);
    const v = ((above[y] ?? 0) * (below[y] ?? 0)) / (p[x] ?? 1);
    // Minus the second derivatives in z_c, z_c+1 and both.
    const xx = u * u - u * (1 - 2 * (above[x] ?? 0));
    const yy = v * v + v * (1 - 2 * (above[y] ?? 0));
    const xy = -u * v;
    gx += r * u;
    gy -= r * v;
    ga += r * theta * (u - v);
    haa += r * theta * theta * (xx + yy + 2 * xy);
    hax += r * theta * (xx + xy);
    hay += r * theta * (yy + xy);
    hxx += r * xx;
    hyy += r * yy;
    hxy += r * xy;
  }
  addTo(into.gradient, 0, ga);
  addTo(into.information, 0, haa);
  if (c > 0) {
    addTo(into.gradient, c, gx);
    addTo(into.information, c, hax);
    addTo(into.information, c * m + c, hxx);
  }
  if (c + 1 < m) {
    addTo(into.gradient, c + 1, gy);
    addTo(into.information, c + 1, hay);
    addTo(into.information, (c + 1) * m + c + 1, hyy);
    if (c > 0) addTo(into.information, c * m + c + 1, hxy);
  }
}

function addTo(into: Float64Array, place: number, value: number): void {
  into[place] = (into[place] ?? 0) + value;
}

function derivatives(parameters: Float64Array, counts: Float64Array, grid: QuadratureGrid): ItemDerivatives {
  const m = parameters.length;
  const item = curves(parameters, grid);
  const out = { gradient: new Float64Array(m), information: new Float64Array(m * m) };
  for (let c = 0; c < m; c += 1) addCategory(out, { c, counts }, item, grid.nodes);
  for (let i = 0; i < m; i += 1) {
    for (let j = i + 1; j < m; j += 1) out.information[j * m + i] = out.information[i * m + j] ?? 0;
  }
  return out;
}

function scores(parameters: Float64Array, grid: QuadratureGrid): Float64Array {
  const m = parameters.length;
  const q = grid.nodes.length;
  const { p, above, below } = curves(parameters, grid);
  const out = new Float64Array(m * q * m);
  for (let c = 0; c < m; c += 1) {
    for (let node = 0; node < q; node += 1) {
      const x = c * q + node;
      const u = ((above[x] ?? 0) * (below[x] ?? 0)) / (p[x] ?? 1);
      const v = ((above[x + q] ?? 0) * (below[x + q] ?? 0)) / (p[x] ?? 1);
      out[c * m * q + node] = (grid.nodes[node] ?? 0) * (u - v);
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
