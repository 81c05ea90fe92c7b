import { ANSWERED, FIELDS, MEAN, RAW } from '../compile/layout.ts';
import { literal, type Unrolled, whenWorthwhile } from '../math/unrolled.ts';

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
  readonly code: Unrolled<LinearCode>;
}

/** Scores the whole rows; 1 where another one is left for `scoreTermByTerm`. */
export type LinearCode = (values: Float64Array, out: Float64Array) => number;

/**
 * Scores every scale of the block: mean = Σ weight·keyed ÷ Σ weight over the answered items; raw = Σ weight·keyed, and where
 * answers are missing, prorated: mean × Σ weight over all items. Below the required number of answers raw and mean are NaN.
 *
 * Nearly every row of nearly every person is complete: its sum is taken without looking at each answer, and a missing one
 * shows in the sum, which is then NaN.
 */
export function scoreLinear(block: LinearBlock, values: Float64Array, out: Float64Array): void {
  const code = whenWorthwhile(block.code);
  if (code === null) scoreRowByRow(block, values, out);
  else if (code(values, out) === 1) scoreLeftOver(block, values, out);
}

function scoreLeftOver(block: LinearBlock, values: Float64Array, out: Float64Array): void {
  const { scale, unit } = block;
  for (let row = 0; row < scale.length; row++) {
    const raw = out[(scale[row] ?? 0) * FIELDS + RAW] ?? Number.NaN;
    if (unit[row] === 0 || Number.isNaN(raw)) scoreTermByTerm(block, row, values, out);
  }
}

/** `scoreRowByRow` written out, but for the rows with weights. */
export function linearCode(block: Omit<LinearBlock, 'code'>): string {
  const { scale, start, turn, unit, offset, totalWeight, item } = block;
  const lines = Array.from(scale, (own, row) => {
    const [begin, turned, end] = [start[row] ?? 0, turn[row] ?? 0, start[row + 1] ?? 0];
    if (unit[row] === 0) return 'left=1;';
    const plain = Array.from(item.subarray(begin, turned), (place) => `+v[${literal(place)}]`);
    const reversed = Array.from(item.subarray(turned, end), (place) => `-v[${literal(place)}]`);
    const at = own * FIELDS;
    return (
      `s=${literal(offset[row] ?? 0)}${plain.join('')}${reversed.join('')};if(s!==s)left=1;` +
      `o[${at + ANSWERED}]=${literal(end - begin)};o[${at + RAW}]=s;o[${at + MEAN}]=s/${literal(totalWeight[row] ?? 1)};`
    );
  });
  return `let s=0,left=0;${lines.join('\n')}return left;`;
}

function scoreRowByRow(block: LinearBlock, values: Float64Array, out: Float64Array): void {
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
