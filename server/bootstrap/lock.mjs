import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identityOf, isStillRunning } from './process-identity.mjs';

const patienceMs = 15 * 60_000;
const pollMs = 200;

/**
 * Does `work` while no other process holds the lock file; waits for one that does. A lock whose owner is gone is void.
 * @param {() => void} [onWait] called once if there is someone to wait for
 */
export async function withLock(path, work, onWait = () => {}) {
  const release = await acquire(path, onWait);
  try {
    return await work();
  } finally {
    release();
  }
}

async function acquire(path, onWait) {
  const givesUpAt = Date.now() + patienceMs;
  for (let isFirst = true; Date.now() < givesUpAt; isFirst = false) {
    const release = tryLock(path);
    if (release) return release;
    if (isFirst) onWait();
    await wait(pollMs);
  }
  throw new Error(`${path} is held by process ${ownerOf(path)} for a quarter of an hour`);
}

/** Takes the lock and gives the function that releases it, or null where a living process holds it. */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  clearAbandoned(path);
  try {
    writeFileSync(path, identityOf(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code === 'EEXIST') return null;
    throw error;
  }
  return () => rmSync(path, { force: true });
}

/** Number of the process that holds the lock, or null. */
export function ownerOf(path) {
  const identity = readOrNull(path);
  return identity !== null && isStillRunning(identity) ? Number.parseInt(identity, 10) : null;
}

/**
 * Two processes may find the same abandoned lock: it is moved away under a name of one's own first, and put back if in
 * between it became the lock of a living process.
 */
function clearAbandoned(path) {
  const identity = readOrNull(path);
  if (identity === null || identity === '' || isStillRunning(identity)) return;
  const aside = `${path}.${process.pid}.void`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (isStillRunning(readOrNull(aside) ?? '')) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
