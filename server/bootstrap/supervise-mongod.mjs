import { isStillRunning } from './process-identity.mjs';

const pollMs = 500;
const maxRestarts = 5;
const windowMs = 60_000;

/**
 * Watches a mongod and starts it again when it has died, at most five times a minute.
 * @param {string} identity of the process
 * @param {() => Promise<string>} restart gives the identity of the new one
 */
export function superviseMongod(identity, progress, restart) {
  let current = identity;
  let isBusy = false;
  let restarts = [];
  const check = async () => {
    if (isBusy || isStillRunning(current)) return;
    restarts = restarts.filter((at) => at > Date.now() - windowMs);
    if (restarts.length >= maxRestarts) return;
    restarts.push(Date.now());
    isBusy = true;
    progress.say('  mongod has ended unexpectedly; starting it again');
    try {
      current = await restart();
      progress.say('  mongod is back');
    } catch (error) {
      progress.say(`  ${error.message}`);
    }
    isBusy = false;
  };
  const timer = setInterval(check, pollMs);
  timer.unref();
  return { current: () => current, end: () => clearInterval(timer) };
}
