import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatedAnswer } from '../../../scoring/adaptive/simulated-answer.ts';
import { thetaMap } from '../../../scoring/irt/theta-map.ts';
import { thetaWle } from '../../../scoring/irt/theta-wle.ts';
import { mean, standardDeviation } from '../../../scoring/math/moments.ts';
import { createRandom } from '../../../scoring/math/random.ts';
import { responseMatrix, rowOf, selectColumns } from '../../../scoring/math/response-matrix.ts';
import { evenOddConsistency } from '../../../scoring/quality/even-odd-consistency.ts';
import { guttmanErrors } from '../../../scoring/quality/guttman-errors.ts';
import { infitOutfit } from '../../../scoring/quality/infit-outfit.ts';
import { intraIndividualVariability } from '../../../scoring/quality/intra-individual-variability.ts';
import { itemPairs } from '../../../scoring/quality/item-pairs.ts';
import { longString } from '../../../scoring/quality/long-string.ts';
import { mahalanobisDistances, multivariateReference } from '../../../scoring/quality/mahalanobis-distance.ts';
import { pairConsistency } from '../../../scoring/quality/pair-consistency.ts';
import { personFitLz, personFitLzStar } from '../../../scoring/quality/person-fit-lz.ts';
import { stepPopularity } from '../../../scoring/quality/step-popularity.ts';
import { u3 } from '../../../scoring/quality/u3.ts';
import { dichotomousItems, gradedItems, simulatedResponses } from './simulated-responses.ts';

const NaNs = Number.NaN;

describe('long string', () => {
  it('counts runs within pages; a gap or a new page ends one', () => {
    expect(longString([3, 3, 3, 1, 1])).toEqual({ longest: 3, average: 2.5, byPage: [3] });
    expect(longString([3, 3, NaNs, 3, 3])).toMatchObject({ longest: 2 });
    expect(longString([3, 3, 3, 3], [1, 1, 2, 2])).toEqual({ longest: 2, average: 2, byPage: [2, 2] });
    expect(longString([NaNs, NaNs])).toBeNull();
    expect(() => longString([1], [1, 2])).toThrow(RangeError);
  });

  it('is the whole length for one answer throughout, and bounded always', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (answers) => {
        expect(longString(answers.map(() => 2))?.longest).toBe(answers.length);
        expect(longString(answers)?.longest ?? 0).toBeLessThanOrEqual(answers.length);
        expect(longString([...answers].reverse())?.longest).toBe(longString(answers)?.longest);
      }),
    );
  });
});

describe('variability and consistency within a person', () => {
  it('IRV needs two answers', () => {
    expect(intraIndividualVariability([4, NaNs, 4])).toBe(0);
    expect(intraIndividualVariability([1, NaNs, 3])).toBeCloseTo(Math.SQRT2, 12);
    expect(intraIndividualVariability([1, NaNs])).toBeNull();
  });

  it('even–odd is 1 where halves agree, −1 where they oppose, null where it is undefined', () => {
    const scales = Array.from({ length: 5 }, (_, s) => [2 * s, 2 * s + 1]);
    const agree = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5];
    expect(evenOddConsistency(agree, scales)).toBeCloseTo(1, 12);
    expect(evenOddConsistency([1, 5, 2, 4, 3, 3, 4, 2, 5, 1], scales)).toBe(-1);
    expect(evenOddConsistency(agree, scales.slice(0, 4))).toBeNull();
    expect(
      evenOddConsistency(
        agree.map(() => 3),
        scales,
      ),
    ).toBeNull();
    expect(
      evenOddConsistency(
        agree.map((x, i) => (i === 0 ? NaNs : x)),
        scales,
      ),
    ).toBeNull();
  });

  it('pairs are found once and used with three or more', () => {
    const random = createRandom(1);
    const rows = Array.from({ length: 300 }, () => {
      const [a, b] = [random.normal(), random.normal()];
      return [a, a + 0.2 * random.normal(), b, -b + 0.2 * random.normal(), random.normal()];
    });
    const matrix = responseMatrix(rows);
    expect(itemPairs(matrix, 0.6).map(({ first, second }) => [first, second])).toEqual([[0, 1]]);
    expect(itemPairs(matrix, -0.6).map(({ first, second }) => [first, second])).toEqual([[2, 3]]);
    expect(() => itemPairs(matrix, 0)).toThrow(RangeError);
    const pairs = [0, 2, 4].map((first) => ({ first, second: first + 1 }));
    expect(pairConsistency([1, 1, 3, 3, 5, 5], pairs)).toBeCloseTo(1, 12);
    expect(pairConsistency([1, 5, 3, 3, 5, 1], pairs)).toBeCloseTo(-1, 12);
    expect(pairConsistency([1, 1, 3, 3, 5, NaNs], pairs)).toBeNull();
    expect(pairConsistency([1, 1, 1, 1, 1, 1], pairs)).toBeNull();
  });
});

