import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adverseImpact } from '../../../scoring/fairness/adverse-impact.ts';
import { benjaminiHochberg } from '../../../scoring/fairness/benjamini-hochberg.ts';
import { difAnalysis } from '../../../scoring/fairness/dif-analysis.ts';
import { oddsDtf, scoreDtf } from '../../../scoring/fairness/differential-test-functioning.ts';
import { fisherExact } from '../../../scoring/fairness/fisher-exact.ts';
import { mantel } from '../../../scoring/fairness/mantel.ts';
import { mantelHaenszel } from '../../../scoring/fairness/mantel-haenszel.ts';
import { matchingScores } from '../../../scoring/fairness/matching-score.ts';
import { ordinalLogisticDif } from '../../../scoring/fairness/ordinal-logistic-dif.ts';
import { proportionalOdds } from '../../../scoring/fairness/proportional-odds.ts';
import { purify } from '../../../scoring/fairness/purify.ts';
import { strataOf } from '../../../scoring/fairness/strata.ts';
import type { IrtItem } from '../../../scoring/irt/irt-item.ts';
import { type ResponseMatrix, responseMatrix } from '../../../scoring/math/response-matrix.ts';
import { mantelHaenszelOracle } from '../../oracle/fixtures/mantel-haenszel.ts';
import { dichotomousItems, gradedItems, simulatedResponses } from './simulated-responses.ts';

/** Two groups of n, the focal one meeting some items as if they were harder. */
function twoGroups(items: readonly IrtItem[], plan: { n: number; seed: number; harder: Record<number, number> }) {
  const shifted = items.map((item, i) => ({ ...item, b: item.b.map((b) => b + (plan.harder[i] ?? 0)) }));
  const [reference, focal] = [
    simulatedResponses(items, { n: plan.n, seed: plan.seed }),
    simulatedResponses(shifted, { n: plan.n, seed: plan.seed + 1 }),
  ];
  const matrix: ResponseMatrix = {
    n: 2 * plan.n,
    k: items.length,
    values: Float64Array.of(...reference.values, ...focal.values),
  };
  return { matrix, groups: Array.from({ length: 2 * plan.n }, (_, i) => i >= plan.n) };
}

const all = (matrix: ResponseMatrix): number[] => Array.from({ length: matrix.k }, (_, j) => j);
const strataFor = (matrix: ResponseMatrix, groups: (boolean | null)[], column: number) =>
  strataOf(matrix, groups, { column, scores: matchingScores(matrix, all(matrix)) });

describe('Mantel–Haenszel', () => {
  const { rows, groups, expected } = mantelHaenszelOracle();
  const matrix = responseMatrix(rows);

  it.each(expected.map((e, i) => [i, e] as const))(
    'agrees with mantelhaen.test of R on item %d',
    (column, { chiSquare, p, alpha, logAlphaSe }) => {
      const found = mantelHaenszel(strataFor(matrix, groups, column));
      expect(found?.chiSquare).toBeCloseTo(chiSquare, 9);
      expect(found?.p).toBeCloseTo(p, 9);
      expect(found?.alpha).toBeCloseTo(alpha, 9);
      expect(found?.logAlphaSe).toBeCloseTo(logAlphaSe, 9);
      expect(found?.delta).toBeCloseTo(-2.35 * Math.log(alpha), 9);
    },
  );

  it('inverts its odds ratio when the groups are swapped', () => {
    const swapped = groups.map((g) => !g);
    for (const column of all(matrix)) {
      const [there, back] = [groups, swapped].map((g) => mantelHaenszel(strataFor(matrix, g, column)));
      expect(back?.alpha).toBeCloseTo(1 / (there?.alpha ?? 0), 10);
      expect(back?.delta).toBeCloseTo(-(there?.delta ?? 0), 10);
      expect(back?.chiSquare).toBeCloseTo(there?.chiSquare ?? 0, 10);
      expect(back?.ets).toBe(there?.ets);
    }
  });

  it('is Mantel’s test without its correction', () => {
    const strata = strataFor(matrix, groups, 2);
    const general = mantel(strata);
    const special = mantelHaenszel(strata);
    expect(general?.chiSquare).toBeGreaterThan(special?.chiSquare ?? 99);
    expect(general?.chiSquare).toBeLessThan(1.15 * (special?.chiSquare ?? 0));
    expect(Math.sign(general?.smd ?? 0)).toBe(Math.sign(special?.delta ?? 0));
  });

  it('is absent where nothing can be compared', () => {
    expect(mantelHaenszel([])).toBeNull();
    expect(mantelHaenszel([{ score: 1, reference: [1, 0], focal: [] }])).toBeNull();
    expect(mantelHaenszel([{ score: 1, reference: [1, 1], focal: [1, 1] }])).toBeNull();
    expect(mantelHaenszel([{ score: 1, reference: [1, 1], focal: [0, 0] }])).toBeNull();
    expect(mantel([{ score: 1, reference: [2, 2], focal: [2] }])).toBeNull();
    expect(() => strataOf(matrix, [true], { column: 0, scores: [] })).toThrow(RangeError);
  });
});

