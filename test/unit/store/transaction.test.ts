import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../server/store/transaction.ts';

const clash = (label = 'TransientTransactionError') => {
  const error = new mongoose.mongo.MongoError('somebody else writes here');
  error.addErrorLabel(label);
  return error;
};

/** A database whose transactions go through from a moment on; until then the work meets what a killed node left. */
function stage(free: number, commit: () => void = () => undefined) {
  let time = 0;
  const pauses: number[] = [];
  const did = { started: 0, committed: 0, aborted: 0, ended: 0 };
  let isOpen = false;
  const session = {
    startTransaction: () => {
      did.started += 1;
      isOpen = true;
    },
    inTransaction: () => isOpen,
    commitTransaction: async () => {
      isOpen = false;
      commit();
      did.committed += 1;
    },
    abortTransaction: async () => {
      isOpen = false;
      did.aborted += 1;
    },
    endSession: async () => {
      did.ended += 1;
    },
  };
  const db = { client: { startSession: () => session } } as never;
  const clock = {
    now: () => time,
    pause: async (ms: number) => {
      pauses.push(ms);
      time += ms;
    },
  };
  const work = async () => {
    time += 5;
    if (time < free) throw clash();
    return 'counted';
  };
  return {
    run: (doing: () => Promise<string> = work) => inTransaction(db, doing, clock),
    did,
    pauses,
    now: () => time,
  };
}

describe('a transaction', () => {
  it('waits out what a killed node left for a minute and a half, more seldom as time goes by', async () => {
    const { run, did, pauses, now } = stage(91_000);
    expect(await run()).toBe('counted');
    expect(now()).toBeGreaterThanOrEqual(91_000);
    expect(now()).toBeLessThan(92_000);
    expect(did).toEqual({ started: pauses.length + 1, committed: 1, aborted: pauses.length, ended: 1 });
    expect(pauses[0]).toBeLessThanOrEqual(2);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(500);
    expect(Math.min(...pauses.slice(9))).toBeGreaterThanOrEqual(250);
  });

  it('gives up after 95 seconds, with what stood in the way', async () => {
    const { run, did, now } = stage(Number.POSITIVE_INFINITY);
    await expect(run()).rejects.toThrow('somebody else writes here');
    expect(now()).toBeGreaterThan(95_000);
    expect(now()).toBeLessThan(96_000);
    expect(did).toMatchObject({ committed: 0, aborted: did.started, ended: 1 });
  });

  it('is begun again where nobody knows whether it was kept', async () => {
    let left = 2;
    const { run, did } = stage(0, () => {
      left -= 1;
      if (left >= 0) throw clash('UnknownTransactionCommitResult');
    });
    expect(await run()).toBe('counted');
    expect(did).toEqual({ started: 3, committed: 1, aborted: 0, ended: 1 });
  });

  it('does not try again what would fail again', async () => {
    const { run, did, pauses } = stage(0);
    const wrong = async () => Promise.reject(new RangeError('a bug'));
    await expect(run(wrong)).rejects.toThrow('a bug');
    expect([did, pauses]).toEqual([{ started: 1, committed: 0, aborted: 1, ended: 1 }, []]);
  });
});
