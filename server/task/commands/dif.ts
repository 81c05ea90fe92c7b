import type { Command } from 'commander';
import { type DifReport, difReport, membership } from '../bench/dif-csv.ts';
import { scoredTable } from '../bench/scored-table.ts';
import { CommandProblem } from '../command-problem.ts';
import { notice } from './notice.ts';
import { addTableOptions, columnChoice, openTable, type TableOptions } from './table-options.ts';
import { textTable, writeJson } from './text-table.ts';

interface DifOptions extends TableOptions {
  readonly group: string;
  readonly focal: string;
  readonly reference?: string;
  readonly scale?: string;
}

const ABOUT = `
Do two groups with the same score on the whole answer an item alike? For items with two answers Mantel–Haenszel: chi2 (with
continuity correction) and p; alpha, the common odds ratio (above 1 the item favours the reference group); delta =
−2.35·ln alpha; and the ETS class: A where |delta| < 1 or p > .05, C where |delta| ≥ 1.5 and significantly above 1, else B.
Items with more answers: chi2 and p of Mantel's test, smd (standardised mean difference) with its class AA, BB or CC, and
ordinal logistic regression (uniform, non-uniform; class by the gain in Nagelkerke's R²: .035, .07).
The matching score is the sum of all items, the studied one included, as difR has it; «purified» repeats everything on a
score without the items found to function differently (at most ten rounds). p is also given after Benjamini–Hochberg.
A class is where experts begin to read the item; it is no verdict. 200 persons a group are asked for, under 100 nothing may be
decided.

  npx ustaz dif answers.csv --group language --focal kk --json`;

export function addDifCommand(program: Command): void {
  const command = program
    .command('dif')
    .description('Differential item functioning between two groups')
    .argument('<answers.csv>', 'the answers, with a column of groups; «-» reads standard input')
    .requiredOption('--group <column>', 'the column that names the group')
    .requiredOption('--focal <value>', 'the group asked about; all other rows with a value are the reference')
    .option('--reference <value>', 'only this value as the reference')
    .option('--scale <name>', 'of a key with several scales: which one');
  addTableOptions(command)
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: DifOptions) => {
      const { table, scales } = await scoredTable(openTable(file), columnChoice(options, [options.group]), notice);
      const chosen = options.scale === undefined ? scales : scales.filter(({ scale }) => scale === options.scale);
      if (chosen.length === 0)
        throw new CommandProblem(`--scale: one of ${scales.map(({ scale }) => scale).join(', ')}`);
      const groups = membership(table.text.get(options.group) ?? [], options.focal, options.reference);
      nameGroups(table.text.get(options.group) ?? [], options);
      const reports = chosen.map((scale) => ({ scale: scale.scale, ...difReport(scale, groups, notice) }));
      if (options.json === true) writeJson(jsonOf(reports));
      else process.stdout.write(reports.map(text).join('\n'));
      process.exitCode = table.outcome.exitCode;
    });
}

type ScaleDif = DifReport & { readonly scale: string };

/** One list of items; with several scales each line says which. */
const jsonOf = (reports: readonly ScaleDif[]) =>
  reports.flatMap(({ scale, items }) => (reports.length === 1 ? items : items.map((item) => ({ ...item, scale }))));

/** @throws CommandProblem when nobody is in the focal group */
function nameGroups(cells: readonly string[], { group, focal, reference }: DifOptions): void {
  const others = [...new Set(cells)].filter((cell) => cell !== '' && cell !== focal);
  if (!cells.includes(focal)) {
    throw new CommandProblem(
      `column ${group}: nobody has «${focal}»; found ${others.slice(0, 10).join(', ') || 'only blanks'}`,
    );
  }
  if (reference === undefined && others.length > 1) {
    notice(`the reference group is everybody else: ${others.slice(0, 10).join(', ')}`);
  }
}

function text({ scale, reference, focal, items, dtf, purification }: ScaleDif): string {
  const left = items.filter(({ purified }) => purified.flagged).map(({ item }) => item);
  const head = `${scale}: ${reference} in the reference group, ${focal} in the focal group\n`;
  const table = textTable(
    ['item', 'chi2', 'p', 'p BH', 'alpha', 'delta', 'ETS', 'smd', 'class', 'ΔR²', 'purified p', 'purified class'],
    items.map((one) => [
      one.item,
      one.chi2,
      one.p,
      one.pAdjusted,
      one.alpha,
      one.delta,
      one.ets,
      one.smd,
      one.class,
      one.logistic?.deltaR2 ?? null,
      one.purified.p,
      one.purified.ets ?? one.purified.class,
    ]),
  );
  const purified =
    left.length === 0
      ? ''
      : `left out of the purified score: ${left.join(', ')} (${purification?.rounds ?? 0} rounds)\n`;
  const whole = dtf === null ? '' : `the test as a whole: τ² ${dtf.tauSquared.toFixed(4)} (${dtf.size})\n`;
  return `${head}${table}${purified}${whole}`;
}
