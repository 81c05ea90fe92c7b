import { readFileSync } from 'node:fs';

/**
 * True where a process of this number runs. A zombie does not, once its last thread has ended: the first thread of a
 * mongod may be one while others still hold its port and its files.
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const stat = statOf(pid);
  return stat?.state !== 'Z' || stat.threads > 1;
}

/**
 * Names a process beyond its number, which the system gives out again: number, start and boot. Where there is no /proc
 * the number must do.
 */
export function identityOf(pid) {
  const stat = statOf(pid);
  return stat ? `${pid} ${stat.startTicks} ${bootId()}` : `${pid}`;
}

/** True while the very process that `identity` names still runs. */
export function isStillRunning(identity) {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && identityOf(pid) === identity;
}

/** Fields 3, 20 and 22 of /proc/<pid>/stat; the second field may itself contain spaces and brackets. */
function statOf(pid) {
  const text = readOrNull(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], threads: Number(fields[17]), startTicks: fields[19] };
}

const bootId = () => readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
