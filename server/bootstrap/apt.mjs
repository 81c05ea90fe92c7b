import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, run } from './run.mjs';

/** Full path of a program on PATH, or null. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True on Debian and its kin when we may install packages without asking for a password. */
export const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== null;

/** The command a person would type. */
export const aptCommand = (packages) =>
  `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get update && ${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Installs Debian packages. @returns {Promise<string[]>} no lines where it worked, else the end of apt's output */
export async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await run('apt-get', args, { env });
  return code === 0 ? [] : lastLines(output);
}
