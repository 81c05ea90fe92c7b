import type { LeafScale } from './leaf-scales.ts';

const FEWEST_SCALES = 5;

/**
 * Even–odd consistency over the leaf scales, allocating nothing: the same as `evenOddConsistency` of scoring/quality, which
 * says what it means and where it comes from. Null with fewer than five usable scales, or when a half does not vary.
 */
export function evenOdd(scales: readonly LeafScale[], values: Float64Array): number | null {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (const scale of scales) {
    const odd = halfMean(scale, values, 0);
    const even = halfMean(scale, values, 1);
    if (Number.isNaN(odd) || Number.isNaN(even)) continue;
    n++;
    sx += odd;
    sy += even;
    sxx += odd * odd;
    syy += even * even;
    sxy += odd * even;
  }
  if (n < FEWEST_SCALES) return null;
  const [vx, vy] = [sxx - (sx * sx) / n, syy - (sy * sy) / n];
  if (vx < 1e-9 || vy < 1e-9) return null;
  const r = Math.max(-1, Math.min(1, (sxy - (sx * sy) / n) / Math.sqrt(vx * vy)));
  return r <= -1 / 3 ? -1 : (2 * r) / (1 + r);
}

/** Mean keyed answer at every second place; NaN where none was given. */
function halfMean({ item, slope, intercept }: LeafScale, values: Float64Array, first: number): number {
  let [n, sum] = [0, 0];
  for (let term = first; term < item.length; term += 2) {
    const value = values[item[term] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += (intercept[term] ?? 0) + (slope[term] ?? 0) * value;
  }
  return n === 0 ? Number.NaN : sum / n;
}