describe('Mahalanobis distance', () => {
  const random = createRandom(2);
  const rows = Array.from({ length: 400 }, () => {
    const shared = random.normal();
    return Array.from({ length: 4 }, () => shared + random.normal());
  });
  const matrix = responseMatrix(rows);
  const reference = multivariateReference(matrix);
  if (reference.kind === 'insufficient') throw new Error(reference.reason);

  it('averages to the number of items and flags what is far off', () => {
    const distances = mahalanobisDistances(matrix, reference);
    expect(mean(distances.map((d) => d?.d2 ?? 0))).toBeCloseTo((4 * 399) / 400, 9);
    const [odd] = mahalanobisDistances(responseMatrix([[3, -3, 3, -3]]), reference);
    expect(odd?.p).toBeLessThan(0.001);
    expect(distances.filter((d) => (d?.p ?? 1) < 0.05).length / 400).toBeLessThan(0.1);
  });

  it('measures on what was answered', () => {
    const [some, none] = mahalanobisDistances(
      responseMatrix([
        [1, null, 0, null],
        [null, null, null, null],
      ]),
      reference,
    );
    expect(some?.df).toBe(2);
    // The same as if only these two items had ever been asked, whatever the spread of the others.
    const uneven = responseMatrix(rows.map((row) => row.map((x, j) => x * (j + 1))));
    const known = multivariateReference(uneven);
    const two = multivariateReference(selectColumns(uneven, [1, 3]));
    if (known.kind === 'insufficient' || two.kind === 'insufficient') throw new Error('too few rows');
    const [part] = mahalanobisDistances(responseMatrix([[null, 2, null, -5]]), known);
    const [alone] = mahalanobisDistances(responseMatrix([[2, -5]]), two);
    expect(part?.d2).toBeCloseTo(alone?.d2 ?? 0, 9);
    expect(none).toBeNull();
  });

  it('copes with items that repeat each other', () => {
    const doubled = responseMatrix(rows.map((row) => [...row, row[0] ?? 0]));
    const known = multivariateReference(doubled);
    if (known.kind === 'insufficient') throw new Error(known.reason);
    const [first] = mahalanobisDistances(doubled, known);
    const [plain] = mahalanobisDistances(matrix, reference);
    expect(first?.df).toBe(4);
    expect(first?.d2).toBeCloseTo(plain?.d2 ?? 0, 6);
    expect(multivariateReference(responseMatrix(rows.slice(0, 5)))).toMatchObject({ kind: 'insufficient' });
    expect(() => mahalanobisDistances(doubled, reference)).toThrow(RangeError);
  });
});

