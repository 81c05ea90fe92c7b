import { expect, test } from 'vitest';
import { type ReportCounts, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { randomNumbers, randomRegion } from './small-region.ts';

/** The same region where the reader knows about a fifth of the pupils by name. */
function withKnown(counts: ReportCounts, seed: number): ReportCounts {
  const random = randomNumbers(seed);
  const schools = counts.schools.map((school) => ({
    ...school,
    scales: school.scales.map((scale) => ({
      ...scale,
      knownBands: scale.bands.map((count) => Math.floor(count * 0.4 * random())),
    })),
  }));
  return { ...counts, schools };
}

test.each([1, 2])('an attacker who knows a fifth of the pupils of region %i finds nothing', async (seed) => {
  const counts = withKnown(randomRegion(seed, { districts: 2, schoolsPerDistrict: 5, scales: 1, meanSize: 40 }), seed);
  const { targets, findings } = await attack([{ counts, disclosed: await suppress(counts) }], 0, 10);
  expect(targets.length).toBeGreaterThan(10);
  expect(findings).toEqual([]);
});

test('the same attacker finds something where nobody thought of whom they know', async () => {
  const found = [];
  for (const seed of [1, 2, 3]) {
    const unaware = randomRegion(seed, { districts: 2, schoolsPerDistrict: 5, scales: 1, meanSize: 40 });
    const disclosed = await suppress(unaware);
    found.push(...(await attack([{ counts: withKnown(unaware, seed), disclosed }], 0, 10)).findings);
  }
  expect(found.length).toBeGreaterThan(0);
});
