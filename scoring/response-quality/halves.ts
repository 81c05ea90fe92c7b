import type { LeafScale } from './leaf-scales.ts';

/**
 * Both halves of every leaf scale, laid out flat: half h (0 and 1 are the first scale's, 2 and 3 the second's, …) has the
 * terms from start[h] to start[h + 1], the plain ones first, the reversed ones from turn[h] on; offset[h] is the sum of its
 * intercepts.
 */
export interface HalvesPlan {
  readonly start: Int32Array;
  readonly turn: Int32Array;
  readonly offset: Float64Array;
  readonly item: Int32Array;
  readonly intercept: Float64Array;
}

const FEWEST_SCALES = 5;

export function halvesPlan(scales: readonly LeafScale[]): HalvesPlan {
  const halves = scales.flatMap((scale) => [halfOf(scale, 0), halfOf(scale, 1)]);
  const start = new Int32Array(halves.length + 1);
  halves.forEach(({ length }, half) => {
    start[half + 1] = (start[half] ?? 0) + length;
  });
  return {
    start,
    turn: Int32Array.from(halves, (terms, half) => (start[half] ?? 0) + terms.filter(({ slope }) => slope > 0).length),
    offset: Float64Array.from(halves, (terms) => terms.reduce((sum, { intercept }) => sum + intercept, 0)),
    item: Int32Array.from(halves.flat(), ({ item }) => item),
    intercept: Float64Array.from(halves.flat(), ({ intercept }) => intercept),
  };
}

function halfOf({ item, slope, intercept }: LeafScale, first: 0 | 1) {
  const terms = [...item].flatMap((position, term) =>
    term % 2 === first ? [{ item: position, slope: slope[term] ?? 1, intercept: intercept[term] ?? 0 }] : [],
  );
  return [...terms.filter((term) => term.slope > 0), ...terms.filter((term) => term.slope < 0)];
}

/**
 * Even–odd consistency over the leaf scales, allocating nothing: the same as `evenOddConsistency` of scoring/quality, which
 * says what it means and where it comes from. Null with fewer than five usable scales, or when a half does not vary.
 */
export function evenOdd(plan: HalvesPlan, values: Float64Array): number | null {
  const halves = plan.offset.length;
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (let half = 0; half < halves; half += 2) {
    const odd = halfMean(plan, half, values);
    const even = halfMean(plan, half + 1, values);
    if (Number.isNaN(odd) || Number.isNaN(even)) continue;
    n++;
    sx += odd;
    sy += even;
    sxx += odd * odd;
    syy += even * even;
    sxy += odd * even;
  }
  if (n < FEWEST_SCALES) return null;
  const vx = sxx - (sx * sx) / n;
  const vy = syy - (sy * sy) / n;
  if (vx < 1e-9 || vy < 1e-9) return null;
  const r = Math.max(-1, Math.min(1, (sxy - (sx * sy) / n) / Math.sqrt(vx * vy)));
  return r <= -1 / 3 ? -1 : (2 * r) / (1 + r);
}

/** Mean keyed answer of one half; NaN where none was given. A missing answer shows in the sum, which is then NaN. */
function halfMean(plan: HalvesPlan, half: number, values: Float64Array): number {
  const { start, turn, offset, item } = plan;
  const begin = start[half] ?? 0;
  const turned = turn[half] ?? 0;
  const end = start[half + 1] ?? 0;
  let sum = offset[half] ?? 0;
  for (let term = begin; term < turned; term++) sum += values[item[term] ?? 0] ?? Number.NaN;
  for (let term = turned; term < end; term++) sum -= values[item[term] ?? 0] ?? Number.NaN;
  return Number.isNaN(sum) ? meanOfAnswered(plan, half, values) : sum / (end - begin);
}

function meanOfAnswered({ start, turn, item, intercept }: HalvesPlan, half: number, values: Float64Array): number {
  let [n, sum] = [0, 0];
  for (let term = start[half] ?? 0; term < (start[half + 1] ?? 0); term++) {
    const value = values[item[term] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += (intercept[term] ?? 0) + (term < (turn[half] ?? 0) ? value : -value);
  }
  return n === 0 ? Number.NaN : sum / n;
}
