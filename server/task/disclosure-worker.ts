import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { defaultRules, suppress } from '../report/disclosure/index.ts';

/** The thread's program: one report in, what of it may leave out; on the way, how far it is. */
const { counts, earlier } = workerData;
// A release can wait, an answer cannot. On Linux a priority is the thread's own; elsewhere it would be the whole service's.
if (process.platform === 'linux') setPriority(10);
const onProgress = (done: number, of: number) => parentPort?.postMessage({ done, of });
parentPort?.postMessage({ disclosed: await suppress(counts, earlier, defaultRules, onProgress) });
