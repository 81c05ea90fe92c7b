import { describe, expect, test } from 'vitest';
import { type DisclosedReport, type DisclosedScale, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { grownRegion, randomRegion } from './small-region.ts';

/** A report made as if it were the first, dated as the second. */
function asSecond(report: DisclosedReport): DisclosedReport {
  const dated = <Row extends { readonly scales: readonly DisclosedScale[] }>(row: Row): Row => {
    return { ...row, scales: row.scales.map((scale) => (scale.kind === 'shown' ? { ...scale, asOf: 2 } : scale)) };
  };
  return { ...report, areas: report.areas.map(dated), clusters: report.clusters.map(dated) };
}

describe('an attacker with a solver, over two releases', () => {
  test.each([3, 4, 6])('finds nothing in the small region %i', async (seed) => {
    const before = randomRegion(seed, { districts: 3, schoolsPerDistrict: 5, scales: 1, meanSize: 20 + 5 * seed });
    const after = grownRegion(before, seed + 100, 10 + 4 * seed);
    const first = { counts: before, disclosed: await suppress(before) };
    const second = { counts: after, disclosed: await suppress(after, [first]) };
    const { targets, findings, exact } = await attack([first, second], 0, 10);
    expect(targets.length).toBeGreaterThan(50);
    expect(
      second.disclosed.areas.some(({ scales }) => scales.some((scale) => scale.kind === 'shown' && scale.asOf === 2)),
    ).toBe(true);
    expect(findings).toEqual([]);
    expect(exact).toEqual([]);
  });

  test('finds plenty where each release was protected by itself', async () => {
    const before = randomRegion(1, { districts: 2, schoolsPerDistrict: 4, scales: 1, meanSize: 30 });
    const after = grownRegion(before, 101, 14);
    const first = { counts: before, disclosed: await suppress(before) };
    const second = { counts: after, disclosed: asSecond(await suppress(after)) };
    const { targets, findings } = await attack([first, second], 0, 10);
    expect(findings.length / targets.length).toBeGreaterThan(0.1);
  });
});

test('a row about which nothing new can be told keeps its figures of the release before, and says so', async () => {
  const before = randomRegion(1, { districts: 3, schoolsPerDistrict: 5, scales: 1, meanSize: 25 });
  const first = { counts: before, disclosed: await suppress(before) };
  const [school, ...others] = before.schools;
  const [scale] = school?.scales ?? [];
  if (school === undefined || scale === undefined) throw new Error('no school');
  const [band = 0, ...rest] = scale.bands;
  const one = { n: scale.n + 1, sum: scale.sum + 1, sumSquares: scale.sumSquares + 1, bands: [band + 1, ...rest] };
  const second = await suppress({ ...before, schools: [{ ...school, scales: [one] }, ...others] }, [first]);
  const region = (report: typeof second) => report.areas[0]?.scales[0];
  expect(region(first.disclosed)).toMatchObject({ kind: 'shown', asOf: 1 });
  expect(region(second)).toEqual(region(first.disclosed));
});
