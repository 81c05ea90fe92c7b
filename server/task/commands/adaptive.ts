import { type Command, InvalidArgumentError } from 'commander';
import type { Recovery } from '../../../scoring/adaptive/adaptive-study.ts';
import { isLargeEnough, LEAST_BANK } from '../../../scoring/adaptive/fixed-form.ts';
import { adaptiveDeclaration, wholeItems } from '../bench/adaptive-declaration.ts';
import { type SimulationReport, simulateAdaptive } from '../bench/adaptive-simulation.ts';
import { jsonFile } from '../bench/json-file.ts';
import { parseParameters } from '../bench/param-file.ts';
import { CommandProblem } from '../command-problem.ts';
import { notice } from './notice.ts';
import { textTable, writeJson } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

interface SimulateOptions {
  readonly params: string;
  readonly persons: number;
  readonly seed: number;
  readonly min: number;
  readonly max: number;
  readonly se: number;
  readonly cut?: number;
  readonly randomesque: number;
  readonly exposure?: number;
  readonly json?: boolean;
}

const ABOUT = `
Simulated persons, θ ~ N(0, 1), answer every item of the bank once; the adaptive test, the best fixed form of its mean length
and the whole bank are then compared on the same answers: RMSE against the true θ, its ratio to the whole bank's, and the
correlation with the whole bank's estimate. Items are chosen by maximum information, drawn from the best few at first, in
the content shares of the bank («content» of an item), with Sympson–Hetter exposure control where --exposure is given. It
stops when the standard error is small enough, the cut is outside the 90 % interval, or the length is reached. Under three
times as many items as are given, a fixed form is better, and that is said. The same seed gives the same study.

  npx ustaz calibrate answers.csv --model grm --json > bank.json
  npx ustaz adaptive simulate --params bank.json --max 12 --se 0.35 --json`;

export function addAdaptiveCommands(program: Command): void {
  const adaptive = program.command('adaptive').description('Adaptive testing from a calibrated bank');
  adaptive
    .command('simulate')
    .description('What an adaptive test of this bank would save and cost')
    .requiredOption('--params <bank.json>', 'the calibrated items')
    .option('--persons <n>', 'simulated persons', wholeNumber, 1000)
    .option('--seed <n>', 'seed of everything that is drawn', wholeNumber, 1)
    .option('--min <n>', 'fewest items', wholeNumber, 8)
    .option('--max <n>', 'most items', wholeNumber, 20)
    .option('--se <x>', 'stop at this standard error; 0 for never', decimal, 0.35)
    .option('--cut <theta>', 'stop once this θ is outside the 90 % interval', decimal)
    .option('--randomesque <n>', 'the first item is drawn from so many', wholeNumber, 5)
    .option('--exposure <share>', 'highest share of persons an item may be given to, e.g. 0.3', shareOfPersons)
    .option('--json', 'everything as JSON instead of a table')
    .addHelpText('after', ABOUT)
    .action((options: SimulateOptions, command: Command) => {
      mustFit(options, command);
      const report = simulateAdaptive(parseParameters(jsonFile(options.params), options.params), {
        persons: options.persons,
        seed: options.seed,
        minItems: options.min,
        maxItems: options.max,
        targetSe: options.se > 0 ? options.se : null,
        cut: options.cut ?? null,
        randomesque: options.randomesque,
        rMax: options.exposure ?? null,
      });
      for (const warning of report.warnings) notice(warning);
      if (options.json === true) writeJson(report);
      else process.stdout.write(text(report));
    });
  addDeclareCommand(adaptive);
}

interface DeclareOptions {
  readonly params: string;
  readonly scale: string;
  readonly source: string;
  readonly date: string;
  readonly seed: number;
  readonly min: number;
  readonly max: number;
  readonly se: number;
  readonly exposure?: number;
}

function addDeclareCommand(adaptive: Command): void {
  adaptive
    .command('declare')
    .description(
      'The «adaptive» part of an instrument.json: parameters, shares of content, chances of exposure control',
    )
    .requiredOption('--params <bank.json>', 'the calibrated items')
    .requiredOption('--scale <id>', 'the scale that is asked adaptively')
    .requiredOption('--source <text>', 'whose answers the parameters are from')
    .option('--date <day>', 'of the calibration, YYYY-MM-DD', new Date().toISOString().slice(0, 10))
    .option('--seed <n>', 'seed of the simulation', wholeNumber, 1)
    .option('--min <n>', 'fewest items', wholeNumber, 8)
    .option('--max <n>', 'most items', wholeNumber, 20)
    .option('--se <x>', 'stop at this standard error', decimal, 0.35)
    .option('--exposure <share>', 'highest share of persons an item may be given to, e.g. 0.3', shareOfPersons)
    .action((options: DeclareOptions, command: Command) => {
      mustFit(options, command);
      const { params, scale, source, date, seed, min, max, se, exposure } = options;
      const plan = {
        scale,
        source,
        date,
        seed,
        minItems: Math.min(min, max),
        maxItems: max,
        targetSe: se,
        rMax: exposure ?? null,
      };
      const { bank, joined } = wholeItems(parseParameters(jsonFile(params), params));
      if (joined.length > 0)
        notice(
          `left out, because rare answers were joined in their calibration and their thresholds do not cover every answer: ${joined.join(', ')}`,
        );
      const size = bank.items.length;
      if (!isLargeEnough(bank, max))
        notice(
          `the bank of ${size} is under ${LEAST_BANK} times the ${max} items given: it will be asked as its best fixed form, the same for everybody; --max ${Math.floor(size / LEAST_BANK)} would be adaptive`,
        );
      writeJson(adaptiveDeclaration(bank, plan));
    });
}

function decimal(given: string): number {
  const number = Number(given.replace(',', '.'));
  if (given.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('a number was expected');
  return number;
}

function shareOfPersons(given: string): number {
  const share = decimal(given);
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('a share above 0 and up to 1 was expected');
  return share;
}

/** The default of --min gives way to a short --max; what was typed does not. @throws CommandProblem */
function mustFit({ min, max }: { min: number; max: number }, command: Command): void {
  if (min > max && command.getOptionValueSource('min') === 'cli')
    throw new CommandProblem(`--min ${min} is above --max ${max}`);
}

function text(report: SimulationReport): string {
  const row = (name: string, { items, rmse, ratio, r, bias }: Recovery) => [name, items, rmse, ratio, r, bias];
  const table = textTable(
    ['way', 'items', 'RMSE', 'ratio', 'r', 'bias'],
    [row('whole bank', report.full), row('adaptive', report.adaptive), row('best fixed form', report.fixed)],
  );
  const fixed = report.advice === 'fixed form' ? `the form: ${report.fixedFormOfLength.join(', ')}\n` : '';
  return `${report.persons} simulated persons, seed ${report.seed}\n${table}most used item: given to ${(100 * report.highestExposure).toFixed(0)} %\ngive: ${report.advice} (${report.reason})\n${fixed}`;
}
