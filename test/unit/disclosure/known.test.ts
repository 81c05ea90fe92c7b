import { expect, test } from 'vitest';
import { type ReportCounts, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { randomNumbers, randomRegion } from './small-region.ts';

/** The same region where the reader knows two fifths of the pupils by name, more in some bands than in others. */
function withKnown(counts: ReportCounts, seed: number): ReportCounts {
  const random = randomNumbers(seed);
  const knownOf = (count: number): number => Math.floor(count * 0.8 * random());
  const schools = counts.schools.map((school) => ({
    ...school,
    scales: school.scales.map((scale) => ({ ...scale, knownBands: scale.bands.map(knownOf) })),
  }));
  return { ...counts, schools };
}

const region = (seed: number, meanSize: number): ReportCounts =>
  randomRegion(seed, { districts: 2, schoolsPerDistrict: 3, scales: 1, meanSize });

test.each([
  [1, 120],
  [2, 80],
  [3, 80],
])('an attacker who knows two fifths of the pupils of region %i finds nothing', async (seed, meanSize) => {
  const counts = withKnown(region(seed, meanSize), seed);
  const { targets, findings } = await attack([{ counts, disclosed: await suppress(counts) }], 0, 10);
  expect(targets.length).toBeGreaterThan(10);
  expect(findings).toEqual([]);
});

test('the same attacker finds plenty where nobody thought of whom they know', async () => {
  const found = [1, 2, 3].map(async (seed) => {
    const unaware = region(seed, 120);
    const disclosed = await suppress(unaware);
    return (await attack([{ counts: withKnown(unaware, seed), disclosed }], 0, 10)).findings;
  });
  expect((await Promise.all(found)).flat().length).toBeGreaterThan(10);
});
