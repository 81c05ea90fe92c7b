import { type Command, Option } from 'commander';
import type { CalibrationModel } from '../../../scoring/irt/calibrate.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { type CalibrationReport, calibrationReport } from '../bench/calibrate-csv.ts';
import { scoredTable } from '../bench/scored-table.ts';
import { CommandProblem } from '../command-problem.ts';
import { notice } from './notice.ts';
import { addTableOptions, columnChoice, openTable, type TableOptions } from './table-options.ts';
import { type Cell, textTable, writeJson } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

interface CalibrateCommandOptions extends TableOptions {
  readonly model: CalibrationModel;
  readonly priors?: boolean;
  readonly minCount?: number;
  readonly se: boolean;
  readonly fit?: boolean;
  readonly iterations?: number;
  readonly scale?: string;
}

const ABOUT = `
Marginal maximum likelihood (EM with Newton steps, 61 nodes on [−6, 6]), D = 1, θ ~ N(0, 1). Missing answers are left out of
the likelihood. «rasch» has slope 1 and a free variance (also given as one common slope on θ ~ N(0, 1): «standardised»);
«2pl» is for two answers, «grm» (graded) and «gpcm» (generalised partial credit) for two or more.
Answers may begin at 0 or 1 or anywhere and have gaps. An answer given fewer than 10 times is joined with its neighbour
(--min-count 1 keeps every answer), an item that everybody answered alike is left out; both are said. Under 500 persons
mild priors keep the parameters in bounds, and that is said; --no-priors leaves them out, --priors asks for them.
«seconds» is the time of the estimation; standard errors (--no-se leaves them out) and fit come on top.

  npx ustaz calibrate answers.csv --model grm --json > params.json
  npx ustaz theta answers.csv --params params.json --method eap --json`;

export function addCalibrateCommand(program: Command): void {
  const command = program
    .command('calibrate')
    .description('Calibrate items by an IRT model: slopes, thresholds, standard errors, fit')
    .argument('<answers.csv>', 'the answers; «-» reads standard input')
    .addOption(
      new Option('--model <model>', 'the model').choices(['rasch', '2pl', 'grm', 'gpcm']).makeOptionMandatory(),
    )
    .option('--priors', 'mild priors whatever the number of persons')
    .option('--no-priors', 'no priors, also under 500 persons')
    .option('--min-count <n>', 'join answers given fewer times than this', wholeNumber)
    .option('--iterations <n>', 'stop after so many', wholeNumber)
    .option('--no-se', 'leave standard errors out')
    .option('--fit', 'also S-X² of every item and M2 (C2) of the whole')
    .option('--scale <name>', 'of a key with several scales: which one');
  addTableOptions(command)
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: CalibrateCommandOptions) => {
      const { table, scales } = await scoredTable(openTable(file), columnChoice(options), notice);
      const scale = options.scale === undefined ? scales[0] : scales.find((one) => one.scale === options.scale);
      if (scale === undefined || (options.scale === undefined && scales.length > 1)) {
        throw new CommandProblem(`--scale: one of ${scales.map((one) => one.scale).join(', ')}`);
      }
      const report = calibrationReport(
        scale.keys.map(({ item }) => item),
        keyedMatrix(scale.matrix, scale.keys),
        {
          model: options.model,
          standardErrors: options.se,
          fit: options.fit === true,
          ...(options.priors === undefined ? {} : { priors: options.priors }),
          ...(options.minCount === undefined ? {} : { minCategoryCount: options.minCount }),
          ...(options.iterations === undefined ? {} : { maxIterations: options.iterations }),
        },
      );
      for (const warning of report.warnings) notice(warning);
      if (options.json === true) writeJson(report);
      else process.stdout.write(text(report));
      process.exitCode = table.outcome.exitCode;
    });
}

function text(report: CalibrationReport): string {
  const steps = Math.max(...report.items.map(({ b }) => b.length));
  const header = ['item', 'a', 'SE', ...Array.from({ length: steps }, (_, at) => [`b${at + 1}`, 'SE']).flat()];
  const rows = report.items.map(({ item, a, b, se }): Cell[] => [
    item,
    a,
    se?.a ?? null,
    ...Array.from({ length: steps }, (_, at) => [b[at] ?? null, se?.b[at] ?? null]).flat(),
  ]);
  const { model, n, logLik, converged, iterations, seconds, variance, reliability, aic, bic, fit } = report;
  const lines = [
    `${model}, ${n} persons, log-likelihood ${logLik.toFixed(4)}, AIC ${aic.toFixed(2)}, BIC ${bic.toFixed(2)}`,
    `${converged ? 'converged' : 'NOT converged'} after ${iterations} iterations, ${seconds.toFixed(2)} s; variance of θ ${variance.toFixed(4)}; marginal reliability ${reliability.toFixed(4)}`,
    ...(fit === null
      ? []
      : [
          `${fit.statistic} ${fit.value.toFixed(3)}, df ${fit.df}, p ${fit.p.toFixed(4)}, RMSEA ${fit.rmsea.toFixed(4)} (${fit.low.toFixed(4)} to ${fit.high.toFixed(4)}), SRMSR ${fit.srmsr.toFixed(4)}`,
        ]),
  ];
  const fits = report.items.some((item) => item.fit !== null)
    ? `\n${textTable(
        ['item', 'S-X²', 'df', 'p', 'RMSEA'],
        report.items.map(({ item, fit: own }) => [
          item,
          own?.chiSquare ?? null,
          own?.df ?? null,
          own?.p ?? null,
          own?.rmsea ?? null,
        ]),
      )}`
    : '';
  return `${lines.join('\n')}\n\n${textTable(header, rows)}${fits}`;
}
