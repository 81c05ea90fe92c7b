import { describe, expect, test } from 'vitest';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { randomRegion } from './small-region.ts';

describe('an attacker with a solver, over one release', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('finds nothing in the small region %i', async (seed) => {
    const counts = randomRegion(seed, { districts: 3, schoolsPerDistrict: 6, scales: 1, meanSize: 15 + 5 * seed });
    const disclosed = await suppress(counts);
    const t = performance.now();
    const { targets, findings, exact } = await attack([{ counts, disclosed }], 0, 10);
    console.log(
      seed,
      targets.length,
      findings.length,
      exact.length,
      performance.now() - t,
      disclosed.areas
        .map((a) => a.scales[0])
        .filter((s) => s?.kind === 'shown')
        .map((s) => (s?.kind === 'shown' ? [s.mean.kind, s.sd.kind].join() : ''))
        .join(' '),
    );
    expect(findings).toEqual([]);
  });
});
