const quietMs = 1_000;
const heartbeatMs = 20_000;

/**
 * Tells a person what takes long: a step of more than a second is named when it becomes long and again when it ends.
 * @param {NodeJS.WritableStream} stream where the lines go (stderr for commands whose stdout is their result)
 */
export function createProgress(stream) {
  const say = (line) => stream.write(`${line}\n`);
  return { say, step: (label, work) => timed(say, label, work) };
}

async function timed(say, label, work) {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  let isLong = false;
  const first = setTimeout(() => {
    isLong = true;
    say(`  ${label} …`);
  }, quietMs);
  const beat = setInterval(() => say(`  ${label} … ${seconds()} s`), heartbeatMs);
  try {
    const result = await work();
    if (isLong) say(`  ${label}: done in ${seconds()} s`);
    return result;
  } catch (error) {
    if (isLong) say(`  ${label}: failed after ${seconds()} s`);
    throw error;
  } finally {
    clearTimeout(first);
    clearInterval(beat);
  }
}

/** For callers that show nothing. */
export const silent = { say: () => {}, step: (_label, work) => work() };
