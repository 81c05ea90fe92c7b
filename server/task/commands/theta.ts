import { type Command, Option } from 'commander';
import type { ThetaMethod } from '../../../scoring/irt/estimate-thetas.ts';
import { jsonFile } from '../bench/json-file.ts';
import { parseParameters } from '../bench/param-file.ts';
import { thetaRows } from '../bench/theta-csv.ts';
import { readResponses } from '../csv/response-table.ts';
import { notice } from './notice.ts';
import { ABOUT_TABLE, openTable } from './table-options.ts';
import { textTable, writeJson } from './text-table.ts';

const ABOUT = `
One line for every row of the file, row 1 being the first under the header; θ is null where it is undefined: nothing was
answered, or (mle) all answers are the lowest or all the highest. «eap» is the mean of what is believed after the answers
(61 nodes on [−6, 6]), «map» the most believable, «mle» the most likely, «wle» Warm's weighted likelihood; standard errors of
mle and wle are 1/√information.
The parameters are what «calibrate --json» prints, or a list of { "item", "a", "b": [ … ] }. Where they do not say which
answers make up the categories, answers count from 0, or from 1 if no item has a 0.`;

export function addThetaCommand(program: Command): void {
  program
    .command('theta')
    .description('Estimate each person’s θ from answers and calibrated items')
    .argument('<answers.csv>', 'the answers; «-» reads standard input')
    .requiredOption('--params <params.json>', 'the calibrated items')
    .addOption(new Option('--method <method>', 'how').choices(['eap', 'map', 'mle', 'wle']).default('eap'))
    .option('--json', 'as JSON: [{ row, theta, se }]')
    .addHelpText('after', ABOUT_TABLE)
    .addHelpText('after', ABOUT)
    .action(async (file: string, options: { params: string; method: ThetaMethod; json?: boolean }) => {
      const parameters = parseParameters(jsonFile(options.params), options.params);
      const table = await readResponses(
        openTable(file),
        { items: parameters.items.map(({ item }) => item), absentItems: true },
        notice,
      );
      const rows = thetaRows(table, parameters, { method: options.method, notice });
      if (options.json === true) writeJson(rows);
      else
        process.stdout.write(
          textTable(
            ['row', 'theta', 'se'],
            rows.map(({ row, theta, se }) => [String(row), theta, se]),
            6,
          ),
        );
      process.exitCode = table.outcome.exitCode;
    });
}
