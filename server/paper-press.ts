import { Worker } from 'node:worker_threads';
import { Problem } from './domain/problem.ts';
import { type Paper, paperPdf } from './report/pdf/paper.ts';
import type { PaperAsked, PaperMade } from './task/paper-worker.ts';

/**
 * Makes PDFs in a thread of its own, so that no answer waits behind one: a pupil's takes a tenth of a second, that of a
 * large region two seconds. `warm`: the first PDF of a thread takes several times as long; nobody waits for this one.
 */
export interface PaperPress {
  print(paper: Paper): Promise<Uint8Array>;
  warm(): void;
}

/** So many wait in line; whoever comes after them is asked to come again. */
const MOST_WAITING = 200;
/** A PDF that takes longer is given up, and the thread with it. */
const PATIENCE_MS = 60_000;

type Waiting = {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (why: Error) => void;
};

const code = new URL('./task/paper-worker.js', import.meta.url);

/** From source (tests, development) papers are made in place: there a thread would first have to learn to read TypeScript. */
export const paperPress = (): PaperPress =>
  import.meta.url.endsWith('.ts')
    ? { print: paperPdf, warm: () => undefined }
    : pressBeside(() => new Worker(code, { resourceLimits: { maxOldGenerationSizeMb: 512 } }));

/** @param start makes a thread of `task/paper-worker`; it is called again after one was lost */
export function pressBeside(start: () => Worker, patienceMs = PATIENCE_MS, mostWaiting = MOST_WAITING): PaperPress {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;
  let patience: NodeJS.Timeout | undefined;

  /** The clock runs for the paper that is being made, not for those in line. */
  const waitOn = (): void => {
    clearTimeout(patience);
    if (waiting.size > 0) patience = setTimeout(() => void worker?.terminate(), patienceMs);
  };
  const lose = (lost: Worker, why: Error): void => {
    if (worker !== lost) return;
    worker = null;
    clearTimeout(patience);
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  const take = (made: PaperMade): void => {
    const asker = waiting.get(made.id);
    waiting.delete(made.id);
    waitOn();
    if ('pdf' in made) asker?.resolve(made.pdf);
    else asker?.reject(new Error(`no PDF: ${made.failed}`));
  };
  const ready = (): Worker => {
    if (worker !== null) return worker;
    const fresh = start();
    fresh.on('message', take);
    fresh.once('error', (why) => lose(fresh, why));
    fresh.once('exit', () => lose(fresh, new Error('the thread that makes PDFs has ended')));
    // It keeps nobody from ending: whoever waits for a PDF has a connection that does.
    fresh.unref();
    worker = fresh;
    return fresh;
  };

  return {
    print: (paper) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= mostWaiting) throw new Problem('too-busy');
        asked++;
        ready().postMessage({ id: asked, paper } satisfies PaperAsked);
        waiting.set(asked, { resolve, reject });
        if (waiting.size === 1) waitOn();
      }),
    warm: () => void ready(),
  };
}
