/** A function to be made small: its value and its gradient at a point. */
export type Objective = (x: Float64Array) => { value: number; gradient: Float64Array };

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Whether the gradient vanished within the tolerance before the steps ran out. */
  readonly converged: boolean;
}

interface Correction {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The two-loop recursion: the gradient times the inverse Hessian that the last steps suggest. */
function direction(gradient: Float64Array, memory: readonly Correction[]): Float64Array {
  const q = Float64Array.from(gradient);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...memory].reverse()) {
    const alpha = rho * dot(s, q);
    alphas.unshift(alpha);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) - alpha * (y[i] ?? 0);
  }
  const last = memory.at(-1);
  const scale =
    last === undefined ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1 / (last.rho * dot(last.y, last.y));
  for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) * scale;
  for (const [index, { s, y, rho }] of memory.entries()) {
    const beta = rho * dot(y, q);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) + ((alphas[index] ?? 0) - beta) * (s[i] ?? 0);
  }
  return q.map((x) => -x);
}

/** A step along d that meets the weak Wolfe conditions, by bisection and doubling. */
function lineSearch(f: Objective, x: Float64Array, at: { value: number; slope: number; d: Float64Array }) {
  let [low, high, step] = [0, Infinity, 1];
  for (let trial = 0; trial < 60; trial += 1) {
    const point = x.map((xi, i) => xi + step * (at.d[i] ?? 0));
    const found = f(point);
    const slope = dot(found.gradient, at.d);
    if (!(found.value <= at.value + 1e-4 * step * at.slope)) high = step;
    else if (slope < 0.9 * at.slope) low = step;
    else return { point, ...found };
    step = high === Infinity ? 2 * low : (low + high) / 2;
  }
  return null;
}

/**
 * The nearest minimum of a smooth function, by L-BFGS with a Wolfe line search (Nocedal & Wright 2006, §7.2).
 *
 * `tolerance` bounds the largest element of the gradient.
 * @example minimise((x) => ({ value: x[0] ** 2, gradient: Float64Array.of(2 * x[0]) }), Float64Array.of(3))
 */
export function minimise(f: Objective, start: Float64Array, { tolerance = 1e-9, maxSteps = 1000 } = {}): Minimum {
  let x = Float64Array.from(start);
  let current = f(x);
  let memory: Correction[] = [];
  const largest = (): number => current.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  for (let step = 0; step < maxSteps && largest() > tolerance; step += 1) {
    let d = direction(current.gradient, memory);
    if (!(dot(d, current.gradient) < 0)) {
      memory = [];
      d = direction(current.gradient, memory);
    }
    const next = lineSearch(f, x, { value: current.value, slope: dot(d, current.gradient), d });
    if (next === null) break;
    const s = next.point.map((xi, i) => xi - (x[i] ?? 0));
    const y = next.gradient.map((gi, i) => gi - (current.gradient[i] ?? 0));
    const curvature = dot(s, y);
    if (curvature > 0) memory = [...memory.slice(-9), { s, y, rho: 1 / curvature }];
    x = next.point;
    current = { value: next.value, gradient: next.gradient };
  }
  return { x, value: current.value, converged: largest() <= tolerance };
}
