import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '../../../web/offline/backoff.ts';

const unit = fc.double({ min: 0, max: 0.999_999, noNaN: true });

it('doubles, stays within a minute and never asks sooner than the server said', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      unit,
      fc.integer({ min: 0, max: 90 }),
      (attempt, random, retryAfterS) => {
        const waited = backoffMs(attempt, random, retryAfterS);
        expect(waited).toBeGreaterThanOrEqual(Math.max(250, retryAfterS * 1000));
        expect(waited).toBeLessThanOrEqual(Math.max(60_000, retryAfterS * 1250));
      },
    ),
  );
  expect(backoffMs(3, 0.5)).toBe(2 * backoffMs(2, 0.5));
});

it('spreads a classroom', () => {
  const waits = Array.from({ length: 25 }, (_, pupil) => backoffMs(4, pupil / 25));
  expect(new Set(waits).size).toBe(25);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(5000);
});
