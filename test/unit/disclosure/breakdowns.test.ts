import { describe, expect, test } from 'vitest';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { grownRegion, randomRegion } from './small-region.ts';

const breakdowns = [
  { depth: 1, by: ['sex'] },
  { depth: 1, by: ['language'] },
  { depth: 2, by: ['sex'] },
];

describe('an attacker with a solver, over overlapping breakdowns', () => {
  test.each([1, 2, 3, 4])('finds nothing in the small region %i', async (seed) => {
    const counts = randomRegion(seed, {
      districts: 3,
      schoolsPerDistrict: 4,
      scales: 1,
      meanSize: 30 + 5 * seed,
      breakdowns,
    });
    let t = performance.now();
    const disclosed = await suppress(counts);
    console.log(performance.now() - t);
    t = performance.now();
    for (const a of [...disclosed.areas, ...disclosed.clusters, ...disclosed.slices]) {
      const s = a.scales[0];
      console.log(
        a.path.join('/'),
        'of' in a ? JSON.stringify(a.of) : '',
        s?.kind === 'shown'
          ? `${s.n}:${s.bands.map((b) => (b.kind === 'shown' ? b.value : '<'))}:${s.mean.kind === 'shown' ? 'M' : ''}${s.sd.kind === 'shown' ? 'S' : ''}`
          : '-',
      );
    }
    const { targets, findings, exact } = await attack([{ counts, disclosed }], 0, 10);
    console.log(performance.now() - t, targets.length);
    expect(findings).toEqual([]);
    expect(exact).toEqual([]);
  });
  test.each([1, 2])('finds nothing in the small region %i after a second release', async (seed) => {
    const before = randomRegion(seed, {
      districts: 2,
      schoolsPerDistrict: 4,
      scales: 1,
      meanSize: 30 + 5 * seed,
      breakdowns,
    });
    const after = grownRegion(before, seed + 50, 12);
    const first = { counts: before, disclosed: await suppress(before) };
    const second = { counts: after, disclosed: await suppress(after, [first]) };
    const { targets, findings, exact } = await attack([first, second], 0, 10);
    expect(targets.length).toBeGreaterThan(20);
    expect(findings).toEqual([]);
    expect(exact).toEqual([]);
  });
});
