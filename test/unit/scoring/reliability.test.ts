import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationMatrix, covarianceMatrix } from '../../../scoring/math/covariance.ts';
import { identity, type Matrix, matrixFromRows, matrixOf } from '../../../scoring/math/matrix.ts';
import { createRandom } from '../../../scoring/math/random.ts';
import {
  type ResponseMatrix,
  responseMatrix,
  selectColumns,
  selectRows,
} from '../../../scoring/math/response-matrix.ts';
import { angoffCut } from '../../../scoring/norming/angoff-cut.ts';
import { alphaInterval } from '../../../scoring/reliability/alpha-interval.ts';
import { cronbachAlpha } from '../../../scoring/reliability/cronbach-alpha.ts';
import { guttmanLambda2 } from '../../../scoring/reliability/guttman-lambda2.ts';
import { intraclassCorrelations } from '../../../scoring/reliability/intraclass-correlation.ts';
import { itemAnalysis } from '../../../scoring/reliability/item-analysis.ts';
import { kelleyBand } from '../../../scoring/reliability/kelley-band.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { mcdonaldOmega } from '../../../scoring/reliability/mcdonald-omega.ts';
import { mosierReliability } from '../../../scoring/reliability/mosier-reliability.ts';
import { omegaHierarchical } from '../../../scoring/reliability/omega-hierarchical.ts';
import { oneFactorModel } from '../../../scoring/reliability/one-factor-model.ts';
import { parallelAnalysis } from '../../../scoring/reliability/parallel-analysis.ts';
import { reliableChange } from '../../../scoring/reliability/reliable-change.ts';
import { retestReliability } from '../../../scoring/reliability/retest-reliability.ts';
import { splitHalf } from '../../../scoring/reliability/split-half.ts';
import { standardErrorOfMeasurement } from '../../../scoring/reliability/standard-error-of-measurement.ts';
import { taylorRussell } from '../../../scoring/reliability/taylor-russell.ts';
import { velicerMap } from '../../../scoring/reliability/velicer-map.ts';
import { scenarioAgreement, withinGroupAgreement } from '../../../scoring/reliability/within-group-agreement.ts';

/** Persons × items answers 1–5 that share one factor. */
function scale(n: number, k: number, seed: number): ResponseMatrix {
  const random = createRandom(seed);
  return responseMatrix(
    Array.from({ length: n }, () => {
      const trait = random.normal();
      return Array.from({ length: k }, () => Math.max(1, Math.min(5, Math.round(3 + trait + random.normal()))));
    }),
  );
}

const keys = (k: number) => Array.from({ length: k }, (_, i) => ({ item: `i${i}`, low: 1, high: 5 }));
const rowsArbitrary = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
  minLength: 3,
  maxLength: 40,
});

describe('Cronbach α', () => {
  it('knows the textbook cases', () => {
    expect(
      cronbachAlpha(
        responseMatrix([
          [1, 2],
          [2, 3],
          [3, 4],
        ]),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      cronbachAlpha(
        responseMatrix([
          [1, 3],
          [2, 2],
          [3, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      cronbachAlpha(
        responseMatrix([
          [2, 2],
          [2, 2],
        ]),
      ),
    ).toBeNull();
    expect(
      cronbachAlpha(
        responseMatrix([
          [1, null],
          [null, 2],
        ]),
      ),
    ).toBeNull();
    expect(() => cronbachAlpha(responseMatrix([[1], [2]]))).toThrow('at least two items');
  });

  it('is left alone by shifts, a common scale, and the order of persons and items', () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, shift, factor) => {
          const alpha = cronbachAlpha(responseMatrix(rows));
          const moved = rows.map((row) => row.map((x, i) => factor * x + shift * i));
          const turned = [...rows].reverse().map((row) => [...row].reverse());
          for (const other of [moved, turned]) {
            const found = cronbachAlpha(responseMatrix(other));
            if (alpha === null) expect(found).toBeNull();
            else expect(found).toBeCloseTo(alpha, 9);
          }
        },
      ),
    );
  });

  it('is never above λ₂', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const data = responseMatrix(rows);
        const alpha = cronbachAlpha(data);
        const covariance = covarianceMatrix(data);
        if (alpha !== null && covariance !== null)
          expect(guttmanLambda2(covariance) ?? 0).toBeGreaterThanOrEqual(alpha - 1e-9);
      }),
    );
  });

  it('has an interval around it that narrows with persons', () => {
    const narrow = alphaInterval({ alpha: 0.8, persons: 1000, items: 10 });
    const wide = alphaInterval({ alpha: 0.8, persons: 50, items: 10 });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(narrow.low).toBeLessThan(0.8);
    expect(narrow.high).toBeGreaterThan(0.8);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });
});

