/** `npm run bench <name>`: runs test/bench/<name>/main.ts. Figures are ratios to a peer in the same run; nothing is asserted. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, 'main.ts')));
const [name, ...rest] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`Usage: npm run bench <${names.join('|')}>\n`);
  process.exit(1);
}
const tsx = join(here, '../../node_modules/tsx/dist/cli.mjs');
const { status } = spawnSync(process.execPath, [tsx, join(here, name, 'main.ts'), ...rest], { stdio: 'inherit' });
process.exit(status ?? 1);
