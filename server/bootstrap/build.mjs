import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { filesBelow, hashOf } from './files.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { lastLines, run } from './run.mjs';

const isSource = (file) => /\.(ts|tsx|json|mjs|css|html|svg|woff2|webmanifest|png)$/.test(file);
const isTypeScript = (file) => file.endsWith('.ts');
const serverFolders = ['server', 'scoring', 'instruments'];
const settings = ['tsconfig.json', 'package-lock.json'];

const parts = {
  server: {
    label: 'Building the server',
    product: 'dist/server/index.js',
    sources: () => [
      ...serverFolders.flatMap((folder) => filesBelow(folder, isTypeScript)),
      ...['server/tsconfig.build.json', ...settings],
    ],
    command: ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.build.json', '--pretty', 'false'],
    after: removeOrphans,
  },
  web: {
    label: 'Building the web',
    product: 'dist/web',
    sources: () => [
      ...filesBelow('web', (file) => isSource(file) && !file.startsWith('web/i18n/generated/')),
      ...['scoring', 'instruments', 'server/contract'].flatMap((folder) => filesBelow(folder, isSource)),
      ...settings,
    ],
    command: ['web/build.mjs'],
    after: () => {},
  },
};

/**
 * Builds what is older than its sources: `server` → dist/server (with scoring and instruments), `web` → dist/web.
 * @param {('server' | 'web')[]} names
 * @throws {Advice} with the compiler's words, when a part does not build
 */
export async function ensureBuilt(names, progress) {
  const stale = () => names.filter((name) => !isFresh(name));
  if (stale().length === 0) return;
  const lock = join(root, 'dist/.build.lock');
  await withLock(
    lock,
    async () => {
      // Both to their end, also where one fails: no compiler may go on writing after the lock is given back.
      const built = await Promise.allSettled(stale().map((name) => build(name, progress)));
      for (const { reason } of built) if (reason !== undefined) throw reason;
    },
    () => progress.say('  Another process is building; waiting for it'),
  );
}

const stampOf = (name) => join(root, `dist/.${name}-stamp`);

/** True where the part was built from the very sources that stand in the tree. */
export function isFresh(name) {
  const { product, sources } = parts[name];
  if (!existsSync(join(root, product)) || !existsSync(stampOf(name))) return false;
  return readFileSync(stampOf(name), 'utf8') === hashOf(sources());
}

async function build(name, progress) {
  const { label, sources, after } = parts[name];
  const stamp = hashOf(sources());
  rmSync(stampOf(name), { force: true });
  await progress.step(label, () => compile(parts[name]));
  after();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(name), stamp);
}

async function compile({ label, command }) {
  const { code, output } = await run(process.execPath, command, { cwd: root });
  if (code !== 0) throw doesNotBuild(label, command, output);
}

/** What a removed source left behind in dist must not be loaded any more. */
function removeOrphans() {
  const built = serverFolders.flatMap((folder) => filesBelow(join('dist', folder)));
  for (const file of built) {
    const source = file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(join(root, source))) rmSync(join(root, file));
  }
}

const doesNotBuild = (label, command, output) =>
  new Advice(
    `${label} failed. In a clean clone of a released version this should not happen: see whether «git status» shows ` +
      `changed files and whether «npm ci» runs through. The step alone: node ${command.join(' ')}`,
    lastLines(output, 20),
  );
