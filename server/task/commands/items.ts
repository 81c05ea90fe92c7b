import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { type ItemsReport, itemsCsv } from '../items-csv.ts';
import { notice } from './notice.ts';

export function addItemsCommand(program: Command): void {
  program
    .command('items')
    .description('Classical item analysis of a CSV of answers')
    .argument('<instrument>', 'e.g. personality-ipip50')
    .argument('<answers.csv>', 'the answers; «-» reads standard input')
    .option('--json', 'the whole analysis as JSON')
    .action(async (instrument: string, file: string, options: { json?: boolean }) => {
      const input = file === '-' ? process.stdin : createReadStream(file);
      const report = await itemsCsv({ input, instrument, notice });
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
      process.exitCode = report.exitCode;
    });
}

function table({ scales }: ItemsReport): string {
  const number = (value: number | null): string => (value === null ? '–' : value.toFixed(4)).padStart(9);
  const lines = scales.map(
    ({ scale, n, mean, sd, alpha }) =>
      `${scale.padEnd(28)}${String(n).padStart(7)}${number(mean)}${number(sd)}${number(alpha)}`,
  );
  return `${'scale'.padEnd(28)}${'n'.padStart(7)}${'mean'.padStart(9)}${'sd'.padStart(9)}${'alpha'.padStart(9)}\n${lines.join('\n')}\n`;
}
