import { Worker } from 'node:worker_threads';
import type { Container } from './container.ts';
import { type DisclosedReport, suppress } from './report/disclosure/index.ts';

const code = new URL(
  import.meta.url.endsWith('.ts') ? './task/disclosure-worker.ts' : './task/disclosure-worker.js',
  import.meta.url,
);

/**
 * Disclosure control in a thread of its own: minutes of a solver's work that no request waits behind. From source (tests,
 * development) it is done in place: there a thread would first have to learn to read TypeScript.
 */
export const discloseBeside: Container['disclose'] = (counts, earlier) =>
  code.href.endsWith('.ts') ? suppress(counts, earlier) : inThread(counts, earlier);

const inThread: Container['disclose'] = (counts, earlier) =>
  new Promise<DisclosedReport>((resolve, reject) => {
    const worker = new Worker(code, { workerData: { counts, earlier } });
    worker.once('message', (disclosed: DisclosedReport) => resolve(disclosed));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('disclosure control was stopped')));
  });
