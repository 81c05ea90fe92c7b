import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mongodFlags } from './mongod-flags.mjs';
import { identityOf, isStillRunning } from './process-identity.mjs';

const largestLogBytes = 20_000_000;
const shutdownMs = 60_000;
const pollMs = 50;

export const dbPathOf = (dataDir) => join(dataDir, 'mongo');
export const logOf = (dataDir) => join(dataDir, 'mongod.log');

/**
 * Starts a mongod in a session of its own. We spawn it ourselves: mongodb-memory-server ends its mongod when node ends
 * and forgets its port, while this one must outlive a kill -9 of node and be found again where it was.
 * @returns {string} identity of the process
 */
export function spawnMongod({ binary, dataDir, port, replicaSet }) {
  mkdirSync(dbPathOf(dataDir), { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  startLogAfresh(logOf(dataDir));
  const args = [
    ...['--dbpath', dbPathOf(dataDir), '--port', `${port}`, '--bind_ip', '127.0.0.1', '--replSet', replicaSet],
    ...['--logpath', logOf(dataDir), '--logappend', '--oplogSize', '512'],
    ...mongodFlags,
  ];
  const child = spawn(binary, args, { detached: true, stdio: 'ignore', cwd: dataDir });
  child.on('error', () => {});
  child.unref();
  return child.pid === undefined ? '0' : identityOf(child.pid);
}

function startLogAfresh(log) {
  if (existsSync(log) && statSync(log).size > largestLogBytes) renameSync(log, `${log}.1`);
}

/** Asks a mongod to end and waits until it has. @returns {Promise<boolean>} whether it ended in time */
export async function stopMongod(identity) {
  const givesUpAt = Date.now() + shutdownMs;
  if (isStillRunning(identity)) process.kill(Number.parseInt(identity, 10), 'SIGTERM');
  while (isStillRunning(identity) && Date.now() < givesUpAt) await wait(pollMs);
  return !isStillRunning(identity);
}

/** The mongod that holds this folder's files, by its own lock file, or null. */
export function mongodHolding(dataDir) {
  try {
    const pid = Number.parseInt(readFileSync(join(dbPathOf(dataDir), 'mongod.lock'), 'utf8'), 10);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes(dbPathOf(dataDir)) ? identityOf(pid) : null;
  } catch {
    return null;
  }
}

/** The last errors of the log, for a person: message and what it says of the cause. */
export function logErrors(dataDir, count = 4) {
  try {
    const lines = readFileSync(logOf(dataDir), 'utf8').trimEnd().split('\n').slice(-400);
    return lines.flatMap(readable).slice(-count);
  } catch {
    return [];
  }
}

function readable(line) {
  try {
    const { s, msg, attr } = JSON.parse(line);
    return s === 'E' || s === 'F' ? [`    mongod: ${msg} ${JSON.stringify(attr ?? {}).slice(0, 300)}`] : [];
  } catch {
    return [];
  }
}