describe('person fit', () => {
  const items = dichotomousItems(30, 7);
  const random = createRandom(70);

  it('lz at the true θ, and lz* at the estimate, are standard normal for honest answers', () => {
    const honest = Array.from({ length: 1500 }, () => {
      const theta = random.normal();
      return { theta, answers: items.map((item) => simulatedAnswer(item, theta, random)) };
    });
    const lz = honest.flatMap(({ theta, answers }) => personFitLz(items, answers, theta) ?? []);
    const star = (source: 'wle' | 'map') =>
      honest.flatMap(({ answers }) => {
        const estimate = source === 'wle' ? thetaWle(items, answers) : thetaMap(items, answers);
        return estimate === null ? [] : (personFitLzStar(items, answers, { theta: estimate.theta, source }) ?? []);
      });
    for (const values of [lz, star('wle'), star('map')]) {
      expect(Math.abs(mean(values))).toBeLessThan(0.12);
      expect(Math.abs(standardDeviation(values) - 1)).toBeLessThan(0.12);
    }
  });

  it('falls for answers that go against the items', () => {
    const order = items.map((_, i) => i).sort((a, b) => (items[a]?.b[0] ?? 0) - (items[b]?.b[0] ?? 0));
    const pattern = (solvedFirst: boolean) => items.map((_, i) => (order.indexOf(i) < 15 === solvedFirst ? 1 : 0));
    expect(personFitLz(items, pattern(true), 0)).toBeGreaterThan(1);
    expect(personFitLz(items, pattern(false), 0)).toBeLessThan(-4);
    expect(infitOutfit(items, pattern(false), 0)?.outfit).toBeGreaterThan(1.5);
    expect(infitOutfit(items, pattern(true), 0)?.outfit).toBeLessThan(0.9);
    expect(
      personFitLz(
        items,
        items.map(() => null),
        0,
      ),
    ).toBeNull();
    expect(
      personFitLzStar(
        items,
        items.map(() => null),
        { theta: 0, source: 'mle' },
      ),
    ).toBeNull();
    expect(
      infitOutfit(
        items,
        items.map(() => null),
        0,
      ),
    ).toBeNull();
    expect(() => personFitLz(items, [3], 0)).toThrow(RangeError);
  });

  it('Guttman errors and U3 run from 0 to 1', () => {
    const matrix = simulatedResponses(items, { n: 500, seed: 8 });
    const popularity = stepPopularity(matrix);
    const byPopularity = popularity.steps.map(({ item }) => item);
    const pattern = (solved: readonly number[]) => items.map((_, i) => (solved.includes(i) ? 1 : 0));
    expect(guttmanErrors(pattern(byPopularity.slice(0, 12)), popularity)).toEqual({ errors: 0, normed: 0 });
    expect(guttmanErrors(pattern(byPopularity.slice(-12)), popularity)?.normed).toBe(1);
    expect(u3(pattern(byPopularity.slice(0, 12)), popularity)).toBeCloseTo(0, 10);
    expect(u3(pattern(byPopularity.slice(-12)), popularity)).toBeCloseTo(1, 10);
    expect(guttmanErrors(pattern([]), popularity)).toBeNull();
    expect(
      u3(
        items.map(() => 1),
        popularity,
      ),
    ).toBeNull();
    for (let row = 0; row < 100; row += 1) {
      const index = u3(rowOf(matrix, row), popularity);
      if (index === null) continue;
      expect(index).toBeGreaterThanOrEqual(-1e-12);
      expect(index).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('work for more than two answers, with gaps', () => {
    const matrix = simulatedResponses(gradedItems(8, 9), { n: 400, seed: 10, missing: 0.1 });
    const popularity = stepPopularity(matrix);
    const chance = createRandom(11);
    const careless = Array.from({ length: 200 }, () => Array.from({ length: 8 }, () => chance.integer(5)));
    const average = (rows: ArrayLike<number>[]) =>
      mean(rows.flatMap((row) => guttmanErrors(row, popularity)?.normed ?? []));
    const honest = Array.from({ length: 200 }, (_, row) => rowOf(matrix, row));
    expect(average(careless)).toBeGreaterThan(1.3 * average(honest));
    const u3Of = (rows: ArrayLike<number>[]) => mean(rows.flatMap((row) => u3(row, popularity) ?? []));
    expect(u3Of(careless)).toBeGreaterThan(u3Of(honest));
  });
});
