import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { warmPdf } from '../report/pdf/make-pdf.ts';
import { type Paper, paperPdf } from '../report/pdf/paper.ts';

/** The thread's program: papers in, PDFs out, one after another. It reads nothing but fonts. */
export type PaperAsked = { readonly id: number; readonly paper: Paper };
export type PaperMade = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failed: string });

// Who waits for a PDF can wait a little longer, an answer cannot. On Linux a priority is the thread's own.
if (process.platform === 'linux') setPriority(5);

let last: Promise<unknown> = warmPdf().catch(() => undefined);
parentPort?.on('message', ({ id, paper }: PaperAsked) => {
  last = last.then(async () => {
    try {
      // A copy of its own: the buffer it came in may be shared.
      const pdf = (await paperPdf(paper)).slice();
      parentPort?.postMessage({ id, pdf } satisfies PaperMade, [pdf.buffer as ArrayBuffer]);
    } catch (cause) {
      const failed = cause instanceof Error ? cause.message : 'it failed';
      parentPort?.postMessage({ id, failed } satisfies PaperMade);
    }
  });
});
