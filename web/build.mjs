/** Builds both entries of the web into dist/web: messages first, which fail the build where one is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const config = 'web/vite.config.ts';

function step(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

step(['web/i18n/compile.mjs']);
if (existsSync(join(root, config)))
  step(['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn']);
else console.error(`${config} is missing: no web was built`);
