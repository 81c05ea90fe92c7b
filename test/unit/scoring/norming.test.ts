import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scoring/math/random.ts';
import { continuousNorms } from '../../../scoring/norming/continuous-norms.ts';
import { continuousT } from '../../../scoring/norming/continuous-t.ts';
import { midRankTable } from '../../../scoring/norming/mid-rank-table.ts';
import { isMonotone, modelledRaw, rangeOf } from '../../../scoring/norming/norm-surface.ts';
import { percentileAt } from '../../../scoring/norming/percentile-at.ts';
import { percentileInterval } from '../../../scoring/norming/percentile-interval.ts';
import { stanine, sten } from '../../../scoring/norming/standard-scores.ts';

const scores = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 });

describe('mid-rank norm table', () => {
  it('gives each score the persons below and half of those equal', () => {
    const table = midRankTable([1, 2, 2, 3]);
    expect(table.map(({ percentile }) => percentile)).toEqual([0.125, 0.5, 0.875]);
    expect(table[1]).toMatchObject({ raw: 2, count: 2, z: 0, t: 50, stanine: 5, sten: 6 });
    expect(midRankTable([])).toEqual([]);
    expect(midRankTable([7, 7])[0]).toMatchObject({ percentile: 0.5, t: 50 });
    expect(() => midRankTable([Number.NaN])).toThrow(RangeError);
  });

  it('rises with the score, whatever the order of persons', () => {
    fc.assert(
      fc.property(scores, (sample) => {
        const table = midRankTable(sample);
        expect(midRankTable([...sample].reverse())).toEqual(table);
        expect(table.reduce((sum, { count }) => sum + count, 0)).toBe(sample.length);
        for (const [i, row] of table.entries()) {
          const before = table[i - 1];
          if (before === undefined) continue;
          expect(row.percentile).toBeGreaterThan(before.percentile);
          expect(row.t).toBeGreaterThan(before.t);
          expect(row.stanine).toBeGreaterThanOrEqual(before.stanine);
          expect(row.sten).toBeGreaterThanOrEqual(before.sten);
        }
      }),
    );
  });

  it('interpolates between scores and stays flat beyond them', () => {
    const table = midRankTable([10, 10, 20, 20]);
    expect(percentileAt(table, 10)).toBe(0.25);
    expect(percentileAt(table, 15)).toBeCloseTo(0.5, 12);
    expect(percentileAt(table, 17.5)).toBeCloseTo(0.625, 12);
    expect(percentileAt(table, -5)).toBe(0.25);
    expect(percentileAt(table, 99)).toBe(0.75);
    expect(() => percentileAt([], 1)).toThrow(RangeError);
    expect(() => percentileAt(table, Number.NaN)).toThrow(RangeError);
  });

  it('interpolation never falls', () => {
    fc.assert(
      fc.property(
        scores,
        fc.double({ min: -5, max: 35, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (sample, raw, step) => {
          const table = midRankTable(sample);
          expect(percentileAt(table, raw + step)).toBeGreaterThanOrEqual(percentileAt(table, raw) - 1e-12);
        },
      ),
    );
  });

  it('comes with an interval that holds the percentile', () => {
    const { low, high } = percentileInterval(0.9, 400);
    expect(low).toBeCloseTo(0.8668, 3);
    expect(high).toBeCloseTo(0.9257, 3);
    expect(percentileInterval(0, 50).low).toBe(0);
    expect(() => percentileInterval(1.2, 50)).toThrow(RangeError);
  });
});

describe('stanine and sten', () => {
  it('put a score on a boundary into the higher band', () => {
    expect([-1.76, -1.75, -0.26, -0.25, 0.2499, 0.25, 1.75, 1.74].map(stanine)).toEqual([1, 2, 4, 5, 5, 6, 9, 8]);
    expect([-2.01, -2, -0.5, -0.0001, 0, 0.5, 1.99, 2].map(sten)).toEqual([1, 2, 5, 5, 6, 7, 9, 10]);
    expect([stanine(-9), stanine(9), sten(-9), sten(9)]).toEqual([1, 9, 1, 10]);
    expect(() => stanine(Number.NaN)).toThrow(RangeError);
  });
});

describe('a norm surface', () => {
  const term = (locationPower: number, agePower: number, coefficient: number) => ({
    locationPower,
    agePower,
    coefficient,
  });
  const [ages, raws] = [
    { low: 13, high: 16 },
    { low: 0, high: 100 },
  ];

  it('is monotone only if it climbs everywhere it is read', () => {
    expect(isMonotone([term(1, 0, 1)], ages, raws)).toBe(true);
    expect(isMonotone([term(1, 0, -1), term(0, 0, 100)], ages, raws)).toBe(false);
    expect(isMonotone([term(0, 0, 50)], ages, raws)).toBe(false);
    // A hump at T 60, and a slope that turns with age.
    expect(isMonotone([term(0, 0, -40), term(1, 0, 2.4), term(2, 0, -0.02)], ages, raws)).toBe(false);
    expect(isMonotone([term(1, 0, 15), term(1, 1, -1), term(0, 0, 10)], ages, raws)).toBe(false);
    // Falling again only where the test has no higher score to give.
    expect(isMonotone([term(0, 0, -40), term(1, 0, 4), term(2, 0, -0.025)], ages, { low: 0, high: 55 })).toBe(true);
  });

  it('gives raw scores by its terms', () => {
    expect(modelledRaw([term(0, 0, 1), term(1, 1, 2), term(2, 0, 3)], 10, 4)).toBe(1 + 80 + 300);
    expect(() => rangeOf([])).toThrow(RangeError);
  });
});

describe('continuous norming', () => {
  const random = createRandom(31);
  const persons = [13, 14, 15, 16].flatMap((age) =>
    Array.from({ length: 300 }, () => ({ age, raw: Math.round(10 + 3 * (age - 13) + 4 * random.normal()) })),
  );
  const norms = continuousNorms(persons);

  it('finds growth with age and norms that climb with the score', () => {
    if (norms.kind === 'insufficient') throw new Error(norms.reason);
    expect(norms.monotone).toBe(true);
    expect(norms.adjustedR2).toBeGreaterThan(0.98);
    expect(norms.adjustedR2 - (norms.adjustedR2WithoutAge ?? 1)).toBeGreaterThan(0.1);
    expect(continuousT(norms, 10, 13)).toBeGreaterThan(48);
    expect(continuousT(norms, 10, 13)).toBeLessThan(52);
    expect(continuousT(norms, 19, 16)).toBeGreaterThan(48);
    expect(continuousT(norms, 19, 16)).toBeLessThan(52);
    for (let raw = 5; raw < 25; raw += 1) {
      expect(continuousT(norms, raw + 1, 14.5)).toBeGreaterThan(continuousT(norms, raw, 14.5));
      expect(continuousT(norms, raw, 14)).toBeGreaterThan(continuousT(norms, raw, 15));
    }
    expect(continuousT(norms, -100, 14)).toBe(25);
    expect(continuousT(norms, 1000, 14)).toBe(75);
    expect(() => continuousT(norms, 10, 17)).toThrow(RangeError);
  });

  it('does without age where all are of one age', () => {
    const one = continuousNorms(persons.filter(({ age }) => age === 14));
    if (one.kind === 'insufficient') throw new Error(one.reason);
    expect(one.terms.every(({ agePower }) => agePower === 0)).toBe(true);
    expect(one.adjustedR2).toBeCloseTo(one.adjustedR2WithoutAge ?? 0, 12);
  });

  it('does not depend on the order of persons', () => {
    const turned = continuousNorms([...persons].reverse());
    if (norms.kind === 'insufficient' || turned.kind === 'insufficient') throw new Error('too small');
    expect(continuousT(turned, 14, 14)).toBeCloseTo(continuousT(norms, 14, 14), 6);
  });

  it('asks for large enough groups and scores that vary', () => {
    expect(continuousNorms(persons.slice(0, 350))).toMatchObject({ kind: 'insufficient', answered: 50, required: 100 });
    expect(continuousNorms([])).toMatchObject({ kind: 'insufficient' });
    expect(continuousNorms(persons.map(({ age }) => ({ age, raw: 7 })))).toMatchObject({ kind: 'insufficient' });
    expect(() => continuousNorms([{ raw: Number.NaN, age: 14 }])).toThrow(RangeError);
  });
});
