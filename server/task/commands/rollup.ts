import type { Command } from 'commander';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

export function addRollupCommands(program: Command, door: DatabaseDoor): void {
  const rollup = program.command('rollup').description('The counters that reports read instead of pupils');
  rollup
    .command('verify')
    .description('Add everything up anew and compare, to the last digit; exit code 1 where anything differs')
    .action(() =>
      withStores(door, async (stores) => {
        await stores.rollups.catchUp(Number.MAX_SAFE_INTEGER);
        let faults = 0;
        const campaigns = await stores.catalogue.campaigns({});
        if (campaigns.length === 0) process.stdout.write('no campaign was opened yet: nothing to add up\n');
        for (const { _id } of campaigns) {
          const found = await stores.rollups.verify(_id);
          faults += found.faults.length;
          process.stdout.write(
            `${_id}: ${found.cells} cells, ${found.results} results` +
              `${found.kept > 0 ? ` and ${found.kept} of erased pupils` : ''}, ` +
              `${found.faults.length === 0 ? 'the same to the last digit' : `${found.faults.length} cells differ`}\n`,
          );
          for (const { cell, why } of found.faults.slice(0, 20)) process.stdout.write(`  ${cell}: ${why}\n`);
        }
        process.exitCode = faults === 0 ? 0 : 1;
      }),
    );
  rollup
    .command('rebuild')
    .description('Add every school up anew from its results')
    .action(() =>
      withStores(door, async (stores) => {
        const campaigns = (await stores.catalogue.campaigns({})).map(({ _id }) => _id);
        await stores.rollups.rebuild(campaigns);
        process.stdout.write(`${campaigns.length} campaigns added up anew\n`);
      }),
    );
}
