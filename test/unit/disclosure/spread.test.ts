import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoresPerBand } from '../../../server/report/disclosure/scores.ts';
import { greatestSquares, leastSquares } from '../../../server/report/disclosure/spread.ts';
import { countScores, edges } from './small-region.ts';

const bands = scoresPerBand({ id: 'scale', edges, step: 0.1 });
const scores = fc.array(
  fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
  { minLength: 1, maxLength: 60 },
);

test('bands of tenths hold what lies from edge to edge, the last one its upper edge too', () => {
  expect(bands.map(({ least }) => Number(least.toFixed(6)))).toEqual([1, 1.8, 2.6, 3.4, 4.2]);
  expect(bands.map(({ greatest }) => Number(greatest.toFixed(6)))).toEqual([1.7, 2.5, 3.3, 4.1, 5]);
});

test('edges that leave a band without scores are refused', () => {
  expect(() => scoresPerBand({ id: 'scale', edges: [1, 1.1, 3], step: 1 })).not.toThrow();
  expect(() => scoresPerBand({ id: 'scale', edges: [1, 1.2, 1.4, 3], step: 1 })).toThrow(RangeError);
  expect(() => scoresPerBand({ id: 'scale', edges: [], step: 1 })).toThrow(RangeError);
});

test('real squares lie between the least and the greatest possible', () => {
  fc.assert(
    fc.property(scores, (list) => {
      const { bands: counts, sum, sumSquares, n } = countScores(list);
      expect(greatestSquares({ counts, sum }, bands)).toBeGreaterThanOrEqual(sumSquares - 1e-6);
      expect(leastSquares({ counts, sum }, bands)).toBeLessThanOrEqual(sumSquares + n * 0.05 ** 2 + 1e-6);
    }),
  );
});
