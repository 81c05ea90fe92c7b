import { aptCommand, aptInstall, mayInstall } from './apt.mjs';
import { run } from './run.mjs';

/** Debian 12's package for each library a mongod may miss. */
const packageOf = {
  'libcurl.so.4': 'libcurl4',
  'libssl.so.3': 'libssl3',
  'libcrypto.so.3': 'libssl3',
  'liblzma.so.5': 'liblzma5',
  'libgssapi_krb5.so.2': 'libgssapi-krb5-2',
  'libsasl2.so.2': 'libsasl2-2',
  'libldap-2.5.so.0': 'libldap-2.5-0',
  'libsnmp.so.40': 'libsnmp40',
};
const maxLibraries = 6;

/** Older ones do not speak with our driver. */
const oldestMajor = 5;

/**
 * Asks a binary who it is; where a shared library is missing, installs it by apt (root on Debian) and asks again.
 * @returns {Promise<{ path: string, version: string } | { path: string, problem: string }>}
 */
export async function probeMongod(path, progress) {
  for (let attempt = 0; attempt < maxLibraries; attempt += 1) {
    const { code, output } = await run(path, ['--version'], { timeoutMs: 20_000 });
    const version = /db version v(\d+\.\d+\.\d+\S*)/.exec(output)?.[1];
    if (code === 0 && version) return verdictOn(path, version);
    const library = missingLibrary(output);
    if (library === null) return { path, problem: firstLine(output) || 'it does not run' };
    const problem = await provide(library, progress);
    if (problem) return { path, problem };
  }
  return { path, problem: 'its shared libraries are missing' };
}

const verdictOn = (path, version) =>
  Number.parseInt(version, 10) >= oldestMajor
    ? { path, version }
    : { path, problem: `it is version ${version}; ${oldestMajor}.0 or later is needed` };

/** Name of the library the loader did not find, or null. */
export const missingLibrary = (output) => /error while loading shared libraries: (\S+):/.exec(output)?.[1] ?? null;

const firstLine = (text) => text.trim().split('\n')[0] ?? '';

/** Installs the package of a library. @returns {Promise<string | null>} what is left to do, if anything */
async function provide(library, progress) {
  const name = packageOf[library];
  if (!name) return `the library ${library} is missing; install the Debian package that holds it`;
  if (!mayInstall()) return `the library ${library} is missing; install it with: ${aptCommand([name])}`;
  const failure = await progress.step(`Installing ${name} (mongod needs ${library})`, () => aptInstall([name]));
  return failure.length === 0 ? null : `apt-get could not install ${name}: ${failure.join(' ').trim()}`;
}
