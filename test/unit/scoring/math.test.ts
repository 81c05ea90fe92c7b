import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSubsets } from '../../../scoring/math/best-subsets.ts';
import { bivariateNormalCdf } from '../../../scoring/math/bivariate-normal.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from '../../../scoring/math/chi-square.ts';
import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../../../scoring/math/cholesky.ts';
import { fCdf, fQuantile, fUpperTail } from '../../../scoring/math/f-distribution.ts';
import { findRoot } from '../../../scoring/math/find-root.ts';
import { gaussLegendre } from '../../../scoring/math/gauss-legendre.ts';
import { leastSquares } from '../../../scoring/math/least-squares.ts';
import { logGamma } from '../../../scoring/math/log-gamma.ts';
import { solve } from '../../../scoring/math/lu.ts';
import { at, identity, type Matrix, matrixOf, multiply, transpose } from '../../../scoring/math/matrix.ts';
import { minimise } from '../../../scoring/math/minimise.ts';
import { correlation, mean, variance } from '../../../scoring/math/moments.ts';
import { noncentralChiSquareCdf } from '../../../scoring/math/noncentral-chi-square.ts';
import { normalCdf, normalQuantile } from '../../../scoring/math/normal.ts';
import { pseudoInverse } from '../../../scoring/math/pseudo-inverse.ts';
import { createRandom } from '../../../scoring/math/random.ts';
import { completeRows, responseMatrix, selectColumns } from '../../../scoring/math/response-matrix.ts';
import { shuffled } from '../../../scoring/math/shuffled.ts';
import { tCdf, tQuantile } from '../../../scoring/math/student-t.ts';
import { symmetricEigen } from '../../../scoring/math/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../../../scoring/math/symmetric-eigenvalues.ts';

const near = (ours: number, theirs: number, relative = 1e-12): void =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(relative * Math.max(1e-300, Math.abs(theirs)));

const aMatrix = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return matrixOf(rows, cols, () => random.normal());
};

const positiveDefinite = (size: number, seed: number): Matrix => {
  const a = aMatrix(size + 3, size, seed);
  return multiply(transpose(a), a);
};

const largestGap = (a: Matrix, b: Matrix): number =>
  a.values.reduce((most, x, i) => Math.max(most, Math.abs(x - (b.values[i] ?? 0))), 0);

describe('distributions agree with R 4.2.2', () => {
  it.each([
    [-20, 2.75362411860623e-89],
    [-8, 6.22096057427178e-16],
    [-5.7, 5.99037140106353e-9],
    [-3, 0.00134989803163009],
    [-0.3, 0.382088577811047],
    [1.96, 0.97500210485178],
  ])('pnorm(%d)', (x, p) => near(normalCdf(x), p));

  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.26234008979841],
    [0.01, -2.32634787404084],
    [0.3, -0.524400512708041],
    [0.999999, 4.75342430881709],
  ])('qnorm(%d)', (p, z) => near(normalQuantile(p), z));

  it.each([
    [0.1, 1, 0.751829634045849],
    [50, 10, 2.6690834249045e-7],
    [300, 200, 5.92454033548392e-6],
    [80, 2, 4.24835425529159e-18],
  ])('pchisq(%d, %d, upper)', (x, df, p) => near(chiSquareUpperTail(x, df), p, 1e-11));

  it('qchisq, pf, qf, pt, qt, lgamma', () => {
    near(chiSquareQuantile(0.5, 300), 299.333597349218);
    near(chiSquareQuantile(1e-6, 4), 0.00282976132295869, 1e-11);
    near(fUpperTail(10, { numerator: 3, denominator: 200 }), 3.59482044448866e-6, 1e-11);
    near(fQuantile(0.975, { numerator: 2435, denominator: 9740 }), 1.06418898509917);
    near(fQuantile(0.975, { numerator: 5.3, denominator: 18.7 }), 3.29321860329664);
    near(tCdf(-30, 4), 3.67642804883066e-6, 1e-11);
    near(tQuantile(0.01, 3), -4.54070285856813);
    near(logGamma(0.001), 6.90717888538385);
    near(logGamma(1e5), 1051287.70897366);
  });

  it('noncentral chi-square and bivariate normal', () => {
    near(noncentralChiSquareCdf(200, 50, 120), 0.890246200202045);
    near(noncentralChiSquareCdf(1200, 300, 800), 0.945054968108403, 1e-11);
    near(bivariateNormalCdf(-1, 0.5, 0.3), 0.133256135449951);
    near(bivariateNormalCdf(1, 1, 0.97), 0.817699515165435);
    near(bivariateNormalCdf(2, -1, 0.9), 0.158655253931231, 1e-11);
    near(bivariateNormalCdf(-2, -2, -0.6), 3.14361804075697e-7, 1e-8);
  });

  it('refuses what has no answer', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => chiSquareCdf(1, 0)).toThrow(RangeError);
    expect(() => bivariateNormalCdf(0, 0, 1.1)).toThrow(RangeError);
  });

  it('quantiles undo distribution functions', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), fc.integer({ min: 1, max: 400 }), (p, df) => {
        near(normalCdf(normalQuantile(p)), p, 1e-10);
        near(chiSquareCdf(chiSquareQuantile(p, df), df), p, 1e-8);
        near(tCdf(tQuantile(p, df), df), p, 1e-8);
        const degrees = { numerator: df, denominator: 30 };
        near(fCdf(fQuantile(p, degrees), degrees), p, 1e-8);
      }),
      { numRuns: 60 },
    );
  });
});

