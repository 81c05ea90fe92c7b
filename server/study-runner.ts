import { randomUUID } from 'node:crypto';
import { Problem } from './domain/problem.ts';
import type { Study } from './domain/study.ts';
import { readyStudy, type StudyStores } from './study-task.ts';
import { StudyFailure, startStudyThread } from './study-thread.ts';
import { CommandProblem } from './task/command-problem.ts';
import { stepsOf } from './task/study/run-study.ts';

export type StudyRunner = {
  /** Looks for waiting studies; returns at once. */
  wake(): void;
  /** Ends what runs here; it is marked interrupted. */
  stop(): Promise<void>;
};

const beatMs = 2000;
const lookMs = 10_000;

/** Runs studies one after the other in a thread beside the service. What another process left half done is marked so. */
export function studyRunner(stores: StudyStores): StudyRunner {
  const node = randomUUID();
  let running: Promise<void> | null = null;
  let stopCurrent: (() => void) | null = null;
  let isOver = false;
  // Only a process that was woken once looks again by itself: the command line computes nothing.
  let timer: ReturnType<typeof setInterval> | null = null;
  const work = async (): Promise<void> => {
    await stores.studies.interruptSilent(stores.now());
    for (let study = await claim(); study !== null; study = await claim()) {
      await compute(stores, study, node, (stop) => {
        stopCurrent = stop;
      });
      stopCurrent = null;
    }
  };
  const claim = async (): Promise<Study | null> => (isOver ? null : stores.studies.claim(node, stores.now()));
  const wake = (): void => {
    if (running !== null || isOver) return;
    timer ??= setInterval(wake, lookMs).unref();
    // A database that is away is asked again at the next look.
    running = work()
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  };
  return {
    wake,
    async stop() {
      isOver = true;
      if (timer !== null) clearInterval(timer);
      stopCurrent?.();
      await running;
    },
  };
}

async function compute(
  stores: StudyStores,
  study: Study,
  node: string,
  onThread: (stop: () => void) => void,
): Promise<void> {
  const { studies, now } = stores;
  let stopped = false;
  try {
    const { task, n, keep } = await readyStudy(stores, study);
    const total = stepsOf(task);
    let progress = { done: 0, total };
    await studies.beat(study._id, node, { n, progress }, now());
    const thread = startStudyThread(task, (done, of) => {
      progress = { done, total: of };
    });
    onThread(() => {
      stopped = true;
      thread.stop();
    });
    const beat = setInterval(() => {
      studies.beat(study._id, node, { progress }, now()).then(
        (isOurs) => (isOurs ? undefined : thread.stop()),
        () => undefined,
      );
    }, beatMs);
    const finding = await thread.result.finally(() => clearInterval(beat));
    progress = { done: total, total };
    // Somebody who stopped it in the last moment finds nothing kept.
    if (!(await studies.beat(study._id, node, { progress }, now()))) return;
    await studies.end(study._id, node, { state: 'done', report: await keep(finding), endedAt: now(), progress });
  } catch (cause) {
    const state = stopped ? 'interrupted' : 'failed';
    await studies.end(study._id, node, { state, endedAt: now(), failure: stopped ? null : reasonOf(cause) });
  }
}

/** What a person may read of a failure; nothing of the machine's insides. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Problem) return cause.slug;
  return cause instanceof CommandProblem || cause instanceof StudyFailure
    ? cause.message.slice(0, 1000)
    : 'it could not be computed';
}
