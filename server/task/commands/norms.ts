import type { Command } from 'commander';
import {
  alphaOf,
  type ContinuousReport,
  continuousReport,
  LEVELS,
  type NormTable,
  normTables,
  numericRows,
  rawSums,
} from '../bench/norms-csv.ts';
import { scoredTable } from '../bench/scored-table.ts';
import { textColumns } from '../csv/text-columns.ts';
import { notice } from './notice.ts';
import { addTableOptions, columnChoice, openTable, type TableOptions } from './table-options.ts';
import { textTable, writeJson } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

interface NormsOptions extends TableOptions {
  readonly by?: string;
  readonly raw?: string;
  readonly age?: string;
  readonly terms?: number;
  readonly minGroup?: number;
}

const ABOUT = `
Each raw score of the sample with its mid-rank percentile (persons below plus half of those equal), Blom's alternative, z,
T = 50 + 10z, stanine, sten, and the 95 % interval of the percentile (low, high). Raw scores are keyed sums, prorated where
at least 80 % were answered. --by makes one table for each value of a column, for instance a language.
With --age continuous norming: one surface raw = Σβ·Lˢ·Aᵗ over a column of ages or grades, the smallest monotone one that
explains 99 % (--terms fixes the number of terms), read by inversion between T 25 and 75.

  npx ustaz norms answers.csv --instrument personality-ipip50 --by language --json
  npx ustaz norms scores.csv --raw total --age grade`;

export function addNormsCommand(program: Command): void {
  const command = program
    .command('norms')
    .description('Norm tables from a sample: percentiles, T, stanines, and how sure they are')
    .argument('<sample.csv>', 'answers, or raw scores with --raw; «-» reads standard input')
    .option('--by <column>', 'one table for each value of this column')
    .option('--raw <column>', 'the file holds raw scores, in this column')
    .option('--age <column>', 'continuous norming over this column')
    .option('--terms <n>', 'terms of the continuous norm', wholeNumber)
    .option('--min-group <n>', 'smallest group of a continuous norm', wholeNumber, 100);
  addTableOptions(command)
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: NormsOptions) => {
      const sample =
        options.raw === undefined ? await fromAnswers(file, options) : await fromScores(file, options, options.raw);
      if (options.json === true) writeJson(sample.report);
      else process.stdout.write(text(sample.report));
      process.exitCode = sample.exitCode;
    });
}

type Report = { readonly scales: readonly NormTable[] } | { readonly continuous: readonly ContinuousNamed[] };
type ContinuousNamed = ContinuousReport & { readonly scale: string; readonly group: string | null };

interface Sample {
  readonly report: Report;
  readonly exitCode: 0 | 2;
}

async function fromAnswers(file: string, options: NormsOptions): Promise<Sample> {
  const { by, age } = options;
  const keep = [by, age].filter((name) => name !== undefined);
  const { table, scales } = await scoredTable(openTable(file), columnChoice(options, keep), notice);
  const groups = by === undefined ? null : (table.text.get(by) ?? []);
  const { exitCode } = table.outcome;
  if (age === undefined) {
    const tables = scales.flatMap((scale) => {
      const alpha = alphaOf(scale);
      if (alpha !== null && alpha < 0)
        notice(
          `${scale.scale}: α is negative: are all items keyed the right way round? --key or --instrument turns them`,
        );
      return normTables(scale.scale, rawSums(scale), { groups, alphaOf: (rows) => alphaOf(scale, rows), notice });
    });
    return { report: { scales: tables }, exitCode };
  }
  const ages = (table.text.get(age) ?? []).map((cell) => (cell === '' ? Number.NaN : Number(cell.replace(',', '.'))));
  const continuous = scales.flatMap((scale) => {
    const raws = rawSums(scale);
    const persons = raws.map((raw, row) => ({ raw, age: ages[row] ?? Number.NaN, group: groups?.[row] ?? '' }));
    return surfaces(scale.scale, persons, options);
  });
  return { report: { continuous }, exitCode };
}

async function fromScores(file: string, options: NormsOptions, raw: string): Promise<Sample> {
  const numeric = [raw, ...(options.age === undefined ? [] : [options.age])];
  const columns = [...numeric, ...(options.by === undefined ? [] : [options.by])];
  const { good, bad } = numericRows(await textColumns(openTable(file), columns, notice), numeric, notice);
  const groups = options.by === undefined ? null : good.map(({ cells }) => cells[numeric.length] ?? '');
  const exitCode = bad > 0 ? 2 : 0;
  if (options.age === undefined) {
    const raws = good.map(({ numbers }) => numbers[0] ?? 0);
    return { report: { scales: normTables(raw, raws, { groups, alphaOf: null, notice }) }, exitCode };
  }
  const persons = good.map(({ numbers }, row) => ({
    raw: numbers[0] ?? 0,
    age: numbers[1] ?? 0,
    group: groups?.[row] ?? '',
  }));
  return { report: { continuous: surfaces(raw, persons, options) }, exitCode };
}

interface Aged {
  readonly raw: number | null;
  readonly age: number;
  readonly group: string;
}

function surfaces(scale: string, persons: readonly Aged[], { by, terms, minGroup }: NormsOptions): ContinuousNamed[] {
  const known = persons.flatMap(({ raw, age, group }) =>
    raw === null || !Number.isFinite(age) ? [] : [{ raw, age, group }],
  );
  const groups =
    by === undefined ? [null] : [...new Set(known.map(({ group }) => group))].filter((group) => group !== '').sort();
  const settings = { ...(terms === undefined ? {} : { terms }), ...(minGroup === undefined ? {} : { minGroup }) };
  return groups.map((group) => ({
    scale,
    group,
    ...continuousReport(group === null ? known : known.filter((one) => one.group === group), settings),
  }));
}

const titleOf = ({ scale, group }: { scale: string; group: string | null }): string =>
  group === null ? scale : `${scale}, ${group}`;

function text(report: Report): string {
  if ('continuous' in report) return report.continuous.map(surfaceText).join('\n');
  return report.scales
    .map((one) => {
      const head = `${titleOf(one)}: n ${one.n}, mean ${one.mean?.toFixed(4) ?? '–'}, SD ${one.sd?.toFixed(4) ?? '–'}, α ${one.alpha?.toFixed(4) ?? '–'}\n`;
      const rows = one.table.map((row) => [
        String(row.raw),
        row.count,
        row.percentile,
        row.low,
        row.high,
        row.z,
        row.t,
        row.stanine,
        row.sten,
      ]);
      return head + textTable(['raw', 'n', 'percentile', 'low', 'high', 'z', 'T', 'stanine', 'sten'], rows);
    })
    .join('\n');
}

function surfaceText(one: ContinuousNamed): string {
  const terms = one.terms.map(
    ({ coefficient, locationPower, agePower }) => `${coefficient.toPrecision(8)}·L^${locationPower}·A^${agePower}`,
  );
  const head = `${titleOf(one)}: n ${one.n}, R² ${one.adjustedR2.toFixed(4)} (without age ${one.adjustedR2WithoutAge?.toFixed(4) ?? '–'}), ${one.monotone ? 'monotone' : 'NOT monotone: do not use'}\nraw = ${terms.join(' + ')}\n`;
  const levels = textTable(
    ['age', ...LEVELS.map((t) => `T ${t}`)],
    one.levels.map(({ age, raw }) => [String(age), ...raw]),
    2,
  );
  return `${head}${levels}`;
}
