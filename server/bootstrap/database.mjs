import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { startEmbeddedMongod } from './embedded-mongod.mjs';
import { ownerOf } from './lock.mjs';
import { dataFolder } from './paths.mjs';
import { loadOrMakeSecrets, readSecrets } from './secrets.mjs';

/**
 * The database and the secrets that go with it: `MONGODB_URI` as it is, else the data folder's own mongod.
 * @returns {Promise<{ mongoUri: string, secretsFile: string, dataDir: string, embedded: boolean, isNew: boolean, wasRunning: boolean, watch(): void, leave(): void, close(): Promise<void> }>}
 *   `watch` keeps a mongod running, `leave` lets it run on, `close` ends it unless a service works on it
 * @throws {Advice}
 */
export async function openDatabase(progress) {
  const dataDir = dataFolder();
  const { file, isNew } = findSecrets(dataDir);
  const places = { secretsFile: file, dataDir, isNew };
  const mongoUri = process.env.MONGODB_URI;
  if (mongoUri) return { ...places, mongoUri, embedded: false, ...nothingToRun };
  const mongod = await startEmbeddedMongod(dataDir, progress);
  const { uri, wasRunning, watch, leave } = mongod;
  const close = () => (isServing(dataDir) ? leave() : mongod.stop());
  return { ...places, mongoUri: uri, embedded: true, wasRunning, watch, leave, close };
}

const nothingToRun = { wasRunning: true, watch: () => {}, leave: () => {}, close: async () => {} };

/** The file a running service holds in its data folder. */
export const serviceLock = (dataDir) => join(dataDir, 'ustaz.lock');

/** Whether a service of another process began meanwhile to work on the mongod that a command started. */
function isServing(dataDir) {
  const owner = ownerOf(serviceLock(dataDir));
  return owner !== null && owner !== process.pid;
}

/** `USTAZ_SECRETS` names a file that must exist; the data folder's own is made on first use. */
function findSecrets(dataDir) {
  const named = process.env.USTAZ_SECRETS;
  if (!named) {
    refuseNewSecretsForOldData(dataDir);
    return loadOrMakeSecrets(dataDir);
  }
  if (!existsSync(named)) {
    throw new Advice(
      `USTAZ_SECRETS names ${named}, which does not exist. Put the secrets file there, or unset USTAZ_SECRETS and one ` +
        `is made in the data folder (${dataDir}) on first start.`,
    );
  }
  return { file: named, secrets: readSecrets(named), isNew: false };
}

/** A database whose keys are lost must not be opened with new ones as if nothing had happened. */
function refuseNewSecretsForOldData(dataDir) {
  if (process.env.MONGODB_URI || existsSync(join(dataDir, 'secrets.json')) || !existsSync(join(dataDir, 'mongod.json')))
    return;
  throw new Advice(
    `${dataDir} holds a database but no secrets.json: the keys that open its names are gone from there. Put your copy of ` +
      'secrets.json back, or set USTAZ_DATA to another folder to begin a new database.',
  );
}
