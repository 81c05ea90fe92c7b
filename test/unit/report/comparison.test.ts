import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignReport, ReportRow, ScaleCell } from '../../../server/contract/campaign.schema.ts';
import { comparisonOf } from '../../../server/report/aggregate/comparison.ts';
import { differenceOf, marginOf, restOf } from '../../../server/report/aggregate/difference.ts';
import { groupedMedian } from '../../../server/report/aggregate/grouped-median.ts';
import { nationalGroups, nationalSteps } from '../../../server/report/aggregate/national-groups.ts';
import { nextReleaseDay } from '../../../server/report/release-day.ts';
import { toldSteps } from '../../../server/report/steps.ts';

const scores = fc.array(
  fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
  { minLength: 3, maxLength: 60 },
);

/** Mean and deviation straight from the scores, by the definition. */
function told(all: readonly number[]) {
  const n = all.length;
  const mean = all.reduce((sum, one) => sum + one, 0) / n;
  const sd = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  return { n, mean, sd };
}

const ends = { lowest: 1, highest: 5 };
const bandsOf = (all: readonly number[]): number[] =>
  [0, 1, 2, 3, 4].map((band) => all.filter((one) => Math.min(4, Math.floor((one - 1) / 0.8 + 1e-9)) === band).length);

describe('what follows from told figures', () => {
  test('the rest of a whole is what its own scores give', () => {
    fc.assert(
      fc.property(scores, scores, (part, rest) => {
        const found = restOf(told([...part, ...rest]), told(part));
        const real = told(rest);
        expect(found?.n).toBe(real.n);
        expect(found?.mean).toBeCloseTo(real.mean, 6);
        expect(found?.sd).toBeCloseTo(real.sd, 4);
      }),
    );
  });

  test('a grouped median lies in the fifth where the middle score does', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const median = groupedMedian(bandsOf(all), all.length, ends) ?? Number.NaN;
        const sorted = all.toSorted((a, b) => a - b);
        const fifth = (value: number): number => Math.min(4, Math.floor((value - 1) / 0.8 + 1e-9));
        const middle = [sorted[Math.floor((all.length - 1) / 2)] ?? 0, sorted[Math.floor(all.length / 2)] ?? 0];
        expect(median).toBeGreaterThanOrEqual(1 + 0.8 * fifth(middle[0] ?? 0) - 1e-9);
        expect(median).toBeLessThanOrEqual(1.8 + 0.8 * fifth(middle[1] ?? 0) + 1e-9);
      }),
    );
  });

  test('a median is not told where hidden fifths leave open where the middle lies', () => {
    expect(groupedMedian([null, 40, null, 20, 20], 100, ends)).toBeNull();
    // The two upper fifths are told, so the lower ones are known together.
    expect(groupedMedian([null, null, 60, 10, 20], 100, ends)).toBeCloseTo(2.6 + (0.8 * 40) / 60);
    expect(groupedMedian([null, null, null, null, null], 100, ends)).toBeNull();
  });

  test('a difference is one only beyond the error of both', () => {
    // 0.5 · √(1/100 + 1/100) · 1.96 = 0.1386
    const group = (mean: number | null) => ({ n: 100, mean, sd: 0.5 });
    expect(differenceOf(group(3.13), group(3))?.verdict).toBe('within-error');
    expect(differenceOf(group(3.15), group(3))).toMatchObject({ verdict: 'higher' });
    expect(differenceOf(group(2.8), group(3))?.verdict).toBe('lower');
    expect(differenceOf(group(null), group(3))).toBeNull();
    expect(marginOf(group(3))).toBeCloseTo(0.098, 4);
  });

  test('steps are told from k on and in fives', () => {
    const steps = { wishing: 47, recommended: 10, offered: 9, accepted: 0, enrolled: 12 };
    expect(toldSteps(steps, 10)).toEqual({ wishing: 45, recommended: 10, offered: null, accepted: null, enrolled: 10 });
  });

  test('a release is announced for a Monday, nine in the morning in Kazakhstan', () => {
    const on = (iso: string) => nextReleaseDay(new Date(iso)).toISOString();
    expect(on('2026-11-28T06:00:00Z')).toBe('2026-11-30T04:00:00.000Z');
    expect(on('2026-11-30T03:59:59Z')).toBe('2026-11-30T04:00:00.000Z');
    expect(on('2026-11-30T04:00:00Z')).toBe('2026-12-07T04:00:00.000Z');
  });
});

