import { Worker } from 'node:worker_threads';
import type { StudyFinding, StudyTask } from './task/study/run-study.ts';
import type { StudyMessage } from './task/study/study-worker.ts';

export type StudyThread = { result: Promise<StudyFinding>; stop(): void };

const code = new URL(
  import.meta.url.endsWith('.ts') ? './task/study/study-worker.ts' : './task/study/study-worker.js',
  import.meta.url,
);

/** From source (tests, development) the thread first learns to read TypeScript; what is built needs nothing. */
const program = code.href.endsWith('.ts')
  ? `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(code.href)}); })`
  : `import(${JSON.stringify(code.href)})`;

/** Computes a study beside the service, so that nobody waits for it. */
export function startStudyThread(task: StudyTask, onProgress: (done: number, total: number) => void): StudyThread {
  const worker = new Worker(program, {
    eval: true,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  const result = new Promise<StudyFinding>((resolve, reject) => {
    worker.on('message', (message: StudyMessage) => {
      if (message.kind === 'progress') onProgress(message.done, message.total);
      else if (message.kind === 'done') resolve(message.finding);
      else reject(new StudyFailure(message.reason));
    });
    worker.on('error', () => reject(new StudyFailure('the computation broke off')));
    worker.on('exit', () => reject(new StudyFailure('the computation was stopped')));
  });
  return { result, stop: () => void worker.terminate() };
}

/** Why a study gave no report, in words for its page. */
export class StudyFailure extends Error {}
