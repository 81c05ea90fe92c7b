import { explain } from './advice.mjs';
import { stopChildren } from './run.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Begins a service, waits until it is asked to stop, and ends in reverse order what was begun; the same when a step of
 * the beginning fails or a signal comes in the middle of it. A clean end is exit code 0. A repeated signal changes
 * nothing: npm passes on the Ctrl-C that the terminal has sent already.
 * @param {(later: (ending: () => unknown) => void) => Promise<void>} begin hands each ending to `later`
 */
export async function runService(begin, progress) {
  const endings = [];
  const stop = waitForSignal();
  const later = (ending) => {
    endings.unshift(ending);
    stop.check();
  };
  try {
    await begin(later);
    await stop.asked;
  } catch (error) {
    if (!stop.isAsked()) {
      await endAll(endings, progress);
      throw error;
    }
  }
  progress.say('\nStopping …');
  const isClean = await endAll(endings, progress);
  progress.say('Stopped.');
  process.exit(isClean ? 0 : 1);
}

function waitForSignal() {
  let isAsked = false;
  const asked = new Promise((resolve) => {
    const ask = () => {
      if (isAsked) return;
      isAsked = true;
      stopChildren();
      resolve();
    };
    for (const signal of signals) process.on(signal, ask);
  });
  const check = () => {
    if (isAsked) throw new Error('asked to stop');
  };
  return { asked, check, isAsked: () => isAsked };
}

async function endAll(endings, progress) {
  let isClean = true;
  for (const ending of endings) {
    try {
      await ending();
    } catch (error) {
      isClean = false;
      for (const line of explain(error)) progress.say(line);
    }
  }
  return isClean;
}
