import type { Command } from 'commander';
import { demoSignIn } from '../demo-sign-in.ts';
import { seedDemo } from '../seed-demo.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';
import { notice } from './notice.ts';

export function addSeedCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('seed')
    .description('Put the demo country into the database; an earlier demo is replaced, real data is not touched')
    .action(() =>
      withStores(door, async (stores, secrets) => {
        await seedDemo(stores, secrets, notice);
        const signIn = await demoSignIn(stores, secrets);
        for (const { persona, email, password, code, where } of signIn) {
          process.stdout.write(`${[persona, where, code ?? `${email} ${password}`].join('\t')}\n`);
        }
      }),
    );
}
