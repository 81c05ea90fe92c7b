import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { validityStudy } from '../validity/validity-study.ts';
import { notice } from './notice.ts';

export function addValidityCommand(program: Command): void {
  program
    .command('validity')
    .description(
      'The simulation study of docs/VALIDITY.md: what the index finds, how stable it is, what careless answers cost',
    )
    .option('--out <file.md>', 'where the page goes (standard output unless told)')
    .option('--answers <answers.csv>', 'real answers to the IPIP-50, to plant careless ones in')
    .option('--people <n>', 'simulated people', '6000')
    .option('--splits <n>', 'splits of the real rows into halves', '5')
    .option('--seed <n>', 'seed of everything that is drawn', '2026')
    .action(async (options: { out?: string; answers?: string; people: string; splits: string; seed: string }) => {
      const there = options.answers !== undefined && existsSync(options.answers);
      if (options.answers !== undefined && !there) notice(`${options.answers} is not there: that part is left out`);
      const page = await validityStudy({
        people: Number(options.people),
        splits: Number(options.splits),
        seed: Number(options.seed),
        answers: there && options.answers !== undefined ? createReadStream(options.answers) : null,
        notice,
      });
      if (options.out === undefined) process.stdout.write(page);
      else writeFileSync(options.out, page);
    });
}
