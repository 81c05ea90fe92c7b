import { expect, test } from 'vitest';
import { defaultRules, type ReportCounts, suppress } from '../../../server/report/disclosure/index.ts';
import { attack } from './attacker.ts';
import { primaryOnly } from './primary-only.ts';
import { randomNumbers } from './small-region.ts';

const k = 5;
const edges = [1, 2, 3, 4, 5, 6, 7];

/** Twelve schools by six types, about ten pupils a cell: the table on which hiding small cells alone was first measured. */
function classicTable(seed: number): ReportCounts {
  const random = randomNumbers(seed);
  const schools = Array.from({ length: 12 }, (_, school) => {
    const bands = edges.slice(1).map(() => 2 + Math.floor(random() * 18));
    const scored = bands.map((count, band) => ({ count, score: 1.5 + band }));
    const n = bands.reduce((sum, count) => sum + count, 0);
    const sum = scored.reduce((total, { count, score }) => total + count * score, 0);
    const sumSquares = scored.reduce((total, { count, score }) => total + count * score * score, 0);
    const participation = { invited: n, consented: n, started: n, submitted: n };
    return { path: ['KZ-11', 'd', `s${school}`], participation, scales: [{ n, sum, sumSquares, bands }] };
  });
  return { scales: [{ id: 'type', edges, step: 0.5 }], schools };
}

test('hiding only the small cells of twelve by six tables leaves most of them exactly recoverable', async () => {
  const attacks = [];
  for (const seed of [1, 2, 3]) {
    const counts = classicTable(seed);
    attacks.push(await attack([{ counts, disclosed: primaryOnly(counts, k) }], 0, k));
  }
  const hidden = attacks.flatMap(({ targets }) => targets).length;
  const exact = attacks.flatMap((one) => one.exact).length / hidden;
  expect(exact).toBeGreaterThan(0.5);
  const found = attacks.flatMap(({ findings }) => findings).length / hidden;
  expect(found).toBeGreaterThan(0.6);
});

test('protected, the same tables give nothing away', async () => {
  for (const seed of [1, 2, 3]) {
    const counts = classicTable(seed);
    const disclosed = await suppress(counts, [], { ...defaultRules, k, distributionFrom: 15 });
    expect((await attack([{ counts, disclosed }], 0, k)).findings).toEqual([]);
  }
});
