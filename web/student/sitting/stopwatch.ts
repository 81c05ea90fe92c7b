/**
 * Milliseconds on the device's monotonic clock since the sitting was opened. After a reload it goes on from the last
 * answer: the time in between is no one's response time.
 */
export function startStopwatch(fromMs: number): () => number {
  const startedAt = performance.now();
  return () => Math.round(fromMs + performance.now() - startedAt);
}
