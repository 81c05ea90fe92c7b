/** `npm run dev`: the database, the server restarted at each change, the web with hot reload at :5173. */
import { spawn } from 'node:child_process';
import { existsSync, watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { openDatabase } from './database.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { listenAddress, requireFree } from './listen-address.mjs';
import { root } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { run } from './run.mjs';
import { runService } from './service.mjs';

const progress = createProgress(process.stdout);
const endMs = 5_000;
const settleMs = 300;

async function begin(later) {
  const address = listenAddress();
  await requireFree(address);
  await ensureDependencies(progress);
  await progress.step('Compiling messages', compileMessages);
  later(watchMessages());
  const database = await openDatabase(progress);
  later(database.close);
  database.watch();
  later(
    watch(
      ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/bootstrap/serve-dev.mjs'],
      serverEnv(database, address),
    ),
  );
  if (existsSync(join(root, 'web/vite.config.ts'))) {
    const api = `http://${address.host}:${address.port}`;
    later(watch(['node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts'], { USTAZ_API: api }));
  }
}

/** Says what is wrong with the messages, if anything; the web goes on with the last good ones. */
async function compileMessages() {
  const { code, output } = await run(process.execPath, ['web/i18n/compile.mjs'], { cwd: root });
  if (code !== 0) progress.say(output.trimEnd());
}

/** Compiles the messages again when one is saved; editors write a file in several steps. @returns what ends it */
function watchMessages() {
  let timer;
  const watcher = watchFolder(join(root, 'web/i18n/messages'), () => {
    clearTimeout(timer);
    timer = setTimeout(compileMessages, settleMs);
  });
  return () => watcher.close();
}

const serverEnv = ({ mongoUri, secretsFile, dataDir, embedded }, address) => ({
  USTAZ_START_OPTIONS: JSON.stringify({ mongoUri, secretsFile, dataDir, embedded, ...address }),
});

/** Runs a tool until asked to stop. @returns what ends it */
function watch(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
    await ended;
    clearTimeout(timer);
  };
}

await runCommand(() => runService(begin, progress));
