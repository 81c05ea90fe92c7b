import { FIELDS, PROPORTION, RAW, STANINE, T } from '../compile/layout.ts';
import { type NormTable, proportionAt, rowAtOrBelow, stanineAt, tAt } from './norm-table.ts';

/** Writes proportion, T and stanine of a scale beside its raw score; NaN where there is no norm or no raw score. */
export function applyNorm(table: NormTable | null, scale: number, out: Float64Array): void {
  const at = scale * FIELDS;
  const raw = out[at + RAW] ?? Number.NaN;
  if (table === null || Number.isNaN(raw)) {
    out[at + PROPORTION] = out[at + T] = out[at + STANINE] = Number.NaN;
    return;
  }
  const row = rowAtOrBelow(table, raw);
  if (row >= 0 && table.raw[row] === raw) copyRow(table, row, at, out);
  else interpolate(table, raw, at, out);
}

function copyRow(table: NormTable, row: number, at: number, out: Float64Array): void {
  out[at + PROPORTION] = table.proportion[row] ?? Number.NaN;
  out[at + T] = table.t[row] ?? Number.NaN;
  out[at + STANINE] = table.stanine[row] ?? Number.NaN;
}

function interpolate(table: NormTable, raw: number, at: number, out: Float64Array): void {
  const proportion = proportionAt(table, raw);
  out[at + PROPORTION] = proportion;
  out[at + T] = tAt(proportion);
  out[at + STANINE] = stanineAt(proportion);
}
