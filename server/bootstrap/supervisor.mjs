import { isStillRunning } from './process-identity.mjs';

const pollMs = 500;
const maxRestarts = 5;
const windowMs = 60_000;

/**
 * Watches over a mongod, once begun, and starts it again when it has died: at most five times a minute.
 * @param {string} identity of the process
 * @param {() => Promise<string>} restart gives the identity of the new one
 */
export function createSupervisor(identity, progress, restart) {
  let current = identity;
  let restarts = [];
  let timer;
  const check = async () => {
    if (isStillRunning(current)) return;
    restarts = restarts.filter((at) => at > Date.now() - windowMs);
    if (restarts.length >= maxRestarts) return;
    restarts.push(Date.now());
    progress.say('  mongod has ended unexpectedly; starting it again');
    try {
      current = await restart();
      progress.say('  mongod is back');
    } catch (error) {
      progress.say(`  ${error.message}`);
    }
  };
  let isWatching = false;
  let pending = Promise.resolve();
  // One check at a time: the next is due only after this one has ended.
  const schedule = () => {
    timer = setTimeout(() => {
      pending = check().then(() => isWatching && schedule());
    }, pollMs);
    timer.unref();
  };
  const begin = () => {
    isWatching = true;
    schedule();
  };
  /** A restart under way is waited for, so that what it started can be stopped. */
  const end = async () => {
    isWatching = false;
    clearTimeout(timer);
    await pending;
  };
  return { current: () => current, begin, end };
}