describe('item analysis', () => {
  const data = scale(300, 6, 4);

  it('does not depend on the order of items or persons', () => {
    const order = [3, 0, 5, 1, 4, 2];
    const there = itemAnalysis(data, keys(6));
    const turned = itemAnalysis(
      selectColumns(
        selectRows(
          data,
          Array.from({ length: 300 }, (_, i) => 299 - i),
        ),
        order,
      ),
      keys(6),
    );
    for (const [place, item] of order.entries()) {
      expect(turned.items[place]?.itemRest).toBeCloseTo(there.items[item]?.itemRest ?? 9, 10);
      expect(turned.items[place]?.alphaIfDropped).toBeCloseTo(there.items[item]?.alphaIfDropped ?? 9, 10);
    }
    expect(turned.scale.alpha).toBeCloseTo(there.scale.alpha ?? 9, 12);
    expect(turned.scale.omega).toBeCloseTo(there.scale.omega ?? 9, 6);
  });

  it('undoes a reversed item through its key', () => {
    const reversed = { ...data, values: data.values.map((x, cell) => (cell % 6 === 2 ? 6 - x : x)) };
    const withKey = keys(6).map((key, i) => ({ ...key, reversed: i === 2 }));
    expect(itemAnalysis(reversed, withKey)).toEqual(itemAnalysis(data, keys(6)));
    expect(keyedMatrix(keyedMatrix(data, withKey), withKey)).toEqual(data);
  });

  it('survives missing answers, an item without variance and empty rows', () => {
    const rows = Array.from({ length: 40 }, (_, i) => [i % 5, (i + 1) % 5, 3, i % 7 === 0 ? null : (i * 2) % 5]);
    const found = itemAnalysis(responseMatrix([...rows, [null, null, null, null]]), keys(4));
    expect(found.items[2]).toMatchObject({ sd: 0, itemRest: null });
    expect(found.items[3]?.n).toBe(34);
    expect(found.scale.n).toBe(34);
    expect(JSON.stringify(found)).not.toContain('NaN');
    expect(found.scale.omega).toBeNull();
  });

  it('says nothing of nobody', () => {
    const found = itemAnalysis(
      responseMatrix([
        [null, null],
        [null, null],
      ]),
      keys(2),
    );
    expect(found.items[0]).toMatchObject({ n: 0, missing: 1, mean: null, sd: null, itemRest: null, options: [] });
    expect(found.scale).toMatchObject({ n: 0, alpha: null, omega: null, sem: null });
    expect(itemAnalysis(responseMatrix([[1], [2]]), keys(1)).scale.alpha).toBeNull();
    expect(() => itemAnalysis(data, keys(5))).toThrow(RangeError);
  });

  it('shows options that share out every group', () => {
    const found = itemAnalysis(data, keys(6)).items[0]?.options ?? [];
    for (let group = 0; group < 5; group += 1) {
      expect(found.reduce((sum, { shares }) => sum + (shares[group] ?? 0), 0)).toBeCloseTo(1, 12);
    }
    const top = found.at(-1)?.shares ?? [];
    expect(top.at(-1)).toBeGreaterThan(top[0] ?? 1);
  });
});

