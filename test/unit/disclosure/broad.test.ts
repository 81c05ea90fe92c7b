import { expect, test } from 'vitest';
import { byDistrict, toldOfAreas, withScales } from '../../../server/report/disclosure/broad-scales.ts';
import { type ReportCounts, type SchoolCounts, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { grownRegion, randomNumbers, randomRegion } from './small-region.ts';

const classes = 20;

/** The same region with a second measure: which of twenty subjects fits best, a few of them drawing most. */
function withSubjects(counts: ReportCounts, before?: ReportCounts): ReportCounts {
  const random = randomNumbers(5);
  const subjects = (n: number, old: readonly number[]) => {
    const bands = Array.from({ length: classes }, (_, at) => old[at] ?? 0);
    for (let pupil = total(bands); pupil < n; pupil += 1) {
      const at = Math.floor(classes * random() ** 2.5);
      bands[at] = (bands[at] ?? 0) + 1;
    }
    return { n, sum: weighted(bands, 1), sumSquares: weighted(bands, 2), bands };
  };
  const schools = counts.schools.map((school, index): SchoolCounts => {
    const [first] = school.scales;
    const old = before?.schools[index]?.scales[1]?.bands ?? [];
    return first === undefined ? school : { ...school, scales: [first, subjects(first.n, old)] };
  });
  const edges = Array.from({ length: classes + 1 }, (_, at) => at - 0.5);
  return { ...counts, schools, scales: [...counts.scales, { id: 'subject', edges, step: 1, isCategory: true }] };
}

const total = (bands: readonly number[]): number => bands.reduce((sum, one) => sum + one, 0);
const weighted = (bands: readonly number[], power: number): number =>
  bands.reduce((sum, n, at) => sum + n * at ** power, 0);

test('many classes of a large region are told of districts, not of schools, and give an attacker nothing', async () => {
  const plain = randomRegion(3, { districts: 3, schoolsPerDistrict: 35, scales: 1, meanSize: 12 });
  const counts = withSubjects(plain);
  const later = withSubjects(grownRegion(plain, 9, 4), counts);
  const first = { counts, disclosed: await suppress(counts) };
  const second = { counts: later, disclosed: await suppress(later, [first]) };
  for (const { disclosed } of [first, second]) {
    const kinds = (wide: boolean) =>
      new Set(disclosed.areas.filter(({ path }) => path.length < 3 === wide).map(({ scales }) => scales[1]?.kind));
    expect([[...kinds(true)], [...kinds(false)]]).toEqual([['shown'], ['participation-only']]);
    expect(disclosed.areas.some(({ path, scales }) => path.length === 3 && scales[0]?.kind === 'shown')).toBe(true);
    // A mean of classes is no number.
    expect(disclosed.areas.flatMap(({ scales }) => (scales[1]?.kind === 'shown' ? scales[1].mean.kind : []))).toEqual(
      Array(4).fill('fewer'),
    );
  }
  // Of schools only their size is known, which says nothing of classes: the attacker's table is that of districts.
  const evidence = [first, second].map((release) => ({
    counts: byDistrict(withScales(release.counts, [1])),
    disclosed: toldOfAreas(release, [1]),
  }));
  const { targets, findings } = await attack(evidence, 0, 10);
  expect(targets.length).toBeGreaterThan(10);
  expect(findings).toEqual([]);
});
