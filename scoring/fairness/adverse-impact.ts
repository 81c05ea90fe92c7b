import { normalQuantile } from '../math/normal.ts';
import type { Interval } from '../reliability/alpha-interval.ts';
import { fisherExact } from './fisher-exact.ts';

export interface SelectionCounts {
  readonly selected: number;
  readonly of: number;
}

export interface AdverseImpact {
  readonly focalRate: number;
  readonly referenceRate: number;
  /** Focal rate over reference rate; null when nobody of the reference group was selected. */
  readonly ratio: number | null;
  /** Interval of the ratio, from its logarithm; null when a rate is zero. */
  readonly interval: Interval | null;
  /** Pooled two-proportion z; null when nobody or everybody was selected. */
  readonly z: number | null;
  readonly fisherP: number;
  /** The ratio is below four fifths: look closer, it is no verdict; with few persons read the interval first. */
  readonly belowFourFifths: boolean;
}

/**
 * Adverse impact: is one group invited at a lower rate than another?
 *
 * Source: Uniform Guidelines 1978 (four fifths), used here as a monitoring trigger only; interval of a log ratio after
 * Katz et al. 1978, Biometrics 34, 469–474.
 * @throws RangeError unless counts are whole numbers with 0 ≤ selected ≤ of and of ≥ 1.
 */
export function adverseImpact(focal: SelectionCounts, reference: SelectionCounts, confidence = 0.95): AdverseImpact {
  for (const { selected, of } of [focal, reference]) {
    const lawful = Number.isInteger(selected) && Number.isInteger(of) && of >= 1 && selected >= 0 && selected <= of;
    if (!lawful) throw new RangeError('adverseImpact requires counts with selected <= of and of >= 1');
  }
  const [p, q] = [focal.selected / focal.of, reference.selected / reference.of];
  const pooled = (focal.selected + reference.selected) / (focal.of + reference.of);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / focal.of + 1 / reference.of));
  const ratio = q > 0 ? p / q : null;
  return {
    focalRate: p,
    referenceRate: q,
    ratio,
    interval: ratio !== null && p > 0 ? ratioInterval({ focal, reference, ratio, confidence }) : null,
    z: spread > 0 ? (p - q) / spread : null,
    fisherP: fisherExact({
      a: focal.selected,
      b: focal.of - focal.selected,
      c: reference.selected,
      d: reference.of - reference.selected,
    }),
    belowFourFifths: ratio !== null && ratio < 0.8,
  };
}

function ratioInterval(at: {
  focal: SelectionCounts;
  reference: SelectionCounts;
  ratio: number;
  confidence: number;
}): Interval {
  const { focal, reference, ratio, confidence } = at;
  const se = Math.sqrt(1 / focal.selected - 1 / focal.of + 1 / reference.selected - 1 / reference.of);
  const reach = normalQuantile(0.5 + confidence / 2) * se;
  return { low: ratio * Math.exp(-reach), high: ratio * Math.exp(reach) };
}
