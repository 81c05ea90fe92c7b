import { type ItemDerivatives, type ItemFamily, P_FLOOR } from './item-family.ts';
import type { QuadratureGrid } from './quadrature-grid.ts';

/** P(k) ∝ exp(k·a·θ + C_k), C₀ = 0, at one θ, into `p`. */
function fill(parameters: Float64Array, theta: number, p: Float64Array): void {
  const a = parameters[0] ?? 0;
  let most = 0;
  p[0] = 0;
  for (let k = 1; k < p.length; k += 1) {
    const x = k * a * theta + (parameters[k] ?? 0);
    p[k] = x;
    if (x > most) most = x;
  }
  let total = 0;
  for (let k = 0; k < p.length; k += 1) {
    const e = Math.exp((p[k] ?? 0) - most);
    p[k] = e;
    total += e;
  }
  for (let k = 0; k < p.length; k += 1) p[k] = Math.max(P_FLOOR, (p[k] ?? 0) / total);
}

function centreOf(p: Float64Array): number {
  let sum = 0;
  for (let k = 1; k < p.length; k += 1) sum += k * (p[k] ?? 0);
  return sum;
}

function probabilities(parameters: Float64Array, { nodes }: QuadratureGrid): Float64Array {
  const m = parameters.length;
  const q = nodes.length;
  const out = new Float64Array(m * q);
  const p = new Float64Array(m);
  for (let node = 0; node < q; node += 1) {
    fill(parameters, nodes[node] ?? 0, p);
    for (let k = 0; k < m; k += 1) out[k * q + node] = p[k] ?? 0;
  }
  return out;
}

/** Adds n persons' information at one node: the covariance matrix of (k·θ, [k = 1], …, [k = m − 1]). */
function addInformation(into: Float64Array, p: Float64Array, { n, theta }: { n: number; theta: number }): void {
  const m = p.length;
  const centre = centreOf(p);
  let spread = 0;
  for (let k = 0; k < m; k += 1) spread += (k - centre) * (k - centre) * (p[k] ?? 0);
  into[0] = (into[0] ?? 0) + n * theta * theta * spread;
  for (let v = 1; v < m; v += 1) {
    const pv = p[v] ?? 0;
    const cross = n * theta * pv * (v - centre);
    into[v] = (into[v] ?? 0) + cross;
    into[v * m] = (into[v * m] ?? 0) + cross;
    for (let w = 1; w < m; w += 1) {
      into[v * m + w] = (into[v * m + w] ?? 0) + n * ((v === w ? pv : 0) - pv * (p[w] ?? 0));
    }
  }
}

function derivatives(parameters: Float64Array, counts: Float64Array, { nodes }: QuadratureGrid): ItemDerivatives {
  const m = parameters.length;
  const q = nodes.length;
  const gradient = new Float64Array(m);
  const information = new Float64Array(m * m);
  const p = new Float64Array(m);
  for (let node = 0; node < q; node += 1) {
    const theta = nodes[node] ?? 0;
    fill(parameters, theta, p);
    let n = 0;
    let scoreSum = 0;
    for (let k = 0; k < m; k += 1) {
      const r = counts[k * q + node] ?? 0;
      n += r;
      scoreSum += k * r;
    }
    gradient[0] = (gradient[0] ?? 0) + theta * (scoreSum - n * centreOf(p));
    for (let k = 1; k < m; k += 1) gradient[k] = (gradient[k] ?? 0) + (counts[k * q + node] ?? 0) - n * (p[k] ?? 0);
    addInformation(information, p, { n, theta });
  }
  return { gradient, information };
}

function scores(parameters: Float64Array, { nodes }: QuadratureGrid): Float64Array {
  const m = parameters.length;
  const q = nodes.length;
  const out = new Float64Array(m * q * m);
  const p = new Float64Array(m);
  for (let node = 0; node < q; node += 1) {
    const theta = nodes[node] ?? 0;
    fill(parameters, theta, p);
    const centre = centreOf(p);
    for (let k = 0; k < m; k += 1) {
      out[k * m * q + node] = theta * (k - centre);
      for (let v = 1; v < m; v += 1) out[(k * m + v) * q + node] = (k === v ? 1 : 0) - (p[v] ?? 0);
    }
  }
  return out;
}

/** Steps b_v = −(C_v − C_v−1)/a. */
function thresholds(parameters: Float64Array): { b: number[]; jacobian: number[][] } {
  const a = parameters[0] ?? 1;
  const b: number[] = [];
  const jacobian: number[][] = [];
  for (let v = 1; v < parameters.length; v += 1) {
    const step = (parameters[v] ?? 0) - (v > 1 ? (parameters[v - 1] ?? 0) : 0);
    const row = new Array<number>(parameters.length).fill(0);
    row[0] = step / (a * a);
    row[v] = -1 / a;
    if (v > 1) row[v - 1] = 1 / a;
    b.push(-step / a);
    jacobian.push(row);
  }
  return { b, jacobian };
}

/**
 * The generalised partial credit model (Muraki 1992, Appl. Psychol. Meas. 16, 159–176) with C_k = −a·Σ_{v≤k} b_v; with
 * two categories it is the two-parameter logistic model. An exponential family: its likelihood is concave throughout.
 */
export const partialCreditFamily: ItemFamily = {
  probabilities,
  derivatives,
  scores,
  start: (counts) => Float64Array.from(counts, (n, k) => (k === 0 ? 1 : Math.log(n / (counts[0] ?? 1)))),
  reach: () => 1,
  thresholds,
};
