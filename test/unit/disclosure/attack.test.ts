import { describe, expect, test } from 'vitest';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { primaryOnly } from './primary-only.ts';
import { randomRegion } from './small-region.ts';

const smallRegion = (seed: number) =>
  randomRegion(seed, { districts: 3, schoolsPerDistrict: 6, scales: 1, meanSize: 15 + 5 * seed });

describe('an attacker with a solver, over one release', () => {
  test.each([1, 2, 3, 4, 5])('finds nothing in the small region %i', async (seed) => {
    const counts = smallRegion(seed);
    const { targets, findings, exact } = await attack([{ counts, disclosed: await suppress(counts) }], 0, 10);
    expect(targets.length).toBeGreaterThan(20);
    expect(findings).toEqual([]);
    expect(exact).toEqual([]);
  });

  test('finds plenty where only the small numbers are hidden', async () => {
    const attacks = await Promise.all(
      [1, 2, 3, 4].map((seed) =>
        attack([{ counts: smallRegion(seed), disclosed: primaryOnly(smallRegion(seed), 10) }], 0, 10),
      ),
    );
    const hidden = attacks.flatMap(({ targets }) => targets).length;
    expect(attacks.flatMap(({ findings }) => findings).length / hidden).toBeGreaterThan(0.3);
    expect(attacks.flatMap(({ exact }) => exact).length / hidden).toBeGreaterThan(0.05);
  });
});