describe('ω', () => {
  /** Covariances that one factor makes exactly. */
  const exact = (loadings: readonly number[], unique: readonly number[]): Matrix =>
    matrixOf(
      loadings.length,
      loadings.length,
      (i, j) => (loadings[i] ?? 0) * (loadings[j] ?? 0) + (i === j ? (unique[i] ?? 0) : 0),
    );

  it('finds the loadings that made the covariances', () => {
    const loadings = [0.9, 0.7, 0.5, 0.8];
    const unique = [0.4, 0.6, 0.9, 0.3];
    const n = 1_000_000;
    const model = oneFactorModel(exact(loadings, unique), n);
    for (const [i, l] of loadings.entries()) expect(model?.loadings[i]).toBeCloseTo(l, 5);
    for (const [i, u] of unique.entries()) expect(model?.uniquenesses[i]).toBeCloseTo(u, 5);
    const expected = 2.9 ** 2 / (2.9 ** 2 + 2.2);
    expect(mcdonaldOmega(exact(loadings, unique), n)?.omega).toBeCloseTo(expected, 6);
  });

  it('equals α where items are equally good', () => {
    const covariance = exact([0.7, 0.7, 0.7, 0.7], [0.5, 0.5, 0.5, 0.5]);
    expect(mcdonaldOmega(covariance, 5000)?.omega).toBeCloseTo((4 * 0.49) / (4 * 0.49 + 0.5), 6);
  });

  it('is absent where it has no meaning', () => {
    expect(mcdonaldOmega(identity(2), 100)).toBeNull();
    expect(
      mcdonaldOmega(
        matrixFromRows([
          [1, 0, 0],
          [0, 0, 0],
          [0, 0, 1],
        ]),
        100,
      ),
    ).toBeNull();
    expect(
      mcdonaldOmega(
        matrixOf(3, 3, () => 1),
        100,
      ),
    ).toBeNull();
  });

  it('splits a general from group factors', () => {
    const general = [0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6];
    const r = matrixOf(9, 9, (i, j) => {
      if (i === j) return 1;
      return (general[i] ?? 0) * (general[j] ?? 0) + (Math.floor(i / 3) === Math.floor(j / 3) ? 0.25 : 0);
    });
    const total = r.values.reduce((sum, x) => sum + x, 0);
    const found = omegaHierarchical(r, 3);
    expect(found.omegaHierarchical).toBeCloseTo(5.4 ** 2 / total, 2);
    expect(found.omegaTotal).toBeCloseTo(1 - (9 * (1 - 0.36 - 0.25)) / total, 2);
    expect(omegaHierarchical(r, 1).omegaHierarchical).toBeCloseTo(omegaHierarchical(r, 1).omegaTotal, 6);
    expect(() => omegaHierarchical(r, 9)).toThrow(RangeError);
  });
});

describe('other reliabilities', () => {
  it('split halves agree where halves are parallel', () => {
    const found = splitHalf(scale(500, 8, 9));
    expect(found?.spearmanBrown).toBeCloseTo(found?.rulon ?? 9, 2);
    expect(
      splitHalf(
        responseMatrix([
          [1, 2],
          [1, 3],
        ]),
      ),
    ).toBeNull();
  });

  it('ICC: identical raters leave no error, a shift costs agreement but not consistency', () => {
    const random = createRandom(3);
    const ratings = Array.from({ length: 60 }, () => {
      const person = random.normal();
      return [person + 0.3 * random.normal(), person + 1 + 0.3 * random.normal(), person - 1 + 0.3 * random.normal()];
    });
    const icc = (form: string) =>
      intraclassCorrelations(responseMatrix(ratings))?.find((f) => f.form === form)?.icc ?? 0;
    expect(icc('ICC3')).toBeGreaterThan(0.85);
    expect(icc('ICC2')).toBeLessThan(0.65);
    const forms = (rows: number[][]) => intraclassCorrelations(responseMatrix(rows))?.map((f) => f.icc) ?? null;
    const alike = [0.1, 0.2, 0.7];
    expect(forms(alike.map((x) => [x, x, x]))).toEqual([1, 1, 1, 1, 1, 1]);
    // Mean squares by hand: persons 2, raters 1.5, within persons 0.5, no error.
    const apart = forms([1, 2, 3].map((x) => [x, x + 1])) ?? [];
    for (const [at, icc] of [3 / 5, 3 / 4, 2 / 3, 4 / 5, 1, 1].entries()) expect(apart[at]).toBeCloseTo(icc, 12);
    expect(forms([1, 1, 1].map((x) => [x, x + 1]))).toBeNull();
    expect(intraclassCorrelations(responseMatrix([[1, 2]]))).toBeNull();
    expect(() => intraclassCorrelations(responseMatrix([[1], [2]]))).toThrow(RangeError);
  });

  it('ICC: never above 1, and null where the variance of the mean is estimated below zero', () => {
    const turned = responseMatrix(Array.from({ length: 4 }, (_, i) => [0, 1, 2, 3].map((j) => (i + j) % 4)));
    const forms = intraclassCorrelations(turned) ?? [];
    expect(forms.find(({ form }) => form === 'ICC2k')).toMatchObject({ icc: null });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
          minLength: 3,
          maxLength: 9,
        }),
        (rows) => {
          for (const { icc, low, high } of intraclassCorrelations(responseMatrix(rows)) ?? [])
            for (const value of [icc, low, high]) if (value !== null) expect(value <= 1 + 1e-9, `${value}`).toBe(true);
        },
      ),
    );
  });

  it('retest counts pairs with both scores', () => {
    const found = retestReliability([1, 2, 3, 4, null], [2, 3, 4, 5.5, 9]);
    expect(found).toMatchObject({ n: 4 });
    expect(found?.meanChange).toBeCloseTo(1.125, 12);
    expect(retestReliability([1, 2, 3], [5, 5, 5])).toBeNull();
    expect(retestReliability([1, null], [1, 2])).toBeNull();
  });

  it('reliable change: the error of a difference of two scores', () => {
    const found = reliableChange({ before: 50, after: 60, standardDeviation: 10, reliability: 0.8 });
    expect(found?.index).toBeCloseTo(10 / (10 * Math.sqrt(0.4)), 12);
    expect(found?.reliable).toBe(false);
    expect(reliableChange({ before: 1, after: 2, standardDeviation: 1, reliability: 1 })).toBeNull();
  });

  it('SEM, Kelley, Mosier and Taylor–Russell at their limits', () => {
    expect(standardErrorOfMeasurement(10, 0.91)).toBeCloseTo(3, 12);
    expect(standardErrorOfMeasurement(10, -0.2)).toBe(10);
    expect(() => standardErrorOfMeasurement(10, 1.1)).toThrow(RangeError);
    const certain = kelleyBand({ observed: 60, mean: 50, standardDeviation: 10, reliability: 1 });
    expect([certain.low, certain.high, certain.probabilityAtLeast(60), certain.probabilityAtLeast(60.1)]).toEqual([
      60, 60, 1, 0,
    ]);
    const parts = { covariance: identity(2), reliabilities: [1, 1], weights: [1, 1] };
    expect(mosierReliability(parts)?.reliability).toBe(1);
    expect(mosierReliability({ ...parts, weights: [0, 0] })).toBeNull();
    expect(taylorRussell({ baseRate: 0.3, selectionRatio: 0.1, validity: 0 })).toBeCloseTo(0.3, 12);
    expect(taylorRussell({ baseRate: 0.3, selectionRatio: 0.1, validity: 1 })).toBeCloseTo(1, 9);
  });
});

