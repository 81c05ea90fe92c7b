import type { NormSet, ScaleNorm } from '../../instruments/schema/norms.schema.ts';
import { normTable, proportionAt, stanineAt, tAt } from './norm-table.ts';

/**
 * What changes for the people of one norm when they are placed by it and not by another. `meanShift` and `largestShift` are of
 * T, over the 199 half-per-cents of the new sample; `stanineMoved` is the share of them whose stanine is another one.
 * `standardised`: the difference of the means in standard deviations of the old norm.
 */
export interface NormShift {
  readonly meanShift: number;
  readonly largestShift: number;
  readonly stanineMoved: number;
  readonly standardised: number;
}

type Figures = Omit<ScaleNorm, 'table' | 'asked'>;

/** One scale of two norms; `shift` is null where the old one does not have the scale, or has it of whole forms and not of adaptive tests. */
export interface ScaleComparison {
  readonly scale: string;
  readonly next: Figures;
  readonly current: Figures | null;
  readonly shift: NormShift | null;
}

/** Every scale of a new norm beside the one in force, if there is one. */
export function compareNorms(next: NormSet, current: NormSet | null): ScaleComparison[] {
  return Object.entries(next.scales).map(([scale, norm]) => {
    const old = current?.scales[scale];
    const before = old?.asked === norm.asked ? old : undefined;
    return {
      scale,
      next: withoutTable(norm),
      current: before === undefined ? null : withoutTable(before),
      shift: before === undefined ? null : shiftOf(norm, before),
    };
  });
}

const withoutTable = ({ table: _table, asked: _asked, ...figures }: ScaleNorm): Figures => figures;

const STEPS = 200;

function shiftOf(next: ScaleNorm, current: ScaleNorm): NormShift {
  const [here, there] = [normTable(next.table), normTable(current.table)];
  let [sum, largest, moved] = [0, 0, 0];
  for (let step = 1; step < STEPS; step++) {
    const raw = rawAt(here.raw, here.proportion, step / STEPS);
    const [now, before] = [proportionAt(here, raw), proportionAt(there, raw)];
    const shift = tAt(now) - tAt(before);
    sum += shift;
    largest = Math.max(largest, Math.abs(shift));
    if (stanineAt(now) !== stanineAt(before)) moved++;
  }
  return {
    meanShift: sum / (STEPS - 1),
    largestShift: largest,
    stanineMoved: moved / (STEPS - 1),
    standardised: (next.mean - current.mean) / current.sd,
  };
}

/** The tabled raw score at or above a proportion; the highest beyond the last. */
function rawAt(raw: Float64Array, proportion: Float64Array, at: number): number {
  const index = proportion.findIndex((one) => one >= at);
  return raw[index < 0 ? raw.length - 1 : index] ?? 0;
}
