import { describe, expect, it } from 'vitest';
import { throttle, wrongCodes } from '../../../server/throttle.ts';

const start = new Date('2026-03-01T10:00:10Z').getTime();
const at = (seconds: number): Date => new Date(start + seconds * 1000);

describe('the throttle of an account', () => {
  const failed = (times: number) => {
    const guard = throttle();
    for (let n = 0; n < times; n += 1) guard.failed('a', at(0));
    return guard;
  };
  const waits = (times: number): number => {
    for (let second = 0; second <= 301; second += 1) {
      try {
        failed(times).check('a', at(second));
        return second;
      } catch {}
    }
    return Number.POSITIVE_INFINITY;
  };

  it('gives five tries for nothing, then doubles the wait up to five minutes', () => {
    expect([1, 5, 6, 7, 8, 9].map(waits)).toEqual([0, 0, 1, 2, 4, 8]);
    expect([20, 200].map(waits)).toEqual([300, 300]);
  });

  it('says how long, and is another account’s business not at all', () => {
    const guard = failed(8);
    expect(() => guard.check('a', at(0))).toThrow(
      expect.objectContaining({ slug: 'too-many-tries', options: { retryAfterS: 4 } }),
    );
    expect(() => guard.check('b', at(0))).not.toThrow();
  });

  it('forgets at success, and an hour after', () => {
    const guard = failed(30);
    guard.succeeded('a');
    guard.failed('a', at(0));
    expect(() => guard.check('a', at(0))).not.toThrow();
    const old = failed(30);
    old.failed('a', at(300 + 3601));
    expect(() => old.check('a', at(300 + 3601))).not.toThrow();
  });
});

describe('wrong codes', () => {
  it('are answered six hundred times a minute, and then told to wait until the next', () => {
    const wrong = wrongCodes();
    for (let n = 0; n < 600; n += 1) wrong(at(n % 50));
    expect(() => wrong(at(49))).toThrow(expect.objectContaining({ slug: 'too-many-tries' }));
    expect(() => wrong(at(50))).not.toThrow();
  });
});
