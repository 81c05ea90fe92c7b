import { FIELDS, PROPORTION, RAW, STANINE, T } from '../compile/layout.ts';
import { type NormTable, proportionAt, stanineAt, tAt } from './norm-table.ts';

/** Writes proportion, T and stanine of a scale beside its raw score; NaN where there is no norm or no raw score. */
export function applyNorm(table: NormTable | null, scale: number, out: Float64Array): void {
  const at = scale * FIELDS;
  const raw = out[at + RAW] ?? Number.NaN;
  if (table === null || Number.isNaN(raw)) {
    out[at + PROPORTION] = out[at + T] = out[at + STANINE] = Number.NaN;
    return;
  }
  const { first, proportion, t, stanine } = table.whole;
  const index = raw - first;
  if (index >= 0 && index < proportion.length && Number.isInteger(index)) {
    out[at + PROPORTION] = proportion[index] ?? Number.NaN;
    out[at + T] = t[index] ?? Number.NaN;
    out[at + STANINE] = stanine[index] ?? Number.NaN;
  } else interpolate(table, raw, at, out);
}

function interpolate(table: NormTable, raw: number, at: number, out: Float64Array): void {
  const proportion = proportionAt(table, raw);
  out[at + PROPORTION] = proportion;
  out[at + T] = tAt(proportion);
  out[at + STANINE] = stanineAt(proportion);
}
