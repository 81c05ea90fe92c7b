import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { type RegionShape, randomRegion } from './small-region.ts';

const shapes: fc.Arbitrary<RegionShape> = fc.record({
  districts: fc.integer({ min: 1, max: 3 }),
  schoolsPerDistrict: fc.integer({ min: 1, max: 5 }),
  scales: fc.constant(1),
  meanSize: fc.integer({ min: 5, max: 80 }),
});

test('an attacker with a solver finds nothing in any small region', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), shapes, async (seed, shape) => {
      const counts = randomRegion(seed, shape);
      const { findings } = await attack([{ counts, disclosed: await suppress(counts) }], 0, 10);
      expect(findings).toEqual([]);
    }),
    { numRuns: 12, seed: 20 },
  );
});