describe('agreement of experts', () => {
  it('r_wg: one for all alike, nought for chance or worse', () => {
    expect(withinGroupAgreement([4, 4, 4], 5)).toBe(1);
    expect(withinGroupAgreement([4, 4, 5, 4], 5)).toBeCloseTo(1 - 0.25 / 2, 12);
    expect(withinGroupAgreement([1, 5, 1, 5], 5)).toBe(0);
    expect(withinGroupAgreement([3], 5)).toBeNull();
    expect(() => withinGroupAgreement([3, 3], 1)).toThrow(RangeError);
    const noise = 0.125;
    expect(
      scenarioAgreement(
        [
          [4, 4, 5, 4],
          [2, 2, 1, 2],
        ],
        5,
      ),
    ).toBeCloseTo((2 * (1 - noise)) / (2 * (1 - noise) + noise), 12);
    expect(scenarioAgreement([], 5)).toBeNull();
    expect(scenarioAgreement([[3, 3], [3]], 5)).toBeNull();
  });

  it('Angoff: the mean of the judges’ sums, judges with gaps left out', () => {
    const found = angoffCut([
      [1, 2, 3],
      [2, 2, 4],
      [1, 1, null],
      [3, 3, 4],
    ]);
    expect(found).toMatchObject({ judges: 3, cut: 8 });
    expect(found?.se).toBeCloseTo(2 / Math.sqrt(3), 12);
    expect(angoffCut([[1, 2]])).toBeNull();
    expect(() => angoffCut([[1], [1, 2]])).toThrow(RangeError);
  });
});

describe('how many dimensions', () => {
  const random = createRandom(8);
  const twoFactors = responseMatrix(
    Array.from({ length: 500 }, () => {
      const traits = [random.normal(), random.normal()];
      return Array.from({ length: 10 }, (_, i) => Math.round(3 + (traits[i % 2] ?? 0) + 0.8 * random.normal()));
    }),
  );

  it('parallel analysis and MAP find the two that were put in', () => {
    const found = parallelAnalysis(twoFactors, { seed: 1 });
    expect(found).toMatchObject({ kind: 'parallel-analysis', components: 2 });
    expect(velicerMap(correlationMatrix(twoFactors) ?? identity(1)).components).toBe(2);
  });

  it('repeats with its seed and says when data are missing', () => {
    expect(parallelAnalysis(twoFactors, { seed: 5, replications: 20 })).toEqual(
      parallelAnalysis(twoFactors, { seed: 5, replications: 20 }),
    );
    expect(
      parallelAnalysis(
        responseMatrix([
          [1, 1],
          [2, 1],
          [3, 1],
          [4, 1],
        ]),
        { seed: 1 },
      ),
    ).toMatchObject({ kind: 'insufficient' });
  });
});
