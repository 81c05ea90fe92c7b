import type { Command } from 'commander';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

export function addAuditCommands(program: Command, door: DatabaseDoor): void {
  program
    .command('audit')
    .description('The tamper-evident log')
    .command('verify')
    .description('Walk the whole chain; exit code 1 where a line was changed, removed or put in')
    .action(() =>
      withStores(door, async (stores) => {
        const broken = await stores.audit.verify();
        const lines = await stores.audit.count();
        process.stdout.write(
          broken === null ? `${lines} lines, the chain holds\n` : `line ${broken.seq}: ${broken.why}\n`,
        );
        process.exitCode = broken === null ? 0 : 1;
      }),
    );
}
