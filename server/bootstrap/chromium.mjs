import { existsSync } from 'node:fs';
import { Advice } from './advice.mjs';
import { aptCommand, aptInstall, mayInstall, onPath } from './apt.mjs';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = ['chromium', 'fonts-noto-core'];

const find = () => names.map(onPath).find((path) => path !== null) ?? null;

/**
 * Path of a Chromium that runs: `CHROMIUM_PATH`, PATH, else Debian's package.
 * @throws {Advice} naming the ways, when there is none
 */
export async function ensureChromium(progress) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? accept(named) : fail([`    CHROMIUM_PATH=${named}: there is no such file`]);
  const found = find();
  if (found) return accept(found);
  if (!mayInstall()) return fail([]);
  const failure = await progress.step('Installing Chromium', () => aptInstall(packages));
  const installed = find();
  return installed ? accept(installed) : fail(failure);
}

async function accept(path) {
  const { code, output } = await run(path, ['--version'], { timeoutMs: 30_000 });
  return code === 0 ? path : fail([`    ${path}: ${output.trim().split('\n')[0] || 'it does not run'}`]);
}

function fail(details) {
  throw new Advice(
    `The browser tests need Chromium, and none that runs was found. Install it with: ${aptCommand(packages)} (other ` +
      'systems: any Chromium or Chrome), or set CHROMIUM_PATH to its binary, and run npm test again.',
    details,
  );
}
