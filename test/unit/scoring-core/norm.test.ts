import { describe, expect, it } from 'vitest';
import { loadNorms } from '../../../instruments/load.ts';
import { applies, compile, score } from '../../../scoring/index.ts';
import { normTable, proportionAt, stanineAt, tAt } from '../../../scoring/norm/norm-table.ts';
import { ids, instrumentOf, normOf, scale } from './fixtures.ts';

const table = normTable([
  [10, 0.1],
  [11, 0.2],
  [14, 0.8],
]);

describe('proportionAt', () => {
  it.each([
    [10, 0.1],
    [11, 0.2],
    [14, 0.8],
    [10.5, 0.15],
    [12, 0.4],
    [13.25, 0.65],
    [9, 0.1],
    [-4, 0.1],
    [15, 0.8],
  ])('of %d is %d', (raw, proportion) => {
    expect(proportionAt(table, raw)).toBeCloseTo(proportion, 12);
  });

  it('needs a table that rises', () => {
    expect(() => normTable([[1, 0.5]])).toThrow(RangeError);
    expect(() =>
      normTable([
        [1, 0.5],
        [1, 0.6],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      normTable([
        [1, 0.5],
        [2, 0.5],
      ]),
    ).toThrow(RangeError);
  });
});

describe('T and stanine of a proportion', () => {
  it('are 50 and 5 in the middle, and T stays within 10…90', () => {
    expect(tAt(0.5)).toBe(50);
    expect(stanineAt(0.5)).toBe(5);
    expect(tAt(1e-9)).toBe(10);
    expect(tAt(1 - 1e-9)).toBe(90);
    expect(stanineAt(1e-9)).toBe(1);
    expect(stanineAt(1 - 1e-9)).toBe(9);
  });
});

describe('a prorated sum between two tabled ones', () => {
  it('takes the proportion between theirs, then its T', () => {
    const items = ids('a', 3).map((item) => ({ item, key: 1 as const }));
    const trial = instrumentOf([
      scale({ id: 's', score: 'sum', items, missing: { policy: 'prorate', minAnswered: 0.6 } }),
    ]);
    const plan = compile(
      trial,
      normOf('s', [
        [9, 0.4],
        [12, 0.7],
      ]),
    );
    const found = score(plan, { a1: 3, a2: 4 }).scales[0];
    expect(found).toMatchObject({ raw: 10.5, percentile: expect.closeTo(55, 10) });
    expect(found).toMatchObject({ t: expect.closeTo(tAt(0.55), 10) });
  });
});

describe('applies', () => {
  const made = normOf('s', [
    [1, 0.1],
    [2, 0.2],
  ]);
  const norm = { ...made, n: 400 };
  const pupil = { language: 'kk', population: 'kz-grade-9', demo: false };
  it('only to people of its language and population', () => {
    expect(applies(norm, pupil)).toBe(true);
    expect(applies(norm, { ...pupil, language: 'ru' })).toBe(false);
    expect(applies(norm, { ...pupil, population: 'kz-grade-11' })).toBe(false);
  });

  it('only where at least four hundred people stand behind it', () => {
    expect(applies({ ...norm, n: 399 }, pupil)).toBe(false);
  });

  it('in the demo country to everyone, and a simulated norm nowhere else', () => {
    const simulated = { ...norm, population: { ...norm.population, simulated: true } };
    expect(applies(simulated, { ...pupil, demo: true })).toBe(true);
    expect(applies(simulated, pupil)).toBe(false);
  });

  it('the open English sample never to a pupil of a school here', () => {
    for (const norm of loadNorms('personality-ipip50')) {
      for (const language of ['kk', 'ru', 'en']) expect(applies(norm, { ...pupil, language })).toBe(false);
    }
  });
});