describe('linear algebra', () => {
  it('multiplies a matrix by its inverse to the identity', () => {
    for (const seed of [1, 2, 3]) {
      const m = positiveDefinite(7, seed);
      expect(largestGap(multiply(m, choleskyInverse(m) ?? m), identity(7))).toBeLessThan(1e-9);
      expect(largestGap(multiply(m, solve(m, identity(7)) ?? m), identity(7))).toBeLessThan(1e-9);
      expect(largestGap(multiply(m, pseudoInverse(m).inverse), identity(7))).toBeLessThan(1e-9);
    }
  });

  it('says when a matrix is singular', () => {
    const flat = matrixOf(3, 3, () => 1);
    expect(cholesky(flat)).toBeNull();
    expect(solve(flat, identity(3))).toBeNull();
    expect(pseudoInverse(flat).rank).toBe(1);
  });

  it('finds eigenvalues that rebuild the matrix, by both methods alike', () => {
    const m = positiveDefinite(9, 5);
    const { values, vectors } = symmetricEigen(m);
    const rebuilt = matrixOf(9, 9, (i, j) =>
      values.reduce((sum, e, c) => sum + e * at(vectors, i, c) * at(vectors, j, c), 0),
    );
    expect(largestGap(m, rebuilt)).toBeLessThan(1e-11);
    for (const [i, e] of symmetricEigenvalues(m).entries()) near(e, values[i] ?? 0, 1e-10);
    const sum = values.reduce((total, e) => total + Math.log(e), 0);
    near(sum, choleskyLogDeterminant(cholesky(m) ?? m), 1e-11);
  });

  it('handles sizes one and two, and a diagonal matrix', () => {
    expect(symmetricEigenvalues(matrixOf(1, 1, () => 4))[0]).toBeCloseTo(4, 12);
    expect(
      symmetricEigenvalues(matrixOf(2, 2, (i, j) => (i === j ? 2 : 1))).map((e) => Math.round(e * 1e9) / 1e9),
    ).toEqual([3, 1]);
    expect(symmetricEigen(matrixOf(3, 3, (i, j) => (i === j ? i : 0))).values).toEqual([2, 1, 0]);
  });

  it('refuses a cell outside', () => {
    expect(() => at(identity(2), 0, 2)).toThrow(RangeError);
    expect(() => multiply(identity(2), identity(3))).toThrow(RangeError);
  });
});

