import { evaluate, itemParameters, type MarginalModel, type MarginalPoint } from './marginal-model.ts';
import { type NewtonMetric, newtonMetric } from './newton-metric.ts';

export interface Maximum {
  readonly point: MarginalPoint;
  readonly converged: boolean;
  readonly iterations: number;
  /** The objective after each iteration; it never falls. */
  readonly trace: readonly number[];
  readonly memory: readonly Pair[];
}

export interface MaximiseSettings {
  readonly maxIterations: number;
  /** Largest change of a parameter, and of the log-likelihood, at which to stop. */
  readonly tolerance: number;
  readonly likelihoodTolerance: number;
}

/** A step and by how much the gradient fell along it; rho is one over their product. */
export interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

/** Where a search begins: the parameters, and the steps of an earlier search of which the metric may learn. */
export interface Outset {
  readonly x: Float64Array;
  readonly memory: readonly Pair[];
}

const MEMORY = 12;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const plus = (x: Float64Array, step: Float64Array, length: number): Float64Array =>
  x.map((xi, i) => xi + length * (step[i] ?? 0));

/** Two-loop recursion with the M-step's Newton metric in the middle: with an empty memory it is the EM step itself. */
function direction({ gradient, solve }: NewtonMetric, memory: readonly Pair[]): Float64Array {
  let q: Float64Array = gradient;
  const shares: number[] = [];
  for (const { s, y, rho } of [...memory].reverse()) {
    const share = rho * dot(s, q);
    shares.unshift(share);
    q = plus(q, y, -share);
  }
  let step = solve(q);
  for (const [i, { s, y, rho }] of memory.entries()) step = plus(step, s, (shares[i] ?? 0) - rho * dot(y, step));
  return step;
}

/** How far along a step the parameters stay lawful: thresholds in order, slopes positive where a prior asks for it. */
function reach(model: MarginalModel, x: Float64Array, step: Float64Array): number {
  let longest = 1;
  for (const [i, places] of model.places.entries()) {
    const [parameters, move] = [itemParameters(x, places), itemParameters(step, places)];
    longest = Math.min(longest, model.families[i]?.reach(parameters, move) ?? 1);
    const [a, da] = [parameters[0] ?? 1, move[0] ?? 0];
    if (model.prior.slope && a + longest * da <= 0.1 * a) longest = Math.min(longest, (-0.9 * a) / da);
    if (Math.abs(longest * da) > 1) longest = 1 / Math.abs(da);
  }
  return longest;
}

/** Takes the step, halved until the objective does not fall; null when even a tiny step does not help. */
function climb(
  model: MarginalModel,
  from: MarginalPoint,
  step: Float64Array,
): { point: MarginalPoint; length: number } | null {
  const slack = 1e-12 * Math.abs(from.objective);
  for (let length = reach(model, from.x, step), trial = 0; trial < 8; trial += 1, length /= 2) {
    const point = evaluate(model, plus(from.x, step, length));
    if (point.objective >= from.objective - slack) return { point, length };
  }
  return null;
}

/** A slope beyond this has no finite maximum to go to (the item sorts the sample perfectly); it is not followed further. */
export const RUNAWAY_SLOPE = 30;

const hasRunAway = (model: MarginalModel, x: Float64Array): boolean =>
  model.places.some(([slope = 0]) => Math.abs(x[slope] ?? 0) > RUNAWAY_SLOPE);

const largest = (v: Float64Array): number => v.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/**
 * Climbs the marginal likelihood by EM, quickened by a quasi-Newton memory.
 *
 * Every iteration is one E-step and one Newton M-step (analytic gradient, exact complete-data information). The memory
 * of the last steps corrects the metric for the information that is missing because θ is not observed; that is what
 * makes plain EM crawl. A step that would lower the likelihood is halved, and if that fails the memory is dropped and
 * the plain EM step is taken, so the likelihood never falls.
 *
 * Source: Bock & Aitkin 1981; Jamshidian & Jennrich 1997, J. R. Statist. Soc. B 59, 569–587 (QN acceleration of EM).
 */
export function maximiseLikelihood(model: MarginalModel, outset: Outset, settings: MaximiseSettings): Maximum {
  let point = evaluate(model, outset.x);
  let metric = newtonMetric(model, point);
  let { memory } = outset;
  const trace = [point.objective];
  for (let iteration = 1; iteration <= settings.maxIterations; iteration += 1) {
    let step = direction(metric, memory);
    let next = dot(step, metric.gradient) > 0 ? climb(model, point, step) : null;
    if (next === null && memory.length > 0) {
      memory = [];
      step = direction(metric, memory);
      next = climb(model, point, step);
    }
    if (next === null)
      return { point, memory, converged: largest(step) < settings.tolerance, iterations: iteration, trace };
    const nextMetric = newtonMetric(model, next.point);
    const s = next.point.x.map((v, i) => v - (point.x[i] ?? 0));
    const y = metric.gradient.map((v, i) => v - (nextMetric.gradient[i] ?? 0));
    const curvature = dot(s, y);
    if (curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))
      memory = [...memory.slice(1 - MEMORY), { s, y, rho: 1 / curvature }];
    const rise = next.point.objective - point.objective;
    const change = largest(s);
    [point, metric] = [next.point, nextMetric];
    trace.push(point.objective);
    if (hasRunAway(model, point.x)) return { point, memory, converged: false, iterations: iteration, trace };
    if (change < settings.tolerance && Math.abs(rise) < settings.likelihoodTolerance && next.length === 1) {
      return { point, memory, converged: true, iterations: iteration, trace };
    }
  }
  return { point, memory, converged: false, iterations: settings.maxIterations, trace };
}
