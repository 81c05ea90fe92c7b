import { ANSWERED, FIELDS, MEAN, RAW } from '../../compile/layout.ts';
import type { ScaleStep } from '../../compile/plan.ts';
import { type TabledSituation, writeSituation } from './tabled-situation.ts';

/**
 * All scales over situations, laid out flat. Scales of one key and one scoring share their situations, so each is scored
 * once: its options' values stand in one row from first[situation] on, and the scale in row r sums those at the places
 * option[start[r]] … option[start[r + 1] − 1].
 */
export interface SituationBlock {
  readonly situations: readonly TabledSituation[];
  readonly first: Int32Array;
  readonly options: number;
  readonly scale: Int32Array;
  readonly start: Int32Array;
  readonly option: Int32Array;
  readonly of: Int32Array;
  readonly required: Int32Array;
}

/**
 * mean: mean value of the scale's options over all usable situations; raw: that times the number of options. A situation
 * is usable when each of its options was rated and the scoring is defined for the ratings; `answered` counts the scale's
 * options in usable situations, so that a straight line everywhere ends as insufficient and not as a number.
 */
export function situationStep(block: SituationBlock): ScaleStep {
  const { situations, first, scale, start, option, of } = block;
  // Used again for every person: nothing of them leaves this step.
  const worth = new Float64Array(block.options);
  return (values, out) => {
    for (let index = 0; index < situations.length; index++) {
      const situation = situations[index];
      if (situation !== undefined) writeSituation(situation, values, worth, first[index] ?? 0);
    }
    for (let row = 0; row < scale.length; row++) {
      const begin = start[row] ?? 0;
      const end = start[row + 1] ?? 0;
      let sum = 0;
      for (let term = begin; term < end; term++) sum += worth[option[term] ?? 0] ?? Number.NaN;
      if (begin === end || Number.isNaN(sum)) {
        scoreUsable(block, row, worth, out);
        continue;
      }
      const at = (scale[row] ?? 0) * FIELDS;
      const mean = sum / (end - begin);
      out[at + ANSWERED] = end - begin;
      out[at + MEAN] = mean;
      out[at + RAW] = mean * (of[row] ?? 0);
    }
  };
}

/** A row of which not every situation is usable. */
function scoreUsable(
  { scale, start, option, of, required }: SituationBlock,
  row: number,
  worth: Float64Array,
  out: Float64Array,
): void {
  let [answered, sum] = [0, 0];
  for (let term = start[row] ?? 0; term < (start[row + 1] ?? 0); term++) {
    const value = worth[option[term] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    answered++;
    sum += value;
  }
  const enough = answered >= (required[row] ?? 0) && answered > 0;
  const at = (scale[row] ?? 0) * FIELDS;
  out[at + ANSWERED] = answered;
  out[at + MEAN] = enough ? sum / answered : Number.NaN;
  out[at + RAW] = enough ? (sum / answered) * (of[row] ?? 0) : Number.NaN;
}
