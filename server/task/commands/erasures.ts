import type { Command } from 'commander';
import { replayErasures } from '../replay-erasures.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

export function addErasuresCommands(program: Command, door: DatabaseDoor): void {
  program
    .command('erasures')
    .description('Children who were erased')
    .command('replay')
    .description('After a backup was restored: erase again whoever it brought back, by the ledger kept beside the keys')
    .option('--ledger <file>', 'another ledger to go by as well, e.g. another node’s')
    .action(({ ledger }: { ledger?: string }) =>
      withStores(door, async (stores, secrets) => {
        const outcome = await replayErasures(stores, [secrets.ledgerFile, ...(ledger === undefined ? [] : [ledger])]);
        process.stdout.write(
          `${outcome.pupils} pupils looked at, ${outcome.erased} had come back and were erased again; ` +
            `${outcome.tombstones} tombstones put back\n`,
        );
      }),
    );
}
