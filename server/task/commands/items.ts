import type { Command } from 'commander';
import { CommandProblem } from '../command-problem.ts';
import { type ItemsReport, itemsCsv, type ScaleReport } from '../items-csv.ts';
import { notice } from './notice.ts';
import { addTableOptions, columnChoice, openTable, type TableOptions } from './table-options.ts';
import { shown, textTable, writeJson } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

interface ItemsOptions extends TableOptions {
  readonly retest?: string;
  readonly wave?: string;
  readonly factors?: number;
  readonly seed: number;
}

const ABOUT = `
What it tells of each item: how many answered and the share who did not (missing); mean and spread after keying; difficulty
(0 hardest … 1 easiest); floor and ceiling (shares at the lowest and highest answer); item-rest (does it go with the rest of
its scale?); α if it were dropped; who chooses which answer (options, by fifths of the rest score); times, where a column
<item>.ms holds milliseconds.
And of each scale: α with its 95 % Feldt interval, λ2, ω (one factor), ω_h (general factor), split half, the standard error
of measurement, parallel analysis, Velicer's MAP, and pairs of items that hang together beyond the trait (Q3); with two
waves r, ICC(2,1) and the standard error of retesting. Coefficients rest on complete rows («complete» says how many).

  npx ustaz items personality-ipip50 answers.csv --json
  npx ustaz items --key key.json answers.csv
  npx ustaz items answers.csv --items "N*"          all columns as one scale, as they stand`;

export function addItemsCommand(program: Command): void {
  const command = program
    .command('items')
    .description('Item analysis of a CSV of answers: every item, reliability, dimensions')
    .usage('[options] [instrument] <answers.csv>')
    .argument(
      '<files...>',
      'an instrument, e.g. personality-ipip50 (left out with --key), and the answers; «-» reads them',
    )
    .option('--retest <second.csv>', 'the same persons (by id) some weeks later')
    .option('--wave <column>', 'or: a column that names the two waves')
    .option('--factors <n>', 'group factors of ω_h', wholeNumber)
    .option('--seed <n>', 'seed of the parallel analysis', wholeNumber, 1);
  addTableOptions(command)
    .addHelpText('after', ABOUT)
    .action(async (given: readonly string[], options: ItemsOptions) => {
      const { file, instrument } = whatIsGiven(given, options);
      const { key, ...choice } = columnChoice({ ...options, instrument: undefined });
      const report = await itemsCsv({
        input: openTable(file),
        notice,
        seed: options.seed,
        columns: choice,
        ...(key === undefined ? {} : { key }),
        ...(instrument === undefined ? {} : { instrument }),
        ...(options.retest === undefined ? {} : { retest: openTable(options.retest) }),
        ...(options.wave === undefined ? {} : { wave: options.wave }),
        ...(options.factors === undefined ? {} : { factors: options.factors }),
      });
      if (options.json === true) writeJson(report);
      else process.stdout.write(text(report));
      process.exitCode = report.exitCode;
    });
}

/** One name is the table; of two the first is an instrument. @throws CommandProblem for more, or an instrument beside a key */
function whatIsGiven(given: readonly string[], options: ItemsOptions) {
  const [first = '', second] = given;
  if (given.length > 2) throw new CommandProblem('expected an instrument and one file of answers');
  const instrument = second === undefined ? options.instrument : first;
  if (instrument !== undefined && options.key !== undefined)
    throw new CommandProblem('give an instrument or --key, not both');
  return { file: second ?? first, instrument };
}

function text({ scales, overall }: ItemsReport): string {
  const summary = textTable(
    [
      'scale',
      'n',
      'mean',
      'sd',
      'alpha',
      'low',
      'high',
      'lambda2',
      'omega',
      'omega_h',
      'split half',
      'SEM',
      'complete',
    ],
    scales.map(summaryRow),
  );
  const whole =
    overall === null
      ? ''
      : `\nall ${overall.items} items: α ${shown(overall.alpha)}, ω_h ${shown(overall.general?.omegaHierarchical)}, components ${shown(overall.dimension.parallel?.components)} (parallel), ${shown(overall.dimension.map?.components)} (MAP)\n`;
  return `${summary}${whole}${scales.map(scaleText).join('')}`;
}

function summaryRow({ scale, n, mean, sd, statistics, general }: ScaleReport) {
  const { alpha, alphaInterval, lambda2, omega, splitHalf, sem } = statistics;
  const [low, high] = [alphaInterval?.low ?? null, alphaInterval?.high ?? null];
  const half = splitHalf?.spearmanBrown ?? null;
  return [
    scale,
    n,
    mean,
    sd,
    alpha,
    low,
    high,
    lambda2,
    omega,
    general?.omegaHierarchical ?? null,
    half,
    sem,
    statistics.n,
  ];
}

function scaleText({ scale, items, dimension, q3, retest }: ScaleReport): string {
  const table = textTable(
    ['item', 'n', 'missing', 'mean', 'sd', 'difficulty', 'floor', 'ceiling', 'item-rest', 'α dropped', 'median ms'],
    items.map((one) => [
      one.item,
      one.n,
      one.missing,
      one.mean,
      one.sd,
      one.difficulty,
      one.floor,
      one.ceiling,
      one.itemRest,
      one.alphaIfDropped,
      one.times?.median ?? null,
    ]),
  );
  const parts = [
    `components: ${shown(dimension.parallel?.components)} (parallel analysis), ${shown(dimension.map?.components)} (MAP)`,
    ...(q3?.flagged ?? []).map(
      ({ items: [a, b], q3: value }) => `${a} and ${b} hang together beyond the trait: Q3 ${shown(value)}`,
    ),
    ...(retest === null
      ? []
      : [
          `retest: ${retest.n} persons, r ${shown(retest.correlation)}, ICC(2,1) ${shown(retest.agreement)}, SEM ${shown(retest.sem)}`,
        ]),
  ];
  return `\n${scale}\n${table}${parts.join('\n')}\n`;
}
