/** `npm start`: from a fresh clone to a running service. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Advice } from './advice.mjs';
import { ensureBuilt } from './build.mjs';
import { runCommand } from './command.mjs';
import { openDatabase, serviceLock } from './database.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { cannotListen, listenAddress, requireFree } from './listen-address.mjs';
import { ownerOf, tryLock } from './lock.mjs';
import { dataFolder, root } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { runService } from './service.mjs';
import { signInTable } from './sign-in-table.mjs';

const progress = createProgress(process.stdout);

async function begin(later) {
  const address = listenAddress();
  later(takeDataFolder(dataFolder()));
  await requireFree(address);
  await ensureDependencies(progress);
  await ensureBuilt(['server', 'web'], progress);
  const database = await openDatabase(progress);
  later(database.close);
  database.watch();
  const server = await progress.step('Starting the service', () => startServer(database, address));
  later(server.stop);
  greet(server, database);
}

/** One service per data folder. @returns {() => void} what gives the folder free again */
function takeDataFolder(dataDir) {
  const path = serviceLock(dataDir);
  const release = tryLock(path);
  if (release) return release;
  throw new Advice(
    `Another Ustaz (process ${ownerOf(path)}) already runs on ${dataDir}. Use that one, end it with «kill ` +
      `${ownerOf(path)}», or set USTAZ_DATA to another folder and PORT to another port for a second one.`,
  );
}

async function startServer({ mongoUri, secretsFile, dataDir, embedded }, address) {
  const { start: serve } = await import(pathToFileURL(join(root, 'dist/server/index.js')).href);
  const options = { mongoUri, secretsFile, dataDir, embedded, ...address, log: (line) => progress.say(`  ${line}`) };
  try {
    return await serve(options);
  } catch (error) {
    if (['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(error.code)) throw cannotListen(address, error.code);
    if (
      !embedded &&
      /ServerSelection|MongoNetwork|MongoParse|ENOTFOUND|Authentication/i.test(`${error.name} ${error.message}`)
    ) {
      throw noDatabase(error);
    }
    throw error;
  }
}

const noDatabase = (error) =>
  new Advice(
    `The database that MONGODB_URI names cannot be used: ${error.message}. See that it runs, that this machine reaches it, ` +
      'and that name, password and replica set in the address are right; or unset MONGODB_URI to try Ustaz out with its own.',
  );

function greet({ url, signIn }, { embedded, dataDir, secretsFile, isNew }) {
  progress.say('');
  progress.say(`Ustaz is running: ${url}`);
  if (signIn.length > 0) progress.say('');
  for (const line of signInTable(signIn)) progress.say(line);
  progress.say('');
  if (isNew) progress.say(`New keys were made: ${secretsFile}. Keep a copy; without them the names cannot be read.`);
  progress.say(embedded ? `Data: ${dataDir}. Ctrl-C stops everything.` : 'Ctrl-C stops the service.');
}

await runCommand(() => runService(begin, progress));
