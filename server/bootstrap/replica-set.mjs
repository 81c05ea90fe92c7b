import { setTimeout as wait } from 'node:timers/promises';
import { isAnswering } from './port.mjs';

const pollMs = 50;
const notYetInitialized = 94;
const alreadyInitialized = 23;

/** A client for one server as it is, primary or not. Loaded late: this file is read before anything is installed. */
async function directClient(port) {
  const { default: mongoose } = await import('mongoose');
  return new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    connectTimeoutMS: 1_000,
  });
}

/** The dbPath of the mongod that answers on this port, or null where none does. */
export async function dbPathAt(port) {
  const client = await directClient(port);
  try {
    const { parsed } = await client.db('admin').command({ getCmdLineOpts: 1 });
    return parsed?.storage?.dbPath ?? null;
  } catch {
    return null;
  } finally {
    await client.close();
  }
}

/**
 * Makes the server on this port a replica set of one, where it is not yet, and waits until it accepts writes.
 * @throws {Error} saying what the set is doing, when it has no primary in time
 */
export async function waitForPrimary({ port, replicaSet, host, timeoutMs, isRunning }) {
  const givesUpAt = Date.now() + timeoutMs;
  let last = 'it does not answer';
  while (Date.now() < givesUpAt && isRunning()) {
    if (await isAnswering(port)) last = await askUntil(givesUpAt, { port, replicaSet, host });
    if (last === null) return;
    await wait(pollMs);
  }
  throw new Error(isRunning() ? last : 'it has ended');
}

/** Asks over one connection until it breaks (a client that failed to connect once stays closed) or time is up. */
async function askUntil(givesUpAt, { port, replicaSet, host }) {
  const client = await directClient(port);
  let last = null;
  try {
    do {
      last = await advance(client.db('admin'), replicaSet, host);
      if (last !== null) await wait(pollMs);
    } while (last !== null && Date.now() < givesUpAt);
    return last;
  } catch (error) {
    return error.message;
  } finally {
    await client.close();
  }
}

/** One step towards a primary. @returns {Promise<string | null>} null when there is one, else what is the matter */
async function advance(admin, replicaSet, host) {
  const hello = await admin.command({ hello: 1 });
  if (hello.isWritablePrimary) return null;
  if (hello.isreplicaset === true || hello.setName === undefined) await initiate(admin, replicaSet, host);
  return hello.info ?? `its replica set ${hello.setName ?? ''} has no primary yet`;
}

async function initiate(admin, replicaSet, host) {
  try {
    await admin.command({ replSetGetStatus: 1 });
  } catch (error) {
    if (error.code !== notYetInitialized) throw error;
    const config = { _id: replicaSet, members: [{ _id: 0, host }] };
    await admin.command({ replSetInitiate: config }).catch((problem) => {
      if (problem.code !== alreadyInitialized) throw problem;
    });
  }
}
