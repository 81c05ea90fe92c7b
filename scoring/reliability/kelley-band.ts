import { normalCdf, normalQuantile } from '../math/normal.ts';

export interface KelleyInput {
  readonly observed: number;
  /** Mean and standard deviation of the score in the norm population. */
  readonly mean: number;
  readonly standardDeviation: number;
  readonly reliability: number;
  /** Coverage of the band, 0.90 unless told. */
  readonly confidence?: number;
}

export interface KelleyBand {
  /** T̂ = M + r(X − M): the observed score drawn toward the mean by what is error in it. */
  readonly trueScore: number;
  /** s·√(r(1 − r)): spread of true scores among persons with this observed score. */
  readonly standardErrorOfEstimate: number;
  readonly low: number;
  readonly high: number;
  /** P(true score ≥ cut). */
  readonly probabilityAtLeast: (cut: number) => number;
}

/**
 * Kelley's estimate of a true score, with its band: even a high observed score is not certain.
 *
 * Source: Kelley 1923; Lord & Novick 1968, §3.7. Assumes normal true scores and one error for all.
 * @throws RangeError when the reliability lies outside [0, 1] or the standard deviation is negative.
 * @example kelleyBand({ observed: 65, mean: 50, standardDeviation: 10, reliability: 0.8 }).trueScore // 62
 */
export function kelleyBand(input: KelleyInput): KelleyBand {
  const { observed, mean, standardDeviation, reliability, confidence = 0.9 } = input;
  if (!(reliability >= 0 && reliability <= 1) || !(standardDeviation >= 0)) {
    throw new RangeError('kelleyBand requires reliability in [0, 1] and a standard deviation >= 0');
  }
  const trueScore = mean + reliability * (observed - mean);
  const error = standardDeviation * Math.sqrt(reliability * (1 - reliability));
  const reach = normalQuantile(0.5 + confidence / 2) * error;
  const probabilityAtLeast = (cut: number): number => {
    if (error === 0) return trueScore >= cut ? 1 : 0;
    return normalCdf((trueScore - cut) / error);
  };
  return {
    trueScore,
    standardErrorOfEstimate: error,
    low: trueScore - reach,
    high: trueScore + reach,
    probabilityAtLeast,
  };
}
