import { expect, it } from 'vitest';
import { createRandom } from '../../../scoring/index.ts';
import type { DifStudyReport } from '../../../server/contract/study-report.ts';
import { runStudy } from '../../../server/task/study/run-study.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f'];

/** 400 persons, half of them «kk»; `shift`: how much lower these answer the first item at the same trait. */
function study(shift: number, invited?: boolean[]): DifStudyReport {
  const random = createRandom(5);
  const n = 400;
  const values = new Float64Array(n * items.length);
  for (let row = 0; row < n; row += 1) {
    const trait = random.normal();
    for (let j = 0; j < items.length; j += 1) {
      const lean = j === 0 && row % 2 === 0 ? -shift : 0;
      values[row * items.length + j] = Math.min(5, Math.max(1, Math.round(3 + trait + lean + 0.7 * random.normal())));
    }
  }
  const scale = { scale: 's', items: items.map((item) => ({ item, reversed: false, low: 1, high: 5 })) };
  const report = runStudy(
    {
      ...{ kind: 'dif', items, n, values, times: null, banks: [], scales: [scale] },
      groups: { language: Array.from({ length: n }, (_, row) => (row % 2 === 0 ? 'kk' : 'ru')) },
      settings: { seed: 1, group: 'language', focal: 'kk' },
      ...(invited === undefined ? {} : { invited }),
    },
    () => undefined,
  );
  if (report.kind !== 'dif') throw new Error('another kind of study');
  return report;
}

it('tells what items do together: they favour the others by what was planted, out of all points', () => {
  const { test } = study(1).scales[0] ?? {};
  expect(test?.highest).toBe(24);
  const none = study(0).scales[0]?.test?.signed ?? 9;
  expect(test?.signed).toBeLessThan(none - 0.3);
  expect(test?.unsigned).toBeGreaterThanOrEqual(Math.abs(test?.signed ?? 9));
  expect(Math.abs(none)).toBeLessThan(0.3);
});

it('compares how often a talk is suggested, where the form suggests one', () => {
  expect(study(0).impact).toBeNull();
  // Every second of the others, every fourth of the focal group.
  const invited = Array.from({ length: 400 }, (_, row) => (row % 2 === 0 ? row % 8 === 0 : row % 4 === 1));
  const { impact } = study(0, invited);
  expect(impact).toMatchObject({ focal: { selected: 50, of: 200 }, reference: { selected: 100, of: 200 }, ratio: 0.5 });
  expect(impact?.belowFourFifths).toBe(true);
  expect(impact?.fisherP).toBeLessThan(1e-5);
  expect(impact?.low).toBeLessThan(0.5);
  expect(impact?.high).toBeGreaterThan(0.5);
});
