import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../server/store/group-commit.ts';

/** A flush that ends when the test says so; remembers what each one carried. */
function heldFlush() {
  const flushes: {
    carried: readonly number[];
    end: (outcomes?: readonly (string | undefined)[]) => void;
    fail: (reason: unknown) => void;
  }[] = [];
  const flush = (carried: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const end = (outcomes = carried.map((n) => `done ${n}`) as readonly (string | undefined)[]) =>
        resolve(outcomes as readonly string[]);
      flushes.push({ carried, end, fail: reject });
    });
  return { flushes, flush };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('group commit', () => {
  it('sends the first operation alone and at once', () => {
    const { flushes, flush } = heldFlush();
    void groupCommit(flush)(1);
    expect(flushes.map(({ carried }) => carried)).toEqual([[1]]);
  });

  it('sends together what comes while a flush is on its way, in order', async () => {
    const { flushes, flush } = heldFlush();
    const commit = groupCommit(flush);
    const all = [1, 2, 3, 4].map(commit);
    flushes[0]?.end();
    await turn();
    expect(flushes.map(({ carried }) => carried)).toEqual([[1], [2, 3, 4]]);
    flushes[1]?.end();
    expect(await Promise.all(all)).toEqual(['done 1', 'done 2', 'done 3', 'done 4']);
  });

  it('carries no more than it may', async () => {
    const carried: number[] = [];
    const commit = groupCommit<number, number>(async (operations) => {
      carried.push(operations.length);
      await turn();
      return operations;
    }, 5);
    await Promise.all(Array.from({ length: 13 }, (_, n) => commit(n)));
    expect(carried).toEqual([1, 5, 5, 2]);
  });

  it('tells each operation only once its own flush is done', async () => {
    const { flushes, flush } = heldFlush();
    const commit = groupCommit(flush);
    const told: number[] = [];
    void commit(1).then(() => told.push(1));
    void commit(2).then(() => told.push(2));
    await turn();
    expect(told).toEqual([]);
    flushes[0]?.end();
    await turn();
    expect(told).toEqual([1]);
  });

  it('fails with a failed flush only those it carried, and goes on', async () => {
    const { flushes, flush } = heldFlush();
    const commit = groupCommit(flush);
    const outcomes = Promise.allSettled([1, 2, 3].map(commit));
    flushes[0]?.fail(new Error('away'));
    await turn();
    flushes[1]?.end();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const later = commit(4);
    flushes[2]?.end();
    expect(await later).toBe('done 4');
  });

  it('goes on after a flush that throws before it begins', async () => {
    let calls = 0;
    const commit = groupCommit<number, number>((operations) => {
      calls += 1;
      if (calls === 1) throw new Error('at once');
      return Promise.resolve(operations);
    });
    await expect(commit(1)).rejects.toThrow('at once');
    expect(await commit(2)).toBe(2);
  });

  it('never takes a missing outcome for a success', async () => {
    const { flushes, flush } = heldFlush();
    const commit = groupCommit(flush);
    const all = Promise.allSettled([1, 2, 3].map(commit));
    flushes[0]?.end();
    await turn();
    flushes[1]?.end(['done 2']);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });

  it('loses nothing and doubles nothing, whatever comes when and whatever fails', async () => {
    const step = fc.record({ burst: fc.integer({ min: 1, max: 9 }), turns: fc.nat({ max: 3 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (steps, failures) => {
          const written: number[] = [];
          let flushes = 0;
          const commit = groupCommit<number, number>(async (operations) => {
            const fails = failures[flushes] ?? false;
            flushes += 1;
            await turn();
            if (fails) throw new Error('away');
            written.push(...operations);
            return operations;
          }, 4);
          const all: Promise<number | null>[] = [];
          for (const { burst, turns } of steps) {
            for (let n = 0; n < burst; n += 1) all.push(commit(all.length).catch(() => null));
            for (let n = 0; n < turns; n += 1) await turn();
          }
          const settled = await Promise.all(all);
          const acknowledged = settled.filter((outcome) => outcome !== null);
          expect(acknowledged).toEqual(written);
          expect(settled).toHaveLength(all.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