const cell = (n: number, mean: number | null, sd: number | null): ScaleCell => ({
  kind: 'shown',
  scale: 's',
  n,
  mean,
  sd,
  histogram: [20, 20, 20, null, null],
});
const words = (text: string) => ({ kk: text, ru: text, en: text });
const row = (level: ReportRow['level'], id: string, one: ScaleCell): ReportRow => ({
  level,
  id,
  parent: level === 'region' ? null : 'R',
  name: words(id),
  locality: null,
  cluster: null,
  participation: { pupils: 300, consented: 290, started: 280, submitted: 270 },
  scales: [one],
});
const report = (year: number, mean: number): CampaignReport => ({
  campaign: {
    id: `c-${year}`,
    region: 'R',
    regionName: words('R'),
    title: words('t'),
    year,
    instrument: 'i',
    instrumentVersion: '1.0.0',
    languages: ['kk', 'ru'],
    opensAt: `${year}-01-01T00:00:00.000Z`,
    closesAt: `${year}-02-01T00:00:00.000Z`,
    demo: true,
    state: 'closed',
  },
  release: 1,
  releasedAt: `${year}-02-03T00:00:00.000Z`,
  k: 10,
  minimumForHistogram: 30,
  scales: [{ id: 's', name: words('s'), lowest: 1, highest: 5 }],
  rows: [row('region', 'R', cell(270, mean, 0.6)), row('district', 'D', cell(100, mean + 0.3, 0.6))],
  slices: [
    { by: 'language', value: 'kk', scales: [cell(150, mean, null)], choices: [] },
    { by: 'language', value: 'ru', scales: [{ kind: 'hidden', scale: 's' }], choices: [] },
  ],
  norm: '',
});

describe('a region beside others', () => {
  const found = comparisonOf({
    report: report(2027, 3),
    country: [cell(1000, 3.2, 0.6)],
    earlier: [report(2025, 1), report(2026, 3.02)],
    norms: [
      { scale: 's', language: 'kk', mean: 3.4, of: 'campaign' },
      { scale: 's', language: 'ru', mean: 3.1, of: 'campaign' },
    ],
    nextRelease: new Date('2027-02-08T04:00:00Z'),
  });
  const group = (kind: string, value = '') => found.groups.find((one) => one.kind === kind && one.value === value);

  test('tells the region from the rest of the country and from last year, not from the year before that', () => {
    expect(group('region')?.scales[0]).toMatchObject({
      toRest: null,
      toCountry: { verdict: 'lower' },
      toLastYear: { verdict: 'within-error' },
    });
    expect(found.trend.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
  });

  test('tells a part from the rest of its region, and nothing where a figure is not told', () => {
    expect(group('district', 'D')?.scales[0]?.toRest?.verdict).toBe('higher');
    expect(group('part', 'kk')?.scales[0]).toMatchObject({ margin: null, toRest: null, toLastYear: null });
    expect(group('part', 'ru')?.scales).toEqual([]);
  });

  test('draws a norm only across those who are of its language', () => {
    expect(group('part', 'kk')?.scales[0]?.norm).toBe(3.4);
    expect(group('region')?.scales[0]?.norm).toBeNull();
    expect(found.normOf).toBe('campaign');
  });
});

test('the country is compared with last year only where the same regions took part', () => {
  const head = (id: string, mean: number) => ({
    year: 2027,
    scales: report(2027, 3).scales,
    row: row('region', id, cell(200, mean, 0.5)),
  });
  const [now, before] = [
    [head('A', 3), head('B', 4)],
    [head('A', 3), head('B', 3.2)],
  ];
  const of = (was: typeof before) => nationalGroups(now, was, new Map());
  expect(of(before)[0]?.scales[0]?.toLastYear?.verdict).toBe('higher');
  expect(of(before.slice(1))[0]?.scales[0]?.toLastYear).toBeNull();
  expect(of(before)[1]?.scales[0]?.toCountry?.by).toBeCloseTo(-1);
});

test('the country’s steps are not told where one region’s are not', () => {
  const head = (offered: number | null) => ({
    year: 2027,
    scales: [],
    row: row('region', 'A', cell(200, 3, 0.5)),
    steps: { wishing: 40, recommended: 30, offered, accepted: null, enrolled: null },
  });
  expect(nationalSteps([head(20), head(15)])).toMatchObject({ wishing: 80, offered: 35, accepted: null });
  expect(nationalSteps([head(20), head(null)])).toMatchObject({ wishing: 80, offered: null });
});
