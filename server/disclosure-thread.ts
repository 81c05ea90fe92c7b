import { Worker } from 'node:worker_threads';
import type { Container } from './container.ts';
import { type DisclosedReport, defaultRules, suppress } from './report/disclosure/index.ts';

const code = new URL(
  import.meta.url.endsWith('.ts') ? './task/disclosure-worker.ts' : './task/disclosure-worker.js',
  import.meta.url,
);

/**
 * Disclosure control in a thread of its own: minutes of a solver's work that no request waits behind. From source (tests,
 * development) it is done in place: there a thread would first have to learn to read TypeScript.
 */
export const discloseBeside: Container['disclose'] = (counts, earlier, onProgress) =>
  code.href.endsWith('.ts')
    ? suppress(counts, earlier, defaultRules, onProgress)
    : inThread(counts, earlier, onProgress);

type Told = { disclosed: DisclosedReport } | { done: number; of: number };

const inThread: Container['disclose'] = (counts, earlier, onProgress) =>
  new Promise<DisclosedReport>((resolve, reject) => {
    const worker = new Worker(code, { workerData: { counts, earlier } });
    worker.on('message', (told: Told) => {
      if ('disclosed' in told) resolve(told.disclosed);
      else onProgress?.(told.done, told.of);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('disclosure control was stopped')));
  });
