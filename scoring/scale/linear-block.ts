import { ANSWERED, FIELDS, MEAN, RAW } from '../compile/layout.ts';

/**
 * All scales of an instrument that are weighted sums of keyed answers, laid out flat: the terms of the scale in row r are
 * those from start[r] to start[r + 1]. A term's keyed value is intercept + slope × answer: 0 + 1x for a plain item,
 * (lowest + highest) − 1x for a reversed one, both times the weight.
 *
 * In a row whose slopes are all 1 or −1 (`unit`) the plain terms stand first, the reversed ones from turn[r] on, and
 * offset[r] is the sum of the intercepts. `prorated` 0: the sum stays what was answered, whatever is missing (counts).
 */
export interface LinearBlock {
  readonly scale: Int32Array;
  readonly start: Int32Array;
  readonly turn: Int32Array;
  readonly required: Int32Array;
  readonly unit: Uint8Array;
  readonly prorated: Uint8Array;
  readonly offset: Float64Array;
  readonly totalWeight: Float64Array;
  readonly item: Int32Array;
  readonly slope: Float64Array;
  readonly intercept: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Scores every scale of the block: mean = Σ weight·keyed ÷ Σ weight over the answered items; raw = Σ weight·keyed, and where
 * answers are missing, prorated: mean × Σ weight over all items. Below the required number of answers raw and mean are NaN.
 *
 * Nearly every row of nearly every person is complete: its sum is taken without looking at each answer, and a missing one
 * shows in the sum, which is then NaN.
 */
export function scoreLinear(block: LinearBlock, values: Float64Array, out: Float64Array): void {
  const { scale, start, turn, unit, offset, totalWeight, item } = block;
  for (let row = 0; row < scale.length; row++) {
    const begin = start[row] ?? 0;
    const turned = turn[row] ?? 0;
    const end = start[row + 1] ?? 0;
    let sum = offset[row] ?? 0;
    for (let term = begin; term < turned; term++) sum += values[item[term] ?? 0] ?? Number.NaN;
    for (let term = turned; term < end; term++) sum -= values[item[term] ?? 0] ?? Number.NaN;
    if (unit[row] === 0 || Number.isNaN(sum)) {
      scoreTermByTerm(block, row, values, out);
      continue;
    }
    const at = (scale[row] ?? 0) * FIELDS;
    out[at + ANSWERED] = end - begin;
    out[at + RAW] = sum;
    out[at + MEAN] = sum / (totalWeight[row] ?? 1);
  }
}

/** A row with weights, or with an answer missing. */
function scoreTermByTerm(block: LinearBlock, row: number, values: Float64Array, out: Float64Array): void {
  const { scale, start, required, prorated, totalWeight, item, slope, intercept, weight } = block;
  const begin = start[row] ?? 0;
  const end = start[row + 1] ?? 0;
  let answered = 0;
  let sum = 0;
  let weights = 0;
  for (let term = begin; term < end; term++) {
    const value = values[item[term] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    answered++;
    sum += (intercept[term] ?? 0) + (slope[term] ?? 0) * value;
    weights += weight[term] ?? 0;
  }
  const at = (scale[row] ?? 0) * FIELDS;
  const enough = answered >= (required[row] ?? 0);
  const asItStands = answered === end - begin || prorated[row] === 0;
  out[at + ANSWERED] = answered;
  out[at + MEAN] = enough ? sum / weights : Number.NaN;
  out[at + RAW] = !enough ? Number.NaN : asItStands ? sum : (sum * (totalWeight[row] ?? 0)) / weights;
}
