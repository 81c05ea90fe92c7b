import { describe, expect, test } from 'vitest';
import { type ReportCounts, type SchoolCounts, suppress } from '../../../server/report/disclosure/index.ts';
import { regionBreakdowns } from '../../../server/report/release-counts.ts';
import { attack } from './attacker.ts';
import { everythingTold } from './primary-only.ts';
import type { Evidence } from './report-rows.ts';
import { grownRegion, randomNumbers, randomRegion } from './small-region.ts';

/**
 * All that a department gets in a campaign: places, and the region by language, sex, rural or urban and type of school, each
 * with counts, means and deviations, on three dates; and the names of those who agreed to be named.
 */
const days = (seed: number): readonly ReportCounts[] => {
  const shape = { districts: 2, schoolsPerDistrict: 2, scales: 1, meanSize: 70, breakdowns: regionBreakdowns };
  const first = inPlaces(randomRegion(seed, shape));
  const second = inPlaces(grownRegion(first, seed + 50, 60));
  return [first, second, inPlaces(grownRegion(second, seed + 90, 60))];
};

/** Where each school stands and in which languages it teaches. */
const inPlaces = (counts: ReportCounts): ReportCounts => ({
  ...counts,
  schools: counts.schools.map((school, index) => ({
    ...school,
    strata: (school.strata ?? []).map((stratum) => ({
      ...stratum,
      of: { ...stratum.of, locality: index % 2 === 0 ? 'rural' : 'urban', type: index % 3 === 0 ? 'mixed' : 'kk' },
    })),
  })),
});

/** The same, with a seventh of the pupils known by name. */
function withNames(counts: ReportCounts, seed: number): ReportCounts {
  const random = randomNumbers(seed);
  const named = (school: SchoolCounts): SchoolCounts => {
    const strata = (school.strata ?? []).map(({ of, scales }) => ({
      of,
      scales: scales.map((scale) => ({
        ...scale,
        knownBands: scale.bands.map((n) => Math.floor((n * random()) / 3.5)),
      })),
    }));
    const scales = school.scales.map((scale, index) => ({
      ...scale,
      knownBands: scale.bands.map((_, band) =>
        strata.reduce((sum, stratum) => sum + (stratum.scales[index]?.knownBands[band] ?? 0), 0),
      ),
    }));
    return { ...school, scales, strata };
  };
  return { ...counts, schools: counts.schools.map(named) };
}

async function released(all: readonly ReportCounts[]): Promise<Evidence[]> {
  const releases: Evidence[] = [];
  for (const counts of all) releases.push({ counts, disclosed: await suppress(counts, releases) });
  return releases;
}

describe('an attacker with a solver, over all that a department gets', () => {
  test('finds nothing over three days, four breakdowns, counts, means and deviations', async () => {
    const releases = await released(days(3));
    const slices = releases.flatMap(({ disclosed }) => disclosed.slices);
    const told = slices.flatMap(({ of, scales }) => (scales[0]?.kind === 'shown' ? Object.keys(of) : []));
    expect(new Set(told)).toEqual(new Set(['language', 'sex', 'locality', 'type']));
    const { targets, findings, exact } = await attack(releases, 0, 10);
    expect(targets.length).toBeGreaterThan(40);
    expect([findings, exact]).toEqual([[], []]);
  });

  test('finds no school of two pupils between clusters and breakdowns by place', async () => {
    const shape = { districts: 2, schoolsPerDistrict: 3, scales: 1, meanSize: 55, breakdowns: regionBreakdowns };
    const counts = inPlaces(randomRegion(3, shape));
    expect(counts.schools.filter(({ scales }) => scales[0]?.n === 2)).toHaveLength(2);
    const { findings } = await attack(await released([counts]), 0, 10);
    expect(findings).toEqual([]);
  });

  test('finds nothing though it knows a seventh of the pupils by name', async () => {
    const [day] = days(4);
    if (day === undefined) throw new Error('no day');
    const { targets, findings } = await attack(await released([withNames(day, 4)]), 0, 10);
    expect(targets.length).toBeGreaterThan(20);
    expect(findings).toEqual([]);
  });

  test('finds plenty where only the small numbers are hidden', async () => {
    const all = days(3);
    const open = all.map((counts, index) => ({ counts, disclosed: everythingTold(counts, 10, index + 1) }));
    const { targets, findings, exact } = await attack(open, 0, 10);
    expect(findings.length / targets.length).toBeGreaterThan(0.3);
    expect(exact.length).toBeGreaterThan(20);
  });
});
