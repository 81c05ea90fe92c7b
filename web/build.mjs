/** Builds both entries of the web into dist/web: messages first, which fail the build where one is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const config = 'web/vite.config.ts';

function step(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

step(['web/i18n/compile.mjs']);
const build = ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'];
if (existsSync(join(root, config))) for (const entry of ['student', 'staff']) step(build, { USTAZ_ENTRY: entry });
else console.error(`${config} is missing: no web was built`);
