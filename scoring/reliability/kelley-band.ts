import { normalCdf, normalQuantile } from '../math/normal.ts';

/** A score in a norm population: its mean and standard deviation there, and how reliable it is. */
export interface KelleyModel {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly reliability: number;
  /** Coverage of the band, 0.90 unless told. */
  readonly confidence?: number;
}

export interface KelleyInput extends KelleyModel {
  readonly observed: number;
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
export function kelleyBand({ observed, ...model }: KelleyInput): KelleyBand {
  const { trueScoreOf, error, reach, atLeast } = kelleyModel(model);
  const trueScore = trueScoreOf(observed);
  return {
    trueScore,
    standardErrorOfEstimate: error,
    low: trueScore - reach,
    high: trueScore + reach,
    probabilityAtLeast: (cut) => atLeast(trueScore, cut),
  };
}

/** What is the same for all observed scores of one model: half the width of the band is `reach`. @throws as `kelleyBand` */
export function kelleyModel({ mean, standardDeviation, reliability, confidence = 0.9 }: KelleyModel) {
  if (!(reliability >= 0 && reliability <= 1) || !(standardDeviation >= 0)) {
    throw new RangeError('kelleyBand requires reliability in [0, 1] and a standard deviation >= 0');
  }
  const error = standardDeviation * Math.sqrt(reliability * (1 - reliability));
  return {
    error,
    reach: normalQuantile(0.5 + confidence / 2) * error,
    trueScoreOf: (observed: number): number => mean + reliability * (observed - mean),
    atLeast(trueScore: number, cut: number): number {
      if (error === 0) return trueScore >= cut ? 1 : 0;
      return normalCdf((trueScore - cut) / error);
    },
  };
}