describe('matching score', () => {
  it('is the sum, prorated with few answers missing, absent with many', () => {
    const matrix = responseMatrix([
      [1, 1, 1, 1, 1],
      [1, 1, 1, 0, null],
      [1, null, null, 1, 1],
      [null, null, null, null, null],
    ]);
    expect(matchingScores(matrix, [0, 1, 2, 3, 4])).toEqual([5, 4, null, null]);
  });
});

describe('ordinal logistic regression', () => {
  it('recovers the odds that made the answers', () => {
    const cell = (answer: number, x: number, weight: number) => ({ answer, predictors: [x], weight });
    const found = proportionalOdds([cell(0, 0, 50), cell(1, 0, 50), cell(0, 1, 20), cell(1, 1, 80)], 2);
    expect(found?.slopes[0]).toBeCloseTo(Math.log(4), 9);
    expect(found?.intercepts[0]).toBeCloseTo(0, 9);
    expect(proportionalOdds([cell(0, 0, 50), cell(1, 1, 50)], 2)).toBeNull();
    expect(proportionalOdds([cell(0, 0, 50), cell(0, 1, 50)], 2)).toBeNull();
    expect(() => proportionalOdds([], 1)).toThrow(RangeError);
  });

  it('finds a uniform shift, and does not care for the scale of the score', () => {
    const { matrix, groups } = twoGroups(gradedItems(8, 3), { n: 500, seed: 4, harder: { 2: 0.8 } });
    const [clean, shifted] = [0, 2].map((column) => ordinalLogisticDif(strataFor(matrix, groups, column)));
    expect(shifted?.uniform.p).toBeLessThan(1e-6);
    expect(shifted?.groupSlope).toBeLessThan(0);
    expect(clean?.class).toBe('A');
    const stretched = strataFor(matrix, groups, 2).map((s) => ({ ...s, score: 10 * s.score + 7 }));
    const again = ordinalLogisticDif(stretched);
    expect(again?.total.chiSquare).toBeCloseTo(shifted?.total.chiSquare ?? 0, 6);
    expect(again?.scoreSlope).toBeCloseTo((shifted?.scoreSlope ?? 0) / 10, 6);
  });
});

describe('Benjamini–Hochberg', () => {
  it('agrees with p.adjust of R', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, null, 0.03, 0.5, 0.001]);
    for (const [i, p] of [0.025, 0.05, null, 0.05, 0.5, 0.005].entries()) {
      if (p === null) expect(adjusted[i]).toBeNull();
      else expect(adjusted[i]).toBeCloseTo(p, 12);
    }
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError);
  });

  it('keeps the order of the p values and never lowers one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const adjusted = benjaminiHochberg(values);
        for (const [i, p] of values.entries()) {
          expect(adjusted[i] ?? 0).toBeGreaterThanOrEqual(p - 1e-15);
          for (const [j, q] of values.entries())
            if (p < q) expect(adjusted[i] ?? 0).toBeLessThanOrEqual((adjusted[j] ?? 0) + 1e-15);
        }
      }),
    );
  });
});

describe('purification', () => {
  it('stops when the set no longer changes', () => {
    const sets = [
      [1, 2],
      [1, 2, 3],
      [1, 2, 3],
    ];
    const found = purify(() => sets.shift() ?? []);
    expect(found).toEqual({ flagged: [1, 2, 3], rounds: 3, stable: true, cycle: false });
    expect(purify(() => [])).toEqual({ flagged: [], rounds: 1, stable: true, cycle: false });
  });

  it('notices a circle and takes all of it; gives up after ten rounds', () => {
    const circle = purify((excluded) => (excluded.includes(1) ? [2] : [1]));
    expect(circle).toMatchObject({ flagged: [1, 2], stable: false, cycle: true });
    expect(purify((excluded) => Array.from({ length: excluded.length + 1 }, (_, i) => i))).toMatchObject({
      rounds: 10,
      stable: false,
      cycle: false,
    });
  });
});

