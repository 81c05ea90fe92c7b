import type { Command } from 'commander';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

export function addKeysCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('keys')
    .description('The keys that seal identities')
    .command('rewrap')
    .description(
      'After a new first master key was added to the secrets file: put every pupil’s and every campaign’s key under it',
    )
    .action(() =>
      withStores(door, async (stores, secrets) => {
        const current = secrets.masterKeys[0];
        const id = current?.id ?? '';
        const holders = [stores.identities, stores.secondFactors, stores.campaignKeys];
        let changed = 0;
        for (const holder of holders) changed += await holder.rewrapAll(id);
        process.stdout.write(
          `${changed} keys rewrapped; the old master key may be removed once backups under it have expired\n`,
        );
      }),
    );
}
