import { existsSync } from 'node:fs';
import { Advice } from './advice.mjs';
import { aptCommand, aptInstall, mayInstall, onPath } from './apt.mjs';
import { run } from './run.mjs';

/** Debian's Chromium without a window's machinery: the same engine, a quarter less of the processor (measured). */
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = [shell, 'fonts-noto-core'];

const find = () => names.map(onPath).find((path) => path !== null) ?? null;

/**
 * Path of a Chromium that runs: `CHROMIUM_PATH`, PATH, else Debian's package.
 * @throws {Advice} naming the ways, when there is none
 */
export async function ensureChromium(progress) {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? accept(named) : fail([`    CHROMIUM_PATH=${named}: there is no such file`]);
  // Tried also beside a Chromium that is there: where the package is not to be had, that one serves.
  const isWanted = onPath(shell) === null && mayInstall();
  const failure = isWanted ? await progress.step('Installing Chromium', () => aptInstall(packages)) : [];
  const found = find();
  return found ? accept(found) : fail(failure);
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
