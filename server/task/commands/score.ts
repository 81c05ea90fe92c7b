import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import { scoreCsv } from '../score-csv.ts';
import { notice } from './notice.ts';

export function addScoreCommand(program: Command): void {
  program
    .command('score')
    .description(
      'Score a CSV of answers: columns are item ids, blank is missing; bad rows are named and left out (exit code 2)',
    )
    .argument('<instrument>', 'e.g. personality-ipip50')
    .argument('<answers.csv>', 'the answers; «-» reads standard input')
    .option('--out <scores.csv>', 'where the scores go (standard output unless told)')
    .action(async (instrument: string, file: string, options: { out?: string }) => {
      const input = file === '-' ? process.stdin : createReadStream(file);
      const output = options.out === undefined ? process.stdout : createWriteStream(options.out);
      const { exitCode } = await scoreCsv({ input, output, instrument, notice });
      if (output !== process.stdout) {
        output.end();
        await finished(output);
      }
      process.exitCode = exitCode;
    });
}
