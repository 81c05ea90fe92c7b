import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { parseNorms } from '../../../instruments/parse.ts';
import { type Language, languages } from '../../domain/language.ts';
import { CommandProblem } from '../command-problem.ts';
import { scoreCsv } from '../score/score-csv.ts';
import type { NormChoice } from '../score/scoring-of.ts';
import { notice } from './notice.ts';

type Options = { out?: string; norm?: string; simulated?: Language };

export function addScoreCommand(program: Command): void {
  program
    .command('score')
    .description(
      'Score a CSV of answers: columns are item ids, blank or NA is missing; bad rows are named and left out (exit code 2)',
    )
    .argument('<instrument>', 'e.g. personality-ipip50')
    .argument('<answers.csv>', 'the answers; «-» reads standard input')
    .option('--out <scores.csv>', 'where the scores go (standard output unless told)')
    .option('--norm <norms.json>', 'apply the first norm of this file (in the form of instruments/*/norms.json)')
    .addOption(
      new Option(
        '--simulated <language>',
        'apply the demo country’s norm and quality reference, made of simulated people; for trying out',
      ).choices([...languages]),
    )
    .addHelpText('after', ABOUT)
    .action(async (instrument: string, file: string, options: Options) => {
      const input = file === '-' ? process.stdin : createReadStream(file);
      const output = options.out === undefined ? process.stdout : createWriteStream(options.out);
      const { exitCode } = await scoreCsv({ input, output, instrument, notice, ...normOf(options) });
      if (output !== process.stdout) {
        output.end();
        await finished(output);
      }
      process.exitCode = exitCode;
    });
}

const ABOUT = `
A cell: one of the item’s answers (also 4.0), or blank or NA where it is missing; anything else is named by line and column,
and its row left out. An id that stands there twice is named too, and every row is scored.

Columns of the scores: id; for each scale .raw .mean .t .stanine .sem; quality.state .score .flags; for a battery with an index
propensity.state .basis .pathways .t .trueT .low .high .atLeast; for a form with the six interests fields.distinct .first
.teaching. Blank: not known (too few answers, no norm; the five themes of the situations are for groups and have no .t and
.stanine). Several values in a cell are parted by «|».

  npx ustaz score kasip-9 answers.csv --out scores.csv
  npx ustaz score kasip-9 answers.csv --simulated kk`;

function normOf({ norm, simulated }: Options): { norm?: NormChoice } {
  if (simulated !== undefined) return { norm: { kind: 'simulated', language: simulated } };
  if (norm === undefined) return {};
  const [first] = parseNorms(readFileSync(norm, 'utf8'), norm).sets;
  if (first === undefined) throw new CommandProblem(`${norm} holds no norm`);
  return { norm: { kind: 'file', norm: first } };
}
