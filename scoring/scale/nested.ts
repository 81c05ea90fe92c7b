import { ANSWERED, FIELDS, MEAN, RAW } from '../compile/layout.ts';
import type { ScaleStep } from '../compile/plan.ts';

/** A scale made of scales: which, and their weights in its mean. */
export interface NestedPlan {
  readonly scale: number;
  readonly part: Int32Array;
  readonly weight: Float64Array;
}

/** Weighted mean of the means of its parts; insufficient as soon as one part is. raw is that mean too. */
export function nestedStep({ scale, part, weight }: NestedPlan): ScaleStep {
  const at = scale * FIELDS;
  return (_values, out) => {
    let answered = 0;
    let sum = 0;
    let weights = 0;
    for (let index = 0; index < part.length; index++) {
      const from = (part[index] ?? 0) * FIELDS;
      answered += out[from + ANSWERED] ?? 0;
      sum += (weight[index] ?? 0) * (out[from + MEAN] ?? Number.NaN);
      weights += weight[index] ?? 0;
    }
    out[at + ANSWERED] = answered;
    out[at + RAW] = out[at + MEAN] = sum / weights;
  };
}
