import { parentPort, workerData } from 'node:worker_threads';
import { runStudy, type StudyFinding } from './run-study.ts';

/** A thread of its own for one study: it reads nothing and writes nothing but messages. */
export type StudyMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; finding: StudyFinding }
  | { kind: 'failed'; reason: string };

const say = (message: StudyMessage): void => parentPort?.postMessage(message);

try {
  say({ kind: 'done', finding: runStudy(workerData, (done, total) => say({ kind: 'progress', done, total })) });
} catch (cause) {
  say({ kind: 'failed', reason: cause instanceof Error ? cause.message : 'it failed' });
}
