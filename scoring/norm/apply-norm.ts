import { FIELDS, PROPORTION, RAW, STANINE, T } from '../compile/layout.ts';
import { normalQuantile } from '../math/normal.ts';
import { type NormTable, proportionAt, stanineOfZ, tOfZ } from './norm-table.ts';

/**
 * The norms of all scales, laid out flat: what `NormTable.whole` holds of scale s stands from begin[s] on, three numbers
 * (proportion, T, stanine) for each whole sum from first[s] on, `count[s]` of them; none where the scale has no norm.
 */
export interface NormBlock {
  readonly first: Int32Array;
  readonly begin: Int32Array;
  readonly count: Int32Array;
  readonly cells: Float64Array;
  readonly tables: readonly (NormTable | null)[];
}

const CELLS = 3;

export function normBlock(tables: readonly (NormTable | null)[]): NormBlock {
  const cells = tables.map((table) => (table === null ? [] : cellsOf(table)));
  const begin = new Int32Array(tables.length);
  cells.forEach((own, scale) => {
    if (scale + 1 < begin.length) begin[scale + 1] = (begin[scale] ?? 0) + own.length;
  });
  return {
    first: Int32Array.from(tables, (table) => table?.whole.first ?? 0),
    begin,
    count: Int32Array.from(cells, ({ length }) => length / CELLS),
    cells: Float64Array.from(cells.flat()),
    tables,
  };
}

function cellsOf({ whole: { proportion, t, stanine } }: NormTable): number[] {
  return [...proportion].flatMap((p, index) => [p, t[index] ?? Number.NaN, stanine[index] ?? Number.NaN]);
}

/** Writes proportion, T and stanine of every scale beside its raw score; NaN where there is no norm or no raw score. */
export function applyNorms(block: NormBlock, out: Float64Array): void {
  const { first, begin, count, cells } = block;
  for (let scale = 0; scale < count.length; scale++) {
    const at = scale * FIELDS;
    const raw = (out[at + RAW] ?? Number.NaN) - (first[scale] ?? 0);
    const row = raw | 0;
    if (row === raw && row >= 0 && row < (count[scale] ?? 0)) {
      const cell = (begin[scale] ?? 0) + CELLS * row;
      out[at + PROPORTION] = cells[cell] ?? Number.NaN;
      out[at + T] = cells[cell + 1] ?? Number.NaN;
      out[at + STANINE] = cells[cell + 2] ?? Number.NaN;
    } else applyBetween(block.tables[scale] ?? null, at, out);
  }
}

function applyBetween(table: NormTable | null, at: number, out: Float64Array): void {
  const raw = out[at + RAW] ?? Number.NaN;
  if (table === null || Number.isNaN(raw)) {
    out[at + PROPORTION] = out[at + T] = out[at + STANINE] = Number.NaN;
    return;
  }
  const proportion = proportionAt(table, raw);
  const z = normalQuantile(proportion);
  out[at + PROPORTION] = proportion;
  out[at + T] = tOfZ(z);
  out[at + STANINE] = stanineOfZ(z);
}
