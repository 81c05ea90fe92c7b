import { expect, test } from 'vitest';
import {
  type DisclosedReport,
  defaultRules,
  type SchoolCounts,
  suppress,
} from '../../../server/report/disclosure/index.ts';
import { countScores, edges, randomRegion } from './small-region.ts';

const school = (district: string, id: string, bands: readonly number[]): SchoolCounts => {
  const scores = bands.flatMap((count, band) => Array.from({ length: count }, () => 1.4 + 0.8 * band));
  const submitted = scores.length;
  return {
    path: ['KZ-11', district, id],
    participation: { invited: submitted + 3, consented: submitted + 2, started: submitted + 1, submitted },
    scales: [countScores(scores)],
  };
};

const report = (...schools: readonly SchoolCounts[]) =>
  suppress({ scales: [{ id: 'openness', edges, step: 0.1 }], schools });

const bandsOf = (disclosed: DisclosedReport, id: string): readonly (number | '<')[] | null => {
  const row = [...disclosed.areas, ...disclosed.clusters].find(
    (area) => ('id' in area ? area.id : area.path.at(-1)) === id,
  );
  const scale = row?.scales[0];
  if (scale?.kind !== 'shown') return null;
  return scale.bands.map((band) => (band.kind === 'shown' ? band.value : '<'));
};

test('shows a histogram without small bands as it is', async () => {
  const disclosed = await report(school('d1', 's1', [20, 20, 20, 20, 20]), school('d1', 's2', [20, 30, 20, 20, 20]));
  expect(bandsOf(disclosed, 's2')).toEqual([20, 30, 20, 20, 20]);
  expect(bandsOf(disclosed, 'KZ-11')).toEqual([40, 50, 40, 40, 40]);
});

test('a school under ten shows participation only, in a cluster where there is one', async () => {
  const disclosed = await report(
    school('d1', 'big', [20, 20, 20, 20, 20]),
    school('d1', 'tiny', [1, 2, 3, 1, 0]),
    school('d1', 'small', [15, 14, 13, 12, 11]),
    school('d1', 'little', [5, 5, 5, 5, 5]),
  );
  const tiny = disclosed.areas.find((area) => area.path.at(-1) === 'tiny');
  expect(tiny?.participation.submitted).toBe(7);
  expect(tiny?.scales).toEqual([{ kind: 'participation-only', scale: 'openness' }]);
  expect(tiny?.cluster).toBe('d1.1');
  expect(disclosed.clusters[0]?.schools).toEqual(['tiny', 'little']);
});

test('a small school without small neighbours takes the smallest large school into its cluster', async () => {
  const disclosed = await report(
    school('d1', 'big', [60, 60, 60, 60, 60]),
    school('d1', 'mid', [20, 20, 20, 20, 20]),
    school('d1', 'tiny', [1, 1, 1, 1, 1]),
  );
  expect(bandsOf(disclosed, 'mid')).toBeNull();
  expect(bandsOf(disclosed, 'd1.1')).toEqual([21, 21, 21, 21, 21]);
});

test('a district too small to be shown takes another out of sight, or it would be the rest of the region', async () => {
  const disclosed = await report(
    school('d1', 's1', [50, 50, 50, 50, 50]),
    school('d2', 's2', [40, 40, 40, 40, 40]),
    school('d3', 's3', [4, 4, 4, 4, 4]),
  );
  expect(bandsOf(disclosed, 'd3')).toBeNull();
  expect(bandsOf(disclosed, 'd2')).toBeNull();
  expect(bandsOf(disclosed, 's2')).toBeNull();
  expect(bandsOf(disclosed, 'd1')).toEqual([50, 50, 50, 50, 50]);
});

test('everybody in one band is disclosure: neither the full band nor the empty ones are told', async () => {
  const disclosed = await report(school('d1', 's1', [0, 0, 40, 0, 0]), school('d1', 's2', [20, 20, 20, 20, 20]));
  expect(bandsOf(disclosed, 's1')).toEqual(['<', '<', '<', '<', '<']);
});

test('small bands whose sum stays under ten take a large one with them', async () => {
  const disclosed = await report(school('d1', 's1', [1, 40, 40, 20, 2]));
  const hidden = bandsOf(disclosed, 's1')?.flatMap((band, index) => (band === '<' ? [index] : []));
  expect(hidden).toEqual([0, 3, 4]);
});

test('known pupils do not count: twelve of whom five are known by name are seven', async () => {
  const counts = school('d1', 's1', [12, 40, 40, 20, 20]);
  const scales = counts.scales.map((scale) => ({ ...scale, knownBands: [5, 0, 0, 0, 0] }));
  const disclosed = await report({ ...counts, scales });
  expect(bandsOf(disclosed, 's1')?.[0]).toBe('<');
  expect(bandsOf(await report(counts), 's1')?.[0]).toBe(12);
});

test('mean and deviation are those of the scores', async () => {
  const disclosed = await report(school('d1', 's1', [20, 20, 20, 20, 20]));
  const scale = disclosed.areas[0]?.scales[0];
  expect(scale).toMatchObject({ kind: 'shown', n: 100 });
  if (scale?.kind !== 'shown' || scale.mean.kind !== 'shown' || scale.sd.kind !== 'shown') throw new Error('hidden');
  expect(scale.mean.value).toBeCloseTo(3, 12);
  expect(scale.sd.value).toBeCloseTo(Math.sqrt((2 * 20 * (1.6 ** 2 + 0.8 ** 2)) / 99), 12);
});

test('participation of every area is the sum of its schools, hidden or not', async () => {
  const region = randomRegion(3, { districts: 4, schoolsPerDistrict: 5, scales: 2, meanSize: 20 });
  const disclosed = await suppress(region);
  const invited = region.schools.reduce((sum, { participation }) => sum + participation.invited, 0);
  expect(disclosed.areas[0]?.participation.invited).toBe(invited);
  expect(disclosed.areas).toHaveLength(1 + 4 + 20);
});

test('says how many of the scales are done', async () => {
  const told: (readonly number[])[] = [];
  const region = randomRegion(3, { districts: 1, schoolsPerDistrict: 2, scales: 3, meanSize: 40 });
  await suppress(region, [], defaultRules, (done, of) => told.push([done, of]));
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test('schools whose paths or scales do not fit are refused', async () => {
  await expect(suppress({ scales: [], schools: [] })).rejects.toThrow(RangeError);
  const odd = { ...school('d1', 's1', [1, 1, 1, 1, 1]), path: ['KZ-10', 'd9', 's9'] };
  await expect(report(school('d1', 's1', [9, 9, 9, 9, 9]), odd)).rejects.toThrow(RangeError);
});
