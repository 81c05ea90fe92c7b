const firstMs = 1000;
const longestMs = 60_000;

/**
 * How long to wait before try number `attempt` (1 for the first repeat), in milliseconds: doubling, at most a minute, with
 * full jitter so that a classroom does not come back in one wave. A server that names a time (`retryAfterS`) is not asked sooner.
 * `random`: uniform in [0, 1).
 */
export function backoffMs(attempt: number, random: number, retryAfterS = 0): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempt - 1));
  const jittered = ceiling / 4 + random * ceiling * 0.75;
  return Math.round(Math.max(jittered, retryAfterS * 1000 * (1 + random / 4)));
}
