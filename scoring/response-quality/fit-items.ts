import type { IrtItem } from '../irt/irt-item.ts';
import { normalQuantile } from '../math/normal.ts';
import type { LeafScale } from './leaf-scales.ts';
import type { QualityReference } from './reference.ts';

/** Normal ogive to logistic. */
const D = 1.702;

/**
 * Graded items of a scale from proportions and covariances alone: thresholds from the normal quantiles of the cumulated
 * proportions, slopes from the loadings of one common factor (each item's mean correlation with the others).
 *
 * Good enough to say which answers fit together; where the cut lies is read off the reference sample, not off a model.
 * Source: Takane & de Leeuw 1987 for the conversion; Lord & Novick 1968, ch. 16.
 */
export function fitItems(scale: LeafScale, reference: QualityReference): IrtItem[] {
  const positions = [...scale.item];
  const cov = (i: number, j: number): number => reference.covariance[Math.max(i, j)]?.[Math.min(i, j)] ?? 0;
  const r = (a: number, b: number): number => {
    const [i, j] = [positions[a] ?? 0, positions[b] ?? 0];
    const spread = Math.sqrt(cov(i, i) * cov(j, j));
    return spread > 0 ? ((scale.slope[a] ?? 1) * (scale.slope[b] ?? 1) * cov(i, j)) / spread : 0;
  };
  const k = positions.length;
  const rest = positions.map((_, a) => positions.reduce((sum, _unused, b) => (b === a ? sum : sum + r(a, b)), 0));
  const total = rest.reduce((sum, x) => sum + x, 0);
  return positions.map((position, a) => {
    // Centroid loading: what an item shares with the others, over the root of what all share.
    const shared = total > 0 ? (rest[a] ?? 0) / Math.sqrt((total * (k - 1)) / k) : 0;
    const loading = Math.min(0.95, Math.max(0.15, shared));
    const slope = (D * loading) / Math.sqrt(1 - loading ** 2);
    return {
      model: 'graded',
      a: slope,
      b: thresholds(keyed(reference.proportions[position] ?? [], scale.slope[a] ?? 1), loading),
    };
  });
}

const keyed = (proportions: readonly number[], slope: number): readonly number[] =>
  slope > 0 ? proportions : [...proportions].reverse();

function thresholds(proportions: readonly number[], loading: number): number[] {
  let below = 0;
  let least = -6;
  return proportions.slice(0, -1).map((p) => {
    below += p;
    const at = normalQuantile(Math.min(0.999, Math.max(0.001, below))) / loading;
    // Categories nobody chose would give equal thresholds, and a chance of nil.
    least = Math.max(at, least + 0.05);
    return least;
  });
}
