import { type ResponseMatrix, rowOf } from '../../../scoring/math/response-matrix.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { type RetestReliability, retestReliability } from '../../../scoring/reliability/retest-reliability.ts';
import { CommandProblem } from '../command-problem.ts';
import type { ResponseTable } from '../csv/response-table.ts';
import type { KeyedScale } from './key-file.ts';
import { scaleAnswers } from './keyed-scales.ts';

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

const LEAST_ANSWERED = 0.8;

/** Persons are matched by id; an id that stands twice in a wave belongs to nobody in particular and is refused. */
export function twoWaves(first: Wave, second: Wave): TwoWaves {
  for (const { ids } of [first, second]) {
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
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
  const [before, after] = [sums(first, scale), sums(second, scale)];
  const both = first.ids.filter((id) => after.has(id));
  return retestReliability(
    both.map((id) => before.get(id) ?? null),
    both.map((id) => after.get(id) ?? null),
  );
}

function sums({ ids, items, matrix }: Wave, scale: KeyedScale): Map<string, number | null> {
  const { matrix: given, keys } = scaleAnswers(matrix, items, scale);
  const keyed = keyedMatrix(given, keys);
  return new Map(
    ids.map((id, row) => {
      const answers = [...rowOf(keyed, row)].filter((x) => !Number.isNaN(x));
      if (answers.length === 0 || answers.length < LEAST_ANSWERED * keyed.k) return [id, null];
      return [id, (answers.reduce((sum, x) => sum + x, 0) / answers.length) * keyed.k];
    }),
  );
}
