import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, root } from './paths.mjs';
import { lastLines, run } from './run.mjs';

/** npm's own stamp: written last of all, it lists what is really in node_modules. */
const installedList = join(root, 'node_modules/.package-lock.json');
const wantedList = join(root, 'package-lock.json');

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Names what node_modules lacks of package-lock.json, or holds in another version; empty when all is there. */
export function missingPackages() {
  if (!existsSync(installedList)) return ['node_modules'];
  return absentFrom(packagesIn(installedList), packagesIn(wantedList));
}

/** Paths of `wanted` that `installed` lacks or holds in another version. */
export const absentFrom = (installed, wanted) =>
  Object.keys(wanted).filter((path) => path !== '' && !isPresent(installed[path], wanted[path]));

/** Packages for other systems are listed as optional and rightly absent. */
const isPresent = (found, wanted) =>
  found === undefined ? wanted.optional === true || wanted.devOptional === true : found.version === wanted.version;

/** Installs what package-lock.json says, where node_modules does not hold it yet. @throws {Advice} */
export async function ensureDependencies(progress) {
  if (missingPackages().length === 0) return;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  // The lock stands outside the project: npm ci empties node_modules, and a fresh clone should stay clean.
  const lock = join(cacheFolder(), `install-${name}.lock`);
  await withLock(
    lock,
    () => install(progress),
    () => progress.say('  Another process is installing; waiting for it'),
  );
}

async function install(progress) {
  if (missingPackages().length > 0) await progress.step('Installing dependencies', npmCi);
}

async function npmCi() {
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', MONGOMS_DISABLE_POSTINSTALL: '1' };
  const { code, output } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, env });
  if (code === 0) return;
  throw new Advice(
    'The dependencies could not be installed. Look at the lines above: most often the network or the npm registry is ' +
      'out of reach, the disk is full, or the folder belongs to another user. Put that right and run the same command ' +
      'again; «npm ci» does this step alone.',
    lastLines(output),
  );
}
