import { describe, expect, test } from 'vitest';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { type RegionShape, randomRegion } from './small-region.ts';

const breakdowns = [
  { depth: 1, by: ['sex'] },
  { depth: 1, by: ['language'] },
  { depth: 2, by: ['sex'] },
];
const shape = (meanSize: number): RegionShape => ({
  districts: 2,
  schoolsPerDistrict: 4,
  scales: 1,
  meanSize,
  breakdowns,
});

describe('an attacker with a solver, over overlapping breakdowns', () => {
  test.each([1, 2])('finds nothing in the small region %i', async (seed) => {
    const counts = randomRegion(seed, shape(30 + 5 * seed));
    const disclosed = await suppress(counts);
    const { targets, findings, exact } = await attack([{ counts, disclosed }], 0, 10);
    expect(disclosed.slices.some(({ scales }) => scales[0]?.kind === 'shown')).toBe(true);
    expect(targets.length).toBeGreaterThan(20);
    expect(findings).toEqual([]);
    expect(exact).toEqual([]);
  });
});
