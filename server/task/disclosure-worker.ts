import { parentPort, workerData } from 'node:worker_threads';
import { suppress } from '../report/disclosure/index.ts';

/** The thread's program: one report in, what of it may leave out. */
const { counts, earlier } = workerData;
parentPort?.postMessage(await suppress(counts, earlier));
