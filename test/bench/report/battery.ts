import { createRandom } from '../../../scoring/index.ts';
import type { CountedResult } from '../../../server/domain/rollup/add-up.ts';
import { addUp } from '../../../server/domain/rollup/add-up.ts';
import { suppress } from '../../../server/report/disclosure/index.ts';
import { measuresOf, type NamedMeasure } from '../../../server/report/measures.ts';
import { regionBreakdowns, releaseCounts, typeOf } from '../../../server/report/release-counts.ts';
import { makeResults } from './country.ts';
import type { Bench } from './open-bench.ts';
import { say, seconds } from './timing.ts';

/** The disclosure control of a region's release of the whole battery, measure by measure: made once, in a thread of its own. */
export async function releaseOfBattery({ service, country, count, now }: Bench, region: string): Promise<void> {
  const measures = measuresOf(service.stores.instruments.version('kasip-9', '1.0.0'));
  const schools = country.schools.filter((school) => school.region === region);
  const cells = await addUp(sat(country, count, region, measures, now), measures);
  const sizes = new Map<string, number>();
  for (const { school, live } of cells.values()) sizes.set(school, (sizes.get(school) ?? 0) + live.n);
  const places = {
    region: { id: region, names: { kk: region, ru: region, en: region } },
    districts: country.districts
      .filter((district) => district.region === region)
      .map(({ _id: id, names }) => ({ id, names })),
    schools: schools.map(({ _id: id, district, names, locality, languages }) => {
      const n = sizes.get(id) ?? 0;
      const participation = { invited: n, consented: n, started: n, submitted: n };
      return { id, district, names, locality, type: typeOf(languages), participation };
    }),
  };
  const counts = releaseCounts(places, cells.values(), measures, regionBreakdowns);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let last = startedAt;
  const took: { id: string; kind: string; ms: number }[] = [];
  await suppress(counts, [], undefined, (done) => {
    const { id, kind } = measures[done - 1] ?? { id: '', kind: '' };
    took.push({ id, kind, ms: performance.now() - last });
    last = performance.now();
  });
  const cpu = process.cpuUsage(cpuBefore);
  const pupils = [...sizes.values()].reduce((sum, n) => sum + n, 0);
  say(
    `release of ${region} with the battery's ${measures.length} measures (${pupils} pupils, ${schools.length} schools): disclosure ` +
      `control took ${seconds(performance.now() - startedAt)} (${seconds((cpu.user + cpu.system) / 1000)} of a core), once and beside the service`,
  );
  const slowest = took.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  say(`  slowest: ${slowest.map(({ id, ms }) => `${id} ${seconds(ms)}`).join(', ')}`);
}

function* sat(
  country: Bench['country'],
  count: number,
  region: string,
  measures: readonly NamedMeasure[],
  now: Date,
): Generator<CountedResult> {
  const random = createRandom(3);
  for (const result of makeResults(country, count, now)) {
    if (result.region !== region) continue;
    const scales = measures.flatMap((measure) => {
      if (measure.kind === 'category') return [];
      const { lowest, highest, step, within = [lowest, highest] } = measure;
      const share = Math.min(1, Math.max(0, 0.55 + 0.18 * random.normal()));
      const told = Math.min(1, (Math.round((share * (highest - lowest)) / step) * step) / (highest - lowest));
      return [{ ...scored, scale: measure.id, mean: within[0] + told * (within[1] - within[0]) }];
    });
    const chosen = (of: 'teaching' | 'field') =>
      measures.flatMap((measure) => {
        if (measure.kind !== 'category' || measure.of !== of) return [];
        // A few fields draw most.
        const at = Math.floor(measure.classes.length * random.uniform() ** 2.5);
        return [{ field: measure.classes[at] ?? '', rank: 1 }];
      });
    const state = random.uniform() < 0.2 ? 'invited-to-talk' : 'nothing-to-suggest';
    yield {
      ...result,
      scales,
      propensity: { state },
      fields: { teaching: chosen('teaching'), fields: chosen('field') },
    } as never;
  }
}

const scored = {
  kind: 'scored' as const,
  answered: 10,
  of: 10,
  raw: 0,
  sem: null,
  low: null,
  high: null,
  t: null,
  stanine: null,
  percentile: null,
  anchor: 3,
};
