import type { Command } from 'commander';
import { type AngoffCut, angoffCut } from '../../../scoring/norming/angoff-cut.ts';
import { expertPanel, type PanelKey } from '../../../scoring/panel/expert-panel.ts';
import { CommandProblem } from '../command-problem.ts';
import { type ResponseTable, readResponses } from '../csv/response-table.ts';
import { notice } from './notice.ts';
import { ABOUT_TABLE, openTable } from './table-options.ts';
import { textTable, writeJson } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

interface PanelOptions {
  readonly points: number;
  readonly angoff?: string;
  readonly second?: string;
  readonly json?: boolean;
}

interface PanelReport extends PanelKey {
  readonly angoff: { readonly first: AngoffCut | null; readonly second: AngoffCut | null } | null;
}

const ABOUT = `
One row for each expert, one column for each option of a situation, cells are ratings (1 to --points). The key of an option is
the experts' mean; an option they disagree on by more than one step (SD > 1) is not scored. A key may be published by a
named person with at least ten experts and ICC(2,k) ≥ .80; «sensitivity» says what becomes of it when any one expert is left
out. --angoff is a second table: for each expert and item the score expected of a person just at the border (extended Angoff);
--second the same after the experts have seen each other's figures.

  npx ustaz panel ratings.csv --points 5 --angoff round1.csv --second round2.csv`;

export function addPanelCommand(program: Command): void {
  program
    .command('panel')
    .description('Key and cut scores of a situational judgement test from a panel of experts')
    .argument('<ratings.csv>', 'experts by options; «-» reads standard input')
    .option('--points <n>', 'answers of the rating format', wholeNumber, 5)
    .option('--angoff <round1.csv>', 'judgements of the border, first round')
    .option('--second <round2.csv>', 'judgements of the border, second round')
    .option('--json', 'everything as JSON instead of a table')
    .addHelpText('after', ABOUT_TABLE)
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: PanelOptions) => {
      const table = await readResponses(openTable(file), {}, notice);
      demandRatings(table, options.points);
      const report: PanelReport = {
        ...expertPanel(rowsOf(table), table.items, options.points),
        angoff:
          options.angoff === undefined
            ? null
            : {
                first: await cutOf(options.angoff),
                second: options.second === undefined ? null : await cutOf(options.second),
              },
      };
      if (options.json === true) writeJson(report);
      else process.stdout.write(text(report));
      process.exitCode = table.outcome.exitCode;
    });
}

/** Every rating is one of the points; the first that is not is named. */
function demandRatings({ matrix, items, rowNumbers }: ResponseTable, points: number): void {
  const at = matrix.values.findIndex((rating) => rating < 1 || rating > points);
  if (at < 0) return;
  const where = `row ${rowNumbers[Math.floor(at / matrix.k)] ?? 0}, column ${items[at % matrix.k] ?? ''}`;
  throw new CommandProblem(`${where}: a rating of ${matrix.values[at]} is outside 1 to ${points} (see --points)`);
}

const cutOf = async (file: string): Promise<AngoffCut | null> =>
  angoffCut(rowsOf(await readResponses(openTable(file), {}, notice)));

const rowsOf = ({ matrix: { n, k, values } }: ResponseTable): (number | null)[][] =>
  Array.from({ length: n }, (_, row) =>
    Array.from(values.subarray(row * k, (row + 1) * k), (x) => (Number.isNaN(x) ? null : x)),
  );

function text({ experts, options, icc, sensitivity, mayPublish, reasons, angoff }: PanelReport): string {
  const table = textTable(
    ['option', 'experts', 'key', 'SD', 'r_wg', ''],
    options.map(({ option, experts: n, key, sd, rwg, dropped }) => [
      option,
      n,
      key,
      sd,
      rwg,
      dropped ? 'not scored' : '',
    ]),
  );
  const lines = [
    `${experts} experts, ICC(2,k) ${icc?.toFixed(4) ?? '–'}`,
    ...(sensitivity === null
      ? []
      : [
          `without any one expert the key moves by at most ${sensitivity.largestShift.toFixed(3)}; least correlation ${sensitivity.leastCorrelation?.toFixed(4) ?? '–'}`,
        ]),
    mayPublish ? 'the rules allow a named person to publish this key' : `may not be published: ${reasons.join(', ')}`,
    ...cutLines('first round', angoff?.first ?? null),
    ...cutLines('second round', angoff?.second ?? null),
  ];
  return `${table}${lines.join('\n')}\n`;
}

const cutLines = (round: string, cut: AngoffCut | null): string[] =>
  cut === null
    ? []
    : [`cut, ${round}: ${cut.cut.toFixed(3)} ± ${cut.se.toFixed(3)} (SD ${cut.sd.toFixed(3)}, ${cut.judges} judges)`];
