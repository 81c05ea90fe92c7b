import { Command } from 'commander';
import { inWords } from './command-problem.ts';
import { addAdaptiveCommands } from './commands/adaptive.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addCalibrateCommand } from './commands/calibrate.ts';
import { addDifCommand } from './commands/dif.ts';
import { addErasuresCommands } from './commands/erasures.ts';
import { addItemsCommand } from './commands/items.ts';
import { addKeysCommand } from './commands/keys.ts';
import { addNormCommands } from './commands/norm.ts';
import { addNormsCommand } from './commands/norms.ts';
import { addOperatorCommand } from './commands/operator.ts';
import { addPanelCommand } from './commands/panel.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addRescoreCommand } from './commands/rescore.ts';
import { addRetentionCommand } from './commands/retention.ts';
import { addRollupCommands } from './commands/rollup.ts';
import { addScoreCommand } from './commands/score.ts';
import { addSeedCommand } from './commands/seed.ts';
import { addTextsCommand } from './commands/texts.ts';
import { addThetaCommand } from './commands/theta.ts';
import { addTlsCommand } from './commands/tls.ts';
import { addValidityCommand } from './commands/validity.ts';
import type { DatabaseDoor } from './with-stores.ts';

/**
 * The command line. The result goes to stdout and nothing else does; what is told meanwhile goes to stderr.
 * Exit codes: 0 done, 1 could not, 2 done but some rows were left out.
 */
export async function main(argv: readonly string[], door: DatabaseDoor): Promise<void> {
  leaveWhenNobodyReads();
  const program = new Command('ustaz')
    .description('Ustaz: career-guidance assessment that finds future teachers')
    .helpOption('-h, --help', 'what a command does')
    .helpCommand(false)
    .showHelpAfterError('(«--help» shows how)');
  addScoreCommand(program);
  addItemsCommand(program);
  addCalibrateCommand(program);
  addThetaCommand(program);
  addDifCommand(program);
  addNormsCommand(program);
  addAdaptiveCommands(program);
  addPanelCommand(program);
  addTextsCommand(program);
  addValidityCommand(program);
  addReplayCommand(program, door);
  addNormCommands(program, door);
  addRescoreCommand(program, door);
  addOperatorCommand(program, door);
  addSeedCommand(program, door);
  addAuditCommands(program, door);
  addKeysCommand(program, door);
  addTlsCommand(program);
  addRollupCommands(program, door);
  addRetentionCommand(program, door);
  addErasuresCommands(program, door);
  await program.parseAsync([...argv]).catch((cause: unknown) => {
    throw inWords(cause);
  });
}

/** `ustaz score … | head`: the reader has what it wanted and closes the pipe. That is no fault; there is nothing left to do. */
function leaveWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
