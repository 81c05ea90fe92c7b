import type { Container } from './container.ts';

/** Something the service does by itself. `everyMs`: how often one of the nodes does it; `perNode`: each node on its own. */
export type Job = { name: string; everyMs: number; perNode?: true; run(now: Date): Promise<string> };

export type Scheduler = { stop(): Promise<void> };

/** The first look comes soon after the start. */
const firstMs = 1500;
const longestRunMs = 30 * 60_000;

/**
 * Runs each job when its time has come. A job of all nodes is claimed in the database first, and held by a lock while it
 * runs, so that a slow one is not begun twice. A failure is told and the job waits for its next turn.
 */
export function startScheduler(
  stores: Pick<Container, 'jobs' | 'locks' | 'now'>,
  jobs: readonly Job[],
  log: (name: string, error: unknown) => void,
): Scheduler {
  const running = new Set<Promise<void>>();
  const timers = jobs.map((job) => {
    let isBusy = false;
    const tick = async (): Promise<void> => {
      if (isBusy) return;
      isBusy = true;
      try {
        await runOnce(stores, job);
      } catch (error) {
        log(job.name, error);
      } finally {
        isBusy = false;
      }
    };
    const start = (): void => {
      const run = tick();
      running.add(run);
      void run.then(() => running.delete(run));
    };
    const first = setTimeout(start, firstMs);
    first.unref();
    const timer = setInterval(start, Math.min(job.everyMs, 60_000));
    timer.unref();
    return [first, timer];
  });
  return {
    stop: async () => {
      for (const timer of timers.flat()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}

/** Does a job if it is its time and nobody else is at it. */
export async function runOnce(
  { jobs, locks, now }: Pick<Container, 'jobs' | 'locks' | 'now'>,
  job: Job,
): Promise<boolean> {
  if (job.perNode) {
    await job.run(now());
    return true;
  }
  if (!(await jobs.claim(job.name, job.everyMs, now()))) return false;
  const told = await locks.whileHolding(`job:${job.name}`, longestRunMs, () => job.run(now()));
  if (told !== null) await jobs.end(job.name, told, now());
  return told !== null;
}
