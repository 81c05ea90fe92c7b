#!/usr/bin/env node
/**
 * The door of the command line. Plain JavaScript, so that it can bring what is missing before anything is installed or
 * built. stdout belongs to the command's result; all else goes to stderr.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { runCommand } from './bootstrap/command.mjs';
import { openDatabase } from './bootstrap/database.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/paths.mjs';
import { createProgress } from './bootstrap/progress.mjs';

await runCommand(async () => {
  const progress = createProgress(process.stderr);
  await ensureDependencies(progress);
  await ensureBuilt(['server'], progress);
  const { main } = await import(pathToFileURL(join(root, 'dist/server/task/cli.js')).href);
  await main(process.argv, { openDatabase: () => openDatabase(progress) });
});
