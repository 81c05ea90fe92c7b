import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { isExecutable } from './apt.mjs';
import { withLock } from './lock.mjs';
import { findMongod } from './mongod.mjs';
import { replicaSetName } from './mongod-flags.mjs';
import { dbPathOf, logErrors, logOf, mongodHolding, spawnMongod, stopMongod } from './mongod-process.mjs';
import { readRecord, writeRecord } from './mongod-record.mjs';
import { freePort, lastingPortProblem } from './port.mjs';
import { isStillRunning } from './process-identity.mjs';
import { dbPathAt, waitForPrimary } from './replica-set.mjs';
import { createSupervisor } from './supervisor.mjs';

/** Below the range from which systems hand out ports to clients, so that ours is free at the next start. */
const firstPort = 27_720;
const primaryMs = 60_000;
const portLeaveMs = 3_000;

/**
 * Runs the mongod of a data folder as a replica set of one; one that a killed node left behind is taken over as it is.
 * `watch` starts it again whenever it dies, `leave` ends the watch and nothing else, `stop` ends the mongod.
 * @returns {Promise<{ uri: string, wasRunning: boolean, watch(): void, leave(): Promise<void>, stop(): Promise<void> }>}
 * @throws {Advice} for each foreseen failure
 */
export async function startEmbeddedMongod(dataDir, progress) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = join(dataDir, 'mongod-start.lock');
  const { record, wasRunning } = await withLock(lock, () => takeOverOrStart(dataDir, progress));
  const supervisor = createSupervisor(record.process, progress, () => withLock(lock, () => restart(dataDir)));
  return {
    uri: `mongodb://${record.host}/?replicaSet=${record.replicaSet}`,
    wasRunning,
    watch: supervisor.begin,
    leave: supervisor.end,
    stop: async () => {
      await supervisor.end();
      if (!(await stopMongod(supervisor.current()))) throw slowToStop(dataDir);
    },
  };
}

async function takeOverOrStart(dataDir, progress) {
  const record = readRecord(dataDir);
  const running = runningMongod(dataDir, record);
  if (running && record) {
    const again = { ...record, process: running };
    await becomePrimary(dataDir, again);
    writeRecord(dataDir, again);
    return { record: again, wasRunning: true };
  }
  // One that runs without a record stopped between its start and our writing it down: begin again, cleanly.
  if (running) await stopMongod(running);
  const planned = record ? await planAgain(dataDir, record, progress) : await planFirst(progress);
  return { record: await progress.step('Starting mongod', () => launch(dataDir, planned)), wasRunning: false };
}

const runningMongod = (dataDir, record) =>
  mongodHolding(dataDir) ?? (record?.process && isStillRunning(record.process) ? record.process : null);

async function planFirst(progress) {
  const { path, version } = await findMongod(progress);
  const port = await freePort(firstPort);
  return { port, replicaSet: replicaSetName, host: `127.0.0.1:${port}`, binary: path, version, process: null };
}

/** The recorded port and the recorded binary; another binary only of the same release series. */
async function planAgain(dataDir, record, progress) {
  if ((await lastingPortProblem(record.port, '127.0.0.1', portLeaveMs)) !== null)
    throw portTaken(dataDir, record.port, await dbPathAt(record.port));
  const found = await findMongod(progress, isExecutable(record.binary) ? record.binary : null);
  if (seriesOf(found.version) !== seriesOf(record.version)) throw otherVersion(dataDir, record, found);
  return { ...record, binary: found.path, version: found.version };
}

/** MongoDB's files are compatible within a series, e.g. 6.0. */
const seriesOf = (version) => version.split('.').slice(0, 2).join('.');

async function launch(dataDir, planned) {
  const record = { ...planned, process: spawnMongod({ ...planned, dataDir }) };
  await becomePrimary(dataDir, record);
  writeRecord(dataDir, record);
  return record;
}

async function becomePrimary(dataDir, record) {
  const isRunning = () => isStillRunning(record.process);
  try {
    await waitForPrimary({ ...record, timeoutMs: primaryMs, isRunning });
  } catch (error) {
    throw didNotStart(dataDir, record, error.message);
  }
}

/** After its mongod has died under a running service: the same binary on the same port, or whichever is running again. */
async function restart(dataDir) {
  const record = readRecord(dataDir);
  const running = runningMongod(dataDir, record);
  return running ?? (await launch(dataDir, record)).process;
}

const portTaken = (dataDir, port, otherDbPath) =>
  new Advice(
    `Port ${port} of 127.0.0.1 is taken by ${otherDbPath ? `a mongod on ${otherDbPath}` : 'another program'}, and the ` +
      `database in ${dataDir} can only be served there: its replica set names that port. Find the program with ` +
      `«ss -ltnp 'sport = :${port}'», end it and start again; or set USTAZ_DATA to another folder to begin a new database.`,
  );

const otherVersion = (dataDir, record, found) =>
  new Advice(
    `The database in ${dataDir} was written by mongod ${record.version} (${record.binary}), which is no longer there; ` +
      `the mongod found is ${found.version} (${found.path}), and one version's files do not open in another. Set ` +
      `MONGOMS_SYSTEM_BINARY to a mongod ${seriesOf(record.version)}, or put one back at the recorded path; to begin a ` +
      'new database instead, set USTAZ_DATA to another folder.',
  );

const didNotStart = (dataDir, record, why) =>
  new Advice(
    `mongod ${record.version} (${record.binary}) did not come up on ${dbPathOf(dataDir)}: ${why}. Its own account is in ` +
      `${logOf(dataDir)}. Most often the disk is full, the folder belongs to another user, or the files were written by ` +
      'another version of mongod; put that right and start again.',
    logErrors(dataDir),
  );

const slowToStop = (dataDir) =>
  new Advice(
    `mongod is still ending its work on ${dataDir}; nothing is lost. Wait for it: the next start takes it over or finds ` +
      'it gone.',
  );
