import { describe, expect, test } from 'vitest';
import { defaultRules, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { grownRegion, type RegionShape, randomRegion } from './small-region.ts';

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

  test('finds nothing where a large region is looked at district by district', async () => {
    const counts = randomRegion(4, { ...shape(45), districts: 3 });
    // Every district of this table by itself, as in a table of thousands of cells.
    const first = { counts, disclosed: await suppress(counts, [], { ...defaultRules, cellsAtOnce: 20 }) };
    const later = grownRegion(counts, 41, 70);
    const second = { counts: later, disclosed: await suppress(later, [first], { ...defaultRules, cellsAtOnce: 20 }) };
    const { targets, findings, exact } = await attack([first, second], 0, 10);
    expect(targets.length).toBeGreaterThan(40);
    expect([findings, exact]).toEqual([[], []]);
  });
});
