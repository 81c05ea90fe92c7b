import type { Command } from 'commander';
import { defaultDays, type RetentionPurpose, retentionPurposes } from '../../domain/retention.ts';
import { runRetention } from '../../retention.ts';
import { CommandProblem } from '../command-problem.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

type Options = { run?: true; set?: string[] };

export function addRetentionCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('retention')
    .description('How long what is kept and what goes next; the service runs it by itself once a day')
    .option('--run', 'do a round now: announce, erase what is due, sweep')
    .option('--set <purpose=days...>', `change a period: ${retentionPurposes.join(', ')}`)
    .action(({ run, set = [] }: Options) =>
      withStores(door, async (stores) => {
        for (const change of set) {
          const [purpose = '', days = ''] = change.split('=');
          if (!isPurpose(purpose) || !/^[1-9]\d{0,4}$/.test(days))
            throw new CommandProblem(
              `«${change}»: a purpose of ${retentionPurposes.join(', ')} and a number of days are needed`,
            );
          await stores.retention.setDays(purpose, Number(days));
        }
        if (run) process.stdout.write(`${JSON.stringify(await runRetention(stores, stores.now()))}\n`);
        const days = await stores.retention.days();
        for (const purpose of retentionPurposes)
          process.stdout.write(`${purpose.padEnd(12)}${days[purpose]} days (by default ${defaultDays[purpose]})\n`);
        const leaving = await stores.retention.leaving(null, 1000);
        for (const { day, school, class: schoolClass, pupils } of leaving)
          process.stdout.write(`${day}  ${school} ${schoolClass}  ${pupils} pupils\n`);
        if (leaving.length === 0) process.stdout.write('nobody’s data goes within the notice\n');
      }),
    );
}

const isPurpose = (text: string): text is RetentionPurpose => Object.hasOwn(defaultDays, text);