describe('least squares', () => {
  it('recovers coefficients exactly where there is no noise', () => {
    const design = matrixOf(20, 3, (i, j) => (i + 1) ** j);
    const y = Array.from({ length: 20 }, (_, i) => 2 - 3 * (i + 1) + 0.5 * (i + 1) ** 2);
    const found = leastSquares(design, y);
    for (const [j, b] of [2, -3, 0.5].entries()) near(found?.coefficients[j] ?? 0, b, 1e-9);
    expect(found?.residualSquares).toBeLessThan(1e-18);
  });

  it('says when columns depend on each other', () => {
    expect(
      leastSquares(
        matrixOf(5, 2, (i) => i + 1),
        [1, 2, 3, 4, 5],
      ),
    ).toBeNull();
  });

  it('finds the subsets that an exhaustive search by hand finds', () => {
    const design = aMatrix(30, 5, 11);
    const y = Array.from(aMatrix(30, 1, 12).values);
    const rss = (columns: readonly number[]): number =>
      leastSquares(
        matrixOf(30, columns.length, (i, j) => at(design, i, columns[j] ?? 0)),
        y,
      )?.residualSquares ?? Infinity;
    const all: number[][] = [];
    for (let i = 0; i < 5; i += 1) for (let j = i + 1; j < 5; j += 1) all.push([i, j]);
    const byHand = all
      .map((columns) => ({ columns, residualSquares: rss(columns) }))
      .sort((a, b) => a.residualSquares - b.residualSquares);
    for (const [i, { columns, residualSquares }] of bestSubsets(design, y, { size: 2, keep: 4 }).entries()) {
      expect(columns).toEqual(byHand[i]?.columns);
      near(residualSquares, byHand[i]?.residualSquares ?? 0, 1e-10);
    }
  });
});

describe('numerical tools', () => {
  it('finds roots and minima', () => {
    near(findRoot((x) => x * x * x - 2, { low: 0, high: 3 }) ?? 0, Math.cbrt(2));
    near(findRoot((x) => Math.exp(x) - 1e-8, { low: -100, high: 100 }) ?? 0, Math.log(1e-8));
    expect(findRoot((x) => x * x + 1, { low: -1, high: 1 })).toBeNull();
    const valley = minimise(
      (x) => {
        const [a = 0, b = 0] = x;
        return {
          value: (1 - a) ** 2 + 100 * (b - a * a) ** 2,
          gradient: Float64Array.of(-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)),
        };
      },
      Float64Array.of(-1.2, 1),
    );
    expect(valley.converged).toBe(true);
    near(valley.x[0] ?? 0, 1, 1e-7);
    near(valley.x[1] ?? 0, 1, 1e-7);
  });

  it('integrates polynomials exactly', () => {
    const rule = gaussLegendre(5);
    near(
      rule.reduce((sum, { node, weight }) => sum + weight * node ** 8, 0),
      2 / 9,
    );
    near(
      rule.reduce((sum, { weight }) => sum + weight, 0),
      2,
    );
  });

  it('computes moments that a shift leaves alone', () => {
    near(variance([1e9 + 1, 1e9 + 2, 1e9 + 3]), 1);
    expect(correlation([1, 2, 3], [5, 5, 5])).toBeNull();
    near(correlation([1, 2, 3], [2, 4, 6.5]) ?? 0, 4.5 / Math.sqrt(2 * (61 / 6)));
    expect(() => mean([])).toThrow(RangeError);
    expect(() => correlation([1], [1, 2])).toThrow(RangeError);
  });
});

describe('seeded random numbers', () => {
  it('repeat with the seed and differ without', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, random.uniform);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(() => createRandom(0.5)).toThrow(RangeError);
  });

  it('are uniform and normal enough', () => {
    const random = createRandom(99);
    const uniform = Array.from({ length: 20000 }, random.uniform);
    const normal = Array.from({ length: 20000 }, random.normal);
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(variance(uniform) - 1 / 12)).toBeLessThan(0.002);
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(Math.abs(variance(normal) - 1)).toBeLessThan(0.04);
    const bins = new Array<number>(10).fill(0);
    for (const u of uniform) bins[Math.floor(u * 10)] = (bins[Math.floor(u * 10)] ?? 0) + 1;
    const chi = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquareUpperTail(chi, 9)).toBeGreaterThan(0.001);
  });

  it('shuffle without losing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b);
        expect(sorted(shuffled(items, createRandom(seed)))).toEqual(sorted(items));
      }),
    );
  });
});

describe('response matrix', () => {
  it('keeps missing answers and drops incomplete rows', () => {
    const m = responseMatrix([
      [1, 2],
      [null, 3],
      [4, 5],
    ]);
    expect(Array.from(m.values)).toEqual([1, 2, Number.NaN, 3, 4, 5]);
    expect(Array.from(completeRows(m).values)).toEqual([1, 2, 4, 5]);
    expect(Array.from(selectColumns(m, [1]).values)).toEqual([2, 3, 5]);
    expect(() => responseMatrix([[1], [1, 2]])).toThrow(RangeError);
    expect(() => responseMatrix([[Infinity]])).toThrow(RangeError);
    expect(() => selectColumns(m, [2])).toThrow(RangeError);
  });
});
