import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { type PaperPress, pressBeside } from '../../../server/paper-press.ts';
import type { Paper } from '../../../server/report/pdf/paper.ts';
import type { PaperAsked } from '../../../server/task/paper-worker.ts';

const paper: Paper = {
  kind: 'codes',
  of: { language: 'kk', school: '№ 1 мектеп', schoolClass: '9Ә', until: '1 қазан', rows: [] },
};

/** A thread that does what it is told to. */
class Told extends EventEmitter {
  readonly asked: number[] = [];
  postMessage({ id }: PaperAsked): void {
    this.asked.push(id);
  }
  unref(): void {}
  async terminate(): Promise<number> {
    this.emit('exit', 1);
    return 1;
  }
  make(id: number): void {
    this.emit('message', { id, pdf: Uint8Array.of(id) });
  }
}

function withTold(...limits: number[]): { press: PaperPress; threads: Told[] } {
  const threads: Told[] = [];
  const start = (): Worker => {
    const thread = new Told();
    threads.push(thread);
    return thread as unknown as Worker;
  };
  return { press: pressBeside(start, ...limits), threads };
}

describe('papers made beside the service', () => {
  it('come from a real thread, and one that cannot be made does not harm the next', async () => {
    const code = new URL('../../../server/task/paper-worker.ts', import.meta.url).href;
    const program = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(code)}); })`;
    const started: Worker[] = [];
    const press = pressBeside(() => {
      const worker = new Worker(program, { eval: true });
      started.push(worker);
      return worker;
    });
    const broken = { kind: 'codes', of: { ...paper.of, language: 'none' } } as unknown as Paper;
    const [first, second, third] = await Promise.allSettled([
      press.print(paper),
      press.print(broken),
      press.print(paper),
    ]);
    for (const made of [first, third]) {
      if (made.status === 'rejected') throw made.reason;
      expect(Buffer.from(made.value.subarray(0, 5)).toString()).toBe('%PDF-');
    }
    expect(second).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('no PDF') } });
    expect(started).toHaveLength(1);
    await started[0]?.terminate();
  });

  it('each goes to whoever asked for it, in whatever order they are done', async () => {
    const { press, threads } = withTold();
    const [one, two] = [press.print(paper), press.print(paper)];
    threads[0]?.make(2);
    threads[0]?.make(1);
    expect([await one, await two]).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
  });

  it('whoever waits when the thread is lost is told, and the next paper has a new thread', async () => {
    const { press, threads } = withTold();
    const waiting = press.print(paper);
    threads[0]?.emit('error', new Error('out of memory'));
    threads[0]?.emit('exit', 1);
    await expect(waiting).rejects.toThrow('out of memory');
    const next = press.print(paper);
    threads[1]?.make(2);
    expect(await next).toEqual(Uint8Array.of(2));
  });

  it('a paper that never comes is given up with its thread', async () => {
    const { press, threads } = withTold(5);
    await expect(press.print(paper)).rejects.toThrow('has ended');
    void press.print(paper).catch(() => undefined);
    expect(threads).toHaveLength(2);
  });

  it('a line that is full asks to come again', async () => {
    const { press, threads } = withTold(60_000, 2);
    const line = [press.print(paper), press.print(paper)];
    await expect(press.print(paper)).rejects.toMatchObject({ slug: 'too-busy' });
    for (const id of [1, 2]) threads[0]?.make(id);
    await Promise.all(line);
    const next = press.print(paper);
    threads[0]?.make(3);
    expect(await next).toEqual(Uint8Array.of(3));
  });
});
