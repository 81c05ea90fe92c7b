export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now();
  const value = await work();
  return { value, ms: performance.now() - from };
}

/** Once to warm up, then so many times; ascending. */
export async function measureEach(times: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) all.push((await timed(work)).ms);
  return all.sort((a, b) => a - b);
}

const at = (all: readonly number[], share: number): string =>
  (all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0).toFixed(1);
export const median = (all: readonly number[]): number =>
  all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)] ?? 0;

/** One line of the report on a measurement. */
export const line = (name: string, all: readonly number[]): string =>
  `${name.padEnd(40)} p50 ${at(all, 0.5).padStart(8)} ms   p95 ${at(all, 0.95).padStart(8)} ms   (${all.length} times)`;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
