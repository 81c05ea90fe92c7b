import { type ResponseMatrix, rowOf, selectColumns } from '../../../scoring/math/response-matrix.ts';
import { type RetestReliability, retestReliability } from '../../../scoring/reliability/retest-reliability.ts';
import { CommandProblem } from '../command-problem.ts';
import type { ResponseTable } from '../csv/response-table.ts';
import type { KeyedScale } from './key-file.ts';
import { scaleAnswers } from './keyed-scales.ts';
import { rawSums } from './norms-csv.ts';

/** Answers of one occasion, with whose they are. */
export interface Wave {
  readonly ids: readonly string[];
  readonly items: readonly string[];
  readonly matrix: ResponseMatrix;
}

export interface TwoWaves {
  readonly first: Wave;
  readonly second: Wave;
  readonly matched: number;
}

/** How stable one scale is: of prorated sums of those who answered at least 80 % of it both times. */
export type ScaleRetest = RetestReliability;

/** Persons are matched by id; an id that stands twice in a wave belongs to nobody in particular and is refused. */
export function twoWaves(first: Wave, second: Wave): TwoWaves {
  for (const { ids } of [first, second]) {
    const seen = new Set<string>();
    const twice = ids.find((id) => seen.size === seen.add(id).size);
    if (twice !== undefined)
      throw new CommandProblem(`the id ${twice} stands twice in one wave: persons cannot be matched`);
  }
  const there = new Set(second.ids);
  return { first, second, matched: first.ids.filter((id) => there.has(id)).length };
}

/**
 * The two waves of a table with a column that names them; the first value in the order of the file is the first wave.
 * @throws CommandProblem unless there are exactly two
 */
export function wavesOf({ items, matrix, ids, text }: ResponseTable, column: string): TwoWaves {
  const marks = text.get(column) ?? [];
  const names = [...new Set(marks)].filter((mark) => mark !== '');
  const [a, b] = names;
  if (a === undefined || b === undefined || names.length > 2) {
    throw new CommandProblem(
      `column ${column}: expected two waves, found ${names.length === 0 ? 'none' : names.slice(0, 5).join(', ')}`,
    );
  }
  const wave = (name: string): Wave => {
    const rows = marks.flatMap((mark, row) => (mark === name ? [row] : []));
    const values = new Float64Array(rows.length * matrix.k);
    for (const [i, row] of rows.entries()) values.set(rowOf(matrix, row), i * matrix.k);
    return { items, ids: rows.map((row) => ids[row] ?? ''), matrix: { n: rows.length, k: matrix.k, values } };
  };
  return twoWaves(wave(a), wave(b));
}

/** @returns null with fewer than three persons in both waves, or sums that do not vary */
export function scaleRetest({ first, second }: TwoWaves, scale: KeyedScale): ScaleRetest | null {
  // Keyed together: what range an item is turned in is seen over both waves, or turning would look like change.
  const sums = rawSums(scaleAnswers(stacked(first, second), first.items, scale));
  const after = new Map(second.ids.map((id, row) => [id, sums[first.ids.length + row] ?? null]));
  const both = [...first.ids.entries()].filter(([, id]) => after.has(id));
  return retestReliability(
    both.map(([row]) => sums[row] ?? null),
    both.map(([, id]) => after.get(id) ?? null),
  );
}

/** The rows of the second wave under those of the first, in the first one's columns. */
function stacked(first: Wave, second: Wave): ResponseMatrix {
  const places = first.items.map((item) => second.items.indexOf(item));
  const below = selectColumns(second.matrix, places);
  const values = new Float64Array(first.matrix.values.length + below.values.length);
  values.set(first.matrix.values);
  values.set(below.values, first.matrix.values.length);
  return { n: first.matrix.n + below.n, k: first.matrix.k, values };
}
