import { isInsufficient } from '../../../scoring/math/insufficient.ts';
import { mean, standardDeviation } from '../../../scoring/math/moments.ts';
import { rowOf, selectRows } from '../../../scoring/math/response-matrix.ts';
import { type ContinuousNorms, continuousNorms } from '../../../scoring/norming/continuous-norms.ts';
import { continuousT } from '../../../scoring/norming/continuous-t.ts';
import { midRankTable, type NormRow } from '../../../scoring/norming/mid-rank-table.ts';
import { modelledRaw } from '../../../scoring/norming/norm-surface.ts';
import { percentileInterval } from '../../../scoring/norming/percentile-interval.ts';
import { cronbachAlpha } from '../../../scoring/reliability/cronbach-alpha.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { CommandProblem } from '../command-problem.ts';
import type { Notice } from '../csv/answer-table.ts';
import { numberIn, type TextRow } from '../csv/text-columns.ts';
import type { ScaleAnswers } from './keyed-scales.ts';

export interface NormTable {
  readonly scale: string;
  /** The group it is for; null for everybody together. */
  readonly group: string | null;
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly alpha: number | null;
  readonly table: readonly (NormRow & { readonly low: number; readonly high: number })[];
}

/** Fewest persons for whom percentiles are worth printing. */
const ENOUGH = 400;

const LEAST_ANSWERED = 0.8;

/** Raw sums of a scale, prorated where at least four fifths were answered; null where not. */
export function rawSums({ matrix, keys }: ScaleAnswers): (number | null)[] {
  const keyed = keyedMatrix(matrix, keys);
  return Array.from({ length: keyed.n }, (_, row) => {
    const answers = [...rowOf(keyed, row)].filter((x) => !Number.isNaN(x));
    if (answers.length === 0 || answers.length < LEAST_ANSWERED * keyed.k) return null;
    const sum = answers.reduce((total, x) => total + x, 0);
    return answers.length === keyed.k ? sum : (sum / answers.length) * keyed.k;
  });
}

interface Grouping {
  /** One cell a row; null for everybody together. */
  readonly groups: readonly string[] | null;
  /** α of the given rows; null where the file holds no answers. */
  readonly alphaOf: ((rows: readonly number[]) => number | null) | null;
  readonly notice: Notice;
}

/** A mid-rank table of each group, in the order of their names. */
export function normTables(
  scale: string,
  raws: readonly (number | null)[],
  { groups, alphaOf: alphaOfRows, notice }: Grouping,
): NormTable[] {
  const names = groups === null ? [null] : [...new Set(groups)].filter((name) => name !== '').sort();
  return names.map((group) => {
    const rows = [...raws.keys()].filter((row) => group === null || groups?.[row] === group);
    const own = rows.flatMap((row) => raws[row] ?? []);
    if (own.length < ENOUGH)
      notice(
        `${[scale, ...(group === null ? [] : [group])].join(', ')}: n = ${own.length}; under ${ENOUGH} percentiles move a lot, see low and high`,
      );
    const table = midRankTable(own).map((row) => ({ ...row, ...percentileInterval(row.percentile, own.length) }));
    return {
      scale,
      group,
      n: own.length,
      mean: own.length === 0 ? null : mean(own),
      sd: own.length < 2 ? null : standardDeviation(own),
      alpha: alphaOfRows?.(rows) ?? null,
      table,
    };
  });
}

/** α of a scale among the given rows (all unless told). */
export const alphaOf = ({ matrix, keys }: ScaleAnswers, rows?: readonly number[]): number | null => {
  if (matrix.k < 2) return null;
  const keyed = keyedMatrix(matrix, keys);
  return cronbachAlpha(rows === undefined ? keyed : selectRows(keyed, rows));
};

export interface ContinuousReport extends ContinuousNorms {
  /** T of raw scores (rows) at ages (columns) of the sample. */
  readonly ageColumns: readonly number[];
  readonly table: readonly { readonly raw: number; readonly t: readonly number[] }[];
  /** Modelled raw score at T 30, 40, 50, 60, 70 for each age. */
  readonly levels: readonly { readonly age: number; readonly raw: readonly number[] }[];
}

const MOST_ROWS = 60;
export const LEVELS = [30, 40, 50, 60, 70];

/** Continuous norms over age. @throws CommandProblem when the sample does not carry them */
export function continuousReport(
  persons: readonly { readonly raw: number; readonly age: number }[],
  settings: { readonly terms?: number; readonly minGroup?: number },
): ContinuousReport {
  const norms = continuousNorms(persons, settings);
  if (isInsufficient(norms)) {
    throw new CommandProblem(
      `no continuous norm: ${norms.reason}: ${norms.answered}, at least ${norms.required} are needed (--min-group)`,
    );
  }
  const ages = [...new Set(persons.map(({ age }) => age))].sort((a, b) => a - b).slice(0, 24);
  const seen = [...new Set(persons.map(({ raw }) => raw))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(seen.length / MOST_ROWS));
  return {
    ...norms,
    ageColumns: ages,
    table: seen
      .filter((_, at) => at % every === 0)
      .map((raw) => ({ raw, t: ages.map((age) => continuousT(norms, raw, age)) })),
    levels: ages.map((age) => ({ age, raw: LEVELS.map((t) => modelledRaw(norms.terms, t, age)) })),
  };
}

/** Numbers of some text columns; rows with a cell that is no number are named and left out, blank ones passed over. */
export function numericRows(rows: readonly TextRow[], names: readonly string[], notice: Notice) {
  let bad = 0;
  const good = rows.flatMap(({ line, cells }) => {
    const numbers = names.map((_, at) => numberIn(cells[at] ?? ''));
    const wrong = numbers.findIndex((x) => Number.isNaN(x));
    if (wrong >= 0) {
      bad++;
      notice(`line ${line}, column ${names[wrong] ?? ''}: found «${cells[wrong] ?? ''}», expected a number or blank`);
      return [];
    }
    const known = numbers.filter((x) => x !== null);
    return known.length === names.length ? [{ numbers: known, cells }] : [];
  });
  notice(`${good.length} rows taken${bad > 0 ? `, ${bad} left out` : ''}`);
  return { good, bad };
}
