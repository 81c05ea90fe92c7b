import { expect, it } from 'vitest';
import { itemBank } from '../../../scoring/adaptive/item-bank.ts';
import { adviceOn } from '../../../server/task/bench/adaptive-simulation.ts';

const bank = itemBank(
  Array.from({ length: 30 }, (_, at) => ({ id: `I${at}`, model: 'graded' as const, a: 1, b: [0] })),
);
const advice = (length: number, adaptive: number, fixed: number) =>
  adviceOn({ adaptive: { rmse: adaptive }, fixed: { rmse: fixed } }, bank, length);

it('an adaptive test is advised only where the bank is large and it measures no worse than a fixed form', () => {
  expect(advice(10, 0.3, 0.31).advice).toBe('adaptive');
  expect(advice(10, 0.3, 0.3).advice).toBe('adaptive');
  expect(advice(11, 0.3, 0.31)).toMatchObject({ advice: 'fixed form', reason: expect.stringContaining('under three') });
  const worse = advice(10, 0.31, 0.3);
  expect(worse.advice).toBe('fixed form');
  expect(worse.reason).toContain('measures less well; RMSE 0.310, of the best fixed form of that length 0.300');
});