describe('a whole analysis', () => {
  it('finds planted items and few others, right/wrong', () => {
    const items = dichotomousItems(20, 5).map((item) => ({ ...item, a: 1.2, b: item.b.map((b) => b * 0.7) }));
    const { matrix, groups } = twoGroups(items, { n: 800, seed: 6, harder: { 4: 0.8, 11: -0.8 } });
    const found = difAnalysis(matrix, groups);
    if (found.kind === 'insufficient') throw new Error(found.reason);
    expect(found.items[4]).toMatchObject({ class: 'C' });
    expect(found.items[11]?.class).toBe('C');
    expect(found.items[4]?.mantelHaenszel?.delta).toBeLessThan(0);
    expect(found.items[11]?.mantelHaenszel?.delta).toBeGreaterThan(0);
    const false_ = found.items.filter(({ column, class: c }) => column !== 4 && column !== 11 && c !== 'A');
    expect(false_.length).toBeLessThanOrEqual(2);
    expect(found.purification?.flagged).toEqual(expect.arrayContaining([4, 11]));
    expect(found.dtf?.tauSquared).toBeGreaterThan(0.02);
  });

  it('finds a planted item with five answers, codes 1 to 5, some missing', () => {
    const { matrix, groups } = twoGroups(gradedItems(10, 7), { n: 500, seed: 8, harder: { 3: 1 } });
    const coded = { ...matrix, values: matrix.values.map((x, i) => (i % 97 === 0 ? Number.NaN : x + 1)) };
    const found = difAnalysis(coded, groups);
    if (found.kind === 'insufficient') throw new Error(found.reason);
    expect(['B', 'C']).toContain(found.items[3]?.class);
    expect(found.items[3]?.mantelHaenszel).toBeNull();
    expect(found.items.filter(({ column, class: c }) => column !== 3 && c !== 'A').length).toBeLessThanOrEqual(1);
  });

  it('leaves out persons of no group, items without variance, groups too small', () => {
    const { matrix, groups } = twoGroups(dichotomousItems(6, 9), { n: 150, seed: 10, harder: {} });
    const constant = { ...matrix, values: matrix.values.map((x, i) => (i % 6 === 2 ? 1 : x)) };
    const found = difAnalysis(
      constant,
      groups.map((g, i) => (i % 10 === 0 ? null : g)),
    );
    if (found.kind === 'insufficient') throw new Error(found.reason);
    expect(found.items[2]).toMatchObject({ mantelHaenszel: null, mantel: null, logistic: null, p: null, class: null });
    expect(found).toMatchObject({ reference: 135, focal: 135 });
    expect(JSON.stringify(found)).not.toContain('NaN');
    expect(
      difAnalysis(
        matrix,
        groups.map((_, i) => i < 20),
      ),
    ).toMatchObject({ kind: 'insufficient', answered: 20 });
    expect(() => difAnalysis(matrix, [true])).toThrow(RangeError);
  });
});

describe('differential test functioning', () => {
  it('is nothing for equal items, signed where all lean one way, unsigned where they cancel', () => {
    const items = gradedItems(6, 11);
    const shift = (by: (i: number) => number) => items.map((item, i) => ({ ...item, b: item.b.map((b) => b + by(i)) }));
    expect(scoreDtf(items, items)).toEqual({ signed: 0, unsigned: 0, signedShare: 0, unsignedShare: 0 });
    const oneWay = scoreDtf(
      items,
      shift(() => 0.5),
    );
    expect(oneWay.signed).toBeLessThan(-0.5);
    expect(oneWay.unsigned).toBeCloseTo(-oneWay.signed, 6);
    const mixed = scoreDtf(
      items,
      shift((i) => (i % 2 === 0 ? 0.5 : -0.5)),
    );
    expect(Math.abs(mixed.signed)).toBeLessThan(0.3 * oneWay.unsigned);
    expect(() => scoreDtf(items, [])).toThrow(RangeError);
  });

  it('τ² is the spread of log odds beyond chance', () => {
    const found = oddsDtf([0.6, -0.6, 0.6, -0.6].map((logAlpha) => ({ logAlpha, se: 0.1 })));
    expect(found?.tauSquared).toBeCloseTo(0.35, 10);
    expect(found?.size).toBe('large');
    expect(oddsDtf([{ logAlpha: 1, se: 0.2 }])).toBeNull();
  });
});

describe('adverse impact', () => {
  it('is undefined, not infinite, where nobody of the reference group is chosen', () => {
    expect(adverseImpact({ selected: 1, of: 10 }, { selected: 0, of: 10 })).toMatchObject({
      ratio: null,
      interval: null,
    });
    expect(adverseImpact({ selected: 0, of: 10 }, { selected: 0, of: 10 }).z).toBeNull();
    expect(adverseImpact({ selected: 0, of: 10 }, { selected: 5, of: 10 })).toMatchObject({
      ratio: 0,
      interval: null,
      belowFourFifths: true,
    });
    expect(() => adverseImpact({ selected: 5, of: 4 }, { selected: 1, of: 4 })).toThrow(RangeError);
  });

  it('Fisher: the tea tasting lady', () => {
    expect(fisherExact({ a: 3, b: 1, c: 1, d: 3 })).toBeCloseTo(0.485714285714286, 12);
    expect(fisherExact({ a: 4, b: 0, c: 0, d: 4 })).toBeCloseTo(2 / 70, 12);
    expect(() => fisherExact({ a: -1, b: 1, c: 1, d: 1 })).toThrow(RangeError);
  });
});
