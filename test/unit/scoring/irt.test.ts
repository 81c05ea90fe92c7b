import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calibration, type CalibrationSettings, calibrate } from '../../../scoring/irt/calibrate.ts';
import { calibratedItemFit } from '../../../scoring/irt/calibrated-item-fit.ts';
import { answerProbability, categoryProbabilities } from '../../../scoring/irt/category-probabilities.ts';
import { estimateThetas } from '../../../scoring/irt/estimate-thetas.ts';
import { gradedFamily } from '../../../scoring/irt/graded-family.ts';
import { assertIrtItem, type IrtItem } from '../../../scoring/irt/irt-item.ts';
import { itemInformation, testInformation } from '../../../scoring/irt/item-information.ts';
import { itemPrior } from '../../../scoring/irt/item-prior.ts';
import { limitedInformationFit } from '../../../scoring/irt/limited-information-fit.ts';
import { sumScoreTable } from '../../../scoring/irt/lord-wingersky.ts';
import { evaluate, marginalModel } from '../../../scoring/irt/marginal-model.ts';
import { newtonMetric } from '../../../scoring/irt/newton-metric.ts';
import { observedInformation } from '../../../scoring/irt/observed-information.ts';
import { partialCreditFamily } from '../../../scoring/irt/partial-credit-family.ts';
import { patternTable, thinnedTable } from '../../../scoring/irt/pattern-table.ts';
import { quadratureGrid } from '../../../scoring/irt/quadrature-grid.ts';
import { codeResponses, mergeRare } from '../../../scoring/irt/response-coding.ts';
import { empiricalReliability } from '../../../scoring/irt/test-reliability.ts';
import { thetaEap } from '../../../scoring/irt/theta-eap.ts';
import { thetaMap } from '../../../scoring/irt/theta-map.ts';
import { thetaMle } from '../../../scoring/irt/theta-mle.ts';
import { evidenceAt } from '../../../scoring/irt/theta-root.ts';
import { thetaWle } from '../../../scoring/irt/theta-wle.ts';
import { yenQ3 } from '../../../scoring/irt/yen-q3.ts';
import { at } from '../../../scoring/math/matrix.ts';
import { correlation } from '../../../scoring/math/moments.ts';
import {
  type ResponseMatrix,
  responseMatrix,
  selectColumns,
  selectRows,
} from '../../../scoring/math/response-matrix.ts';
import { lsatResponses } from '../../oracle/fixtures/lsat.ts';
import { dichotomousItems, gradedItems, simulatedResponses } from './simulated-responses.ts';

function fit(matrix: ResponseMatrix, settings: CalibrationSettings): Calibration {
  const found = calibrate(matrix, settings);
  if (found.kind === 'insufficient') throw new Error(found.reason);
  return found;
}

const anyItem = fc.oneof(
  fc.record({
    model: fc.constant('dichotomous' as const),
    a: fc.double({ min: 0.2, max: 3, noNaN: true }),
    b: fc.tuple(fc.double({ min: -3, max: 3, noNaN: true })),
    lower: fc.constantFrom(0, 0.2),
    upper: fc.constantFrom(0.95, 1),
  }),
  fc.record({
    model: fc.constantFrom('graded' as const, 'partial-credit' as const),
    a: fc.double({ min: 0.2, max: 3, noNaN: true }),
    b: fc
      .uniqueArray(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 5 })
      .map((b) => b.sort((x, y) => x - y)),
  }),
);

describe('response functions', () => {
  it('add to one, with derivatives that differences confirm', () => {
    fc.assert(
      fc.property(anyItem, fc.double({ min: -4, max: 4, noNaN: true }), (item, theta) => {
        const h = 1e-4;
        const [here, up, down] = [theta, theta + h, theta - h].map((t) => categoryProbabilities(item, t));
        expect(here?.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 12);
        for (const [k, curve] of (here ?? []).entries()) {
          expect(answerProbability(item, k, theta)).toBeCloseTo(curve.p, 12);
          const [high, low] = [up?.[k]?.p ?? 0, down?.[k]?.p ?? 0];
          expect(curve.slope).toBeCloseTo((high - low) / (2 * h), 5);
          expect(curve.curvature).toBeCloseTo((high - 2 * curve.p + low) / (h * h), 4);
        }
      }),
    );
  });

  it('stay finite far out', () => {
    const item: IrtItem = { model: 'graded', a: 4, b: [-2, 0, 2] };
    for (const theta of [-60, 60]) {
      expect(Number.isFinite(itemInformation(item, theta))).toBe(true);
      expect(categoryProbabilities(item, theta).every(({ p }) => p >= 0 && p <= 1)).toBe(true);
    }
  });

  it('information adds over items and peaks near the difficulty', () => {
    const items = dichotomousItems(5, 1);
    const sum = items.reduce((total, item) => total + itemInformation(item, 0.3), 0);
    expect(testInformation(items, 0.3)).toBeCloseTo(sum, 12);
    const item: IrtItem = { model: 'dichotomous', a: 1.5, b: [0.7] };
    expect(itemInformation(item, 0.7)).toBeCloseTo(1.5 ** 2 / 4, 12);
    expect(itemInformation(item, 0.7)).toBeGreaterThan(itemInformation(item, 1.2));
  });

  it('refuses what is no item', () => {
    expect(() => assertIrtItem({ model: 'graded', a: 1, b: [1, 0] })).toThrow(RangeError);
    expect(() => assertIrtItem({ model: 'dichotomous', a: 1, b: [1, 2] })).toThrow(RangeError);
    expect(() => assertIrtItem({ model: 'dichotomous', a: Number.NaN, b: [1] })).toThrow(RangeError);
    expect(() => assertIrtItem({ model: 'graded', a: 1, b: [1], lower: 0.2 })).toThrow(RangeError);
    expect(() => assertIrtItem({ model: 'dichotomous', a: 1, b: [] })).toThrow(RangeError);
    expect(() => assertIrtItem({ model: 'graded', a: -1, b: [1, 0] })).not.toThrow();
  });
});

describe('coding of answers', () => {
  it('takes codes as they come: any start, gaps, rare ones merged, constants dropped', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i % 2 === 0 ? -1 : 7, i % 3, 4, i < 3 ? 9 : (i % 2) + 1, null]);
    const coded = codeResponses(responseMatrix(rows));
    expect(coded.items.map(({ column, categories }) => [column, categories])).toEqual([
      [0, [[-1], [7]]],
      [1, [[0], [1], [2]]],
      [3, [[1], [2, 9]]],
    ]);
    expect(coded.dropped).toEqual([
      { column: 2, reason: 'everybody gave one answer' },
      { column: 4, reason: 'nobody answered' },
    ]);
  });

  it('merges the rarest with its smaller neighbour until all are large enough', () => {
    const groups = [3, 50, 200, 4, 5].map((count, i) => ({ answers: [i], count }));
    expect(mergeRare(groups, 10).map(({ answers }) => answers)).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
    expect(mergeRare(groups, 9).map(({ answers }) => answers)).toEqual([[0, 1], [2], [3, 4]]);
    expect(mergeRare(groups, 1)).toEqual(groups);
    expect(
      mergeRare(
        [
          { answers: [0], count: 1 },
          { answers: [1], count: 2 },
        ],
        10,
      ),
    ).toHaveLength(2);
  });

  it('refuses numbers that are no categories', () => {
    expect(() => codeResponses(responseMatrix(Array.from({ length: 200 }, (_, i) => [i / 7])))).toThrow(RangeError);
    expect(() => fit(simulatedResponses(gradedItems(4, 1), { n: 200, seed: 1 }), { model: '2pl' })).toThrow(
      'use grm or gpcm',
    );
  });
});

describe('calibration', () => {
  const lsat7 = lsatResponses('lsat7');
  const two = fit(lsat7, { model: '2pl' });

  it('agrees with mirt on the published LSAT tables', () => {
    const a = [0.98754590686, 1.0808371435, 1.7074776271, 0.76498988062, 0.73567272398];
    const b = [-1.8792601284, -0.74754054798, -1.0572356286, -0.63530226758, -2.5207643715];
    for (const [i, item] of two.items.entries()) {
      expect(item.a).toBeCloseTo(a[i] ?? 0, 4);
      expect(item.b[0]).toBeCloseTo(b[i] ?? 0, 4);
    }
    expect(two.logLikelihood).toBeCloseTo(-2658.805114, 5);
    expect(two).toMatchObject({ converged: true, n: 1000, parameters: 10, priors: false, variance: 1 });
    const six = fit(lsatResponses('lsat6'), { model: 'rasch' });
    expect(six.variance).toBeCloseTo(0.5702, 4);
    expect(six.logLikelihood).toBeCloseTo(-2466.9376, 3);
  });

  it('never lets the likelihood fall', () => {
    for (const model of ['rasch', 'grm', 'gpcm'] as const) {
      const { trace } = fit(simulatedResponses(gradedItems(6, 3), { n: 600, seed: 4, missing: 0.1 }), { model });
      for (const [i, value] of trace.entries())
        expect(value).toBeGreaterThanOrEqual((trace[i - 1] ?? -Infinity) - 1e-6);
    }
  });

  it('does not depend on the order of persons or items', () => {
    const order = [4, 2, 0, 3, 1];
    const turned = fit(
      selectColumns(
        selectRows(
          lsat7,
          Array.from({ length: 1000 }, (_, i) => 999 - i),
        ),
        order,
      ),
      { model: '2pl' },
    );
    for (const [place, item] of order.entries()) {
      expect(turned.items[place]?.a).toBeCloseTo(two.items[item]?.a ?? 0, 4);
      expect(turned.items[place]?.se?.a).toBeCloseTo(two.items[item]?.se?.a ?? 0, 4);
    }
  });

  it('reads codes 1 and 2, or −3 and 8, as 0 and 1', () => {
    const recoded = { ...lsat7, values: lsat7.values.map((x) => (x === 0 ? -3 : 8)) };
    const other = fit(recoded, { model: '2pl' });
    expect(other.items.map(({ a, b }) => [a, b])).toEqual(two.items.map(({ a, b }) => [a, b]));
    expect(other.items[0]?.categories).toEqual([[-3], [8]]);
  });

  it('leaves out empty rows and finds the same without them', () => {
    const padded = responseMatrix([
      ...Array.from({ length: 1000 }, (_, i) => Array.from(lsat7.values.subarray(i * 5, i * 5 + 5))),
      [null, null, null, null, null],
    ]);
    const found = fit(padded, { model: '2pl' });
    expect(found.n).toBe(1000);
    expect(found.logLikelihood).toBeCloseTo(two.logLikelihood, 8);
  });

  it('turns an item round when its answers are turned round', () => {
    const mirrored = { ...lsat7, values: lsat7.values.map((x, cell) => (cell % 5 === 1 ? 1 - x : x)) };
    const found = fit(mirrored, { model: '2pl' });
    expect(found.items[1]?.a).toBeCloseTo(-(two.items[1]?.a ?? 0), 4);
    expect(found.items[1]?.b[0]).toBeCloseTo(two.items[1]?.b[0] ?? 0, 4);
    expect(found.logLikelihood).toBeCloseTo(two.logLikelihood, 6);
  });

  it('recovers what made the data, with answers missing at random', () => {
    const items = gradedItems(10, 21);
    const found = fit(simulatedResponses(items, { n: 4000, seed: 22, missing: 0.15 }), { model: 'grm' });
    expect(found.converged).toBe(true);
    for (const [i, item] of items.entries()) {
      const own = found.items[i];
      expect(Math.abs((own?.a ?? 0) - item.a) / (own?.se?.a ?? 1)).toBeLessThan(4);
      for (const [k, b] of item.b.entries()) {
        expect(Math.abs((own?.b[k] ?? 9) - b) / (own?.se?.b[k] ?? 1)).toBeLessThan(4.5);
      }
    }
  });

  it('finds the spread of a Rasch population', () => {
    const items = Array.from(
      { length: 12 },
      (_, i): IrtItem => ({ model: 'dichotomous', a: 1, b: [-2 + (i * 4) / 11] }),
    );
    const found = fit(simulatedResponses(items, { n: 3000, seed: 6, sd: 1.8 }), { model: 'rasch' });
    expect(Math.abs(found.variance - 1.8 ** 2) / (found.varianceSe ?? 1)).toBeLessThan(4);
    expect(found.items.every(({ a }) => a === 1)).toBe(true);
  });

  it('uses priors for small samples and stays finite on hopeless ones', () => {
    const small = fit(simulatedResponses(dichotomousItems(8, 2), { n: 60, seed: 3, missing: 0.2 }), { model: '2pl' });
    expect(small.priors).toBe(true);
    expect(small.items.every(({ a, b }) => a > 0 && a < 5 && Math.abs(b[0] ?? 99) < 6)).toBe(true);
    const perfect = responseMatrix(
      Array.from({ length: 100 }, (_, i) => Array.from({ length: 4 }, (_x, j) => (i > 20 * (j + 1) ? 1 : 0))),
    );
    for (const priors of [true, false]) {
      const found = fit(perfect, { model: '2pl', priors });
      expect(JSON.stringify(found)).not.toMatch(/NaN|null,"b":\[null\]|Infinity/);
      expect(found.items.every(({ a }) => Number.isFinite(a))).toBe(true);
    }
  });

  it('stops and says so when a slope has no finite maximum', () => {
    const rows = Array.from({ length: 600 }, (_, i) => [i % 2, i % 2, i % 2, Math.floor(i / 2) % 2]);
    const found = fit(responseMatrix(rows), { model: '2pl', priors: false });
    expect(found.converged).toBe(false);
    expect(found.runaway.length).toBeGreaterThan(0);
    expect(fit(responseMatrix(rows), { model: '2pl', priors: true })).toMatchObject({ converged: true, runaway: [] });
  });

  it('works on a long test without underflow', () => {
    const found = fit(simulatedResponses(dichotomousItems(400, 5), { n: 150, seed: 5 }), {
      model: '2pl',
      standardErrors: 'none',
    });
    expect(Number.isFinite(found.logLikelihood)).toBe(true);
    expect(found.items).toHaveLength(400);
  });

  it('says what is not enough', () => {
    expect(
      calibrate(
        responseMatrix([
          [1, 1],
          [1, 1],
        ]),
        { model: '2pl' },
      ),
    ).toMatchObject({ kind: 'insufficient', answered: 0, required: 2 });
    expect(
      calibrate(
        responseMatrix([
          [1, 0],
          [0, 1],
        ]),
        { model: '2pl' },
      ),
    ).toMatchObject({ kind: 'insufficient', required: 10 });
    expect(calibrate(responseMatrix([]), { model: 'grm' })).toMatchObject({ kind: 'insufficient' });
  });
});

describe('priors', () => {
  it('are ln a ~ N(0, .5²) and b ~ N(0, 2²), up to a constant', () => {
    const both = { slope: true, thresholds: true, unitSlope: false };
    // a = e and b = 2: −1/(2·.25) − 4/(2·4).
    expect(itemPrior(gradedFamily, Float64Array.of(Math.E, -2 * Math.E), both).value).toBeCloseTo(-2.5, 12);
    expect(itemPrior(gradedFamily, Float64Array.of(1, 0), both).value).toBe(0);
    // In Rasch units the difficulty is −d, whatever the spread of θ.
    const unit = { slope: false, thresholds: true, unitSlope: true };
    expect(itemPrior(partialCreditFamily, Float64Array.of(3, -2), unit).value).toBeCloseTo(-0.5, 12);
    expect(itemPrior(partialCreditFamily, Float64Array.of(3, -2), unit).gradient[0]).toBeCloseTo(0, 12);
  });
});

describe('derivatives of the likelihood', () => {
  const matrix = simulatedResponses(gradedItems(4, 7), { n: 120, seed: 8, missing: 0.1 });
  const coded = codeResponses(matrix, 5);
  const table = patternTable({
    n: coded.n,
    codes: coded.codes,
    categories: coded.items.map((i) => i.categories.length),
  });

  it.each([
    ['graded', gradedFamily, false],
    ['partial credit', partialCreditFamily, false],
    ['partial credit, one slope', partialCreditFamily, true],
  ] as const)('%s: gradient and information are those that differences give', (_, family, sharedSlope) => {
    const prior = { slope: !sharedSlope, thresholds: true, unitSlope: sharedSlope };
    const families = coded.items.map(() => family);
    const model = marginalModel({ table, families, grid: quadratureGrid(), sharedSlope, prior });
    const starts = coded.items.map(({ categories }) => {
      const x = Array.from(family.start(categories.map((_c, k) => 10 + 3 * k)));
      return sharedSlope ? x.slice(1) : x;
    });
    const x = Float64Array.from([...(sharedSlope ? [1.2] : []), ...starts.flat()]);
    const point = evaluate(model, x);
    const { gradient } = newtonMetric(model, point);
    const information = observedInformation(model, point);
    const moved = (i: number, h: number) =>
      evaluate(
        model,
        x.map((v, j) => (j === i ? v + h : v)),
      );
    for (const [i] of x.entries()) {
      const h = 1e-4;
      const [up, down] = [moved(i, h), moved(i, -h)];
      expect(gradient[i]).toBeCloseTo((up.objective - down.objective) / (2 * h), 4);
      const [gUp, gDown] = [newtonMetric(model, up).gradient, newtonMetric(model, down).gradient];
      for (const [j] of x.entries())
        expect(at(information, i, j)).toBeCloseTo(-((gUp[j] ?? 0) - (gDown[j] ?? 0)) / (2 * h), 3);
    }
  });
});

describe('nodes that count', () => {
  const matrix = simulatedResponses(gradedItems(12, 7), { n: 200, seed: 8, missing: 0.1 });
  const { n, codes, items } = codeResponses(matrix, 5);
  const table = patternTable({ n, codes, categories: items.map((i) => i.categories.length) });
  const modelOf = () => {
    const prior = { slope: false, thresholds: false, unitSlope: false };
    const families = items.map(() => gradedFamily);
    return marginalModel({ table, families, grid: quadratureGrid(), sharedSlope: false, prior });
  };
  const pointAt = (a: number, shift: number) =>
    Float64Array.from(
      items.flatMap(({ categories }) => [a, ...categories.slice(1).map((_, k) => shift - 1.5 * a * k)]),
    );

  it('are all that is needed, wherever the search goes next', () => {
    const used = modelOf();
    evaluate(used, pointAt(2, 3));
    const left = used.run.windows.to.reduce((sum, to, i) => sum + to - (used.run.windows.from[i] ?? 0), 0);
    expect(left / table.count).toBeLessThan(45);
    for (const x of [pointAt(2, 3), pointAt(2.1, 2.9), pointAt(0.5, -4), pointAt(3, 12)]) {
      const [again, fresh] = [evaluate(used, x), evaluate(modelOf(), x)];
      expect(again.logLikelihood).toBeCloseTo(fresh.logLikelihood, 8);
      for (const [i, counts] of fresh.counts.entries())
        for (const [cell, r] of counts.entries()) expect(again.counts[i]?.[cell]).toBeCloseTo(r, 9);
    }
  });

  it('a thinned table is every so many-th pattern with its persons', () => {
    const thin = thinnedTable(table, 60);
    expect(thin.count).toBeLessThanOrEqual(60);
    expect(thinnedTable(table, table.count)).toBe(table);
    const every = Math.ceil(table.count / 60);
    expect(Array.from(thin.weights)).toEqual(Array.from(table.weights).filter((_, i) => i % every === 0));
    expect(Array.from(thin.rows.slice(table.width, 2 * table.width))).toEqual(
      Array.from(table.rows.slice(every * table.width, (every + 1) * table.width)),
    );
  });
});

describe('θ of a person', () => {
  const items = dichotomousItems(10, 13);
  const patterns = fc.array(fc.constantFrom<number | null>(0, 1, null), { minLength: 10, maxLength: 10 });

  it('solves its equations', () => {
    fc.assert(
      fc.property(patterns, (answers) => {
        const [mle, map, wle] = [thetaMle(items, answers), thetaMap(items, answers), thetaWle(items, answers)];
        if (mle !== null) expect(Math.abs(evidenceAt(items, answers, mle.theta).slope)).toBeLessThan(1e-6);
        if (map !== null) expect(Math.abs(evidenceAt(items, answers, map.theta).slope - map.theta)).toBeLessThan(1e-6);
        if (wle === null) return;
        const { slope, information, bias } = evidenceAt(items, answers, wle.theta);
        expect(Math.abs(slope + bias / (2 * information))).toBeLessThan(1e-6);
        expect(wle.se).toBeCloseTo(1 / Math.sqrt(information), 9);
      }),
    );
  });

  it('is null for nothing, and for maximum likelihood at the extremes', () => {
    const [all, none] = [items.map(() => 1), items.map(() => 0)];
    expect(thetaMle(items, all)).toBeNull();
    expect(thetaMle(items, none)).toBeNull();
    expect(thetaWle(items, all)?.theta).toBeGreaterThan(0);
    expect(thetaEap(items, none)?.theta).toBeLessThan(0);
    for (const method of [thetaEap, thetaMap, thetaMle, thetaWle])
      expect(
        method(
          items,
          items.map(() => null),
        ),
      ).toBeNull();
    expect(() => thetaEap(items, [7])).toThrow(RangeError);
    expect(() => thetaMap(items, all, { mean: 0, sd: 0 })).toThrow(RangeError);
  });

  it('EAP rises with the score where all slopes are one', () => {
    const rasch = Array.from({ length: 8 }, (_, i): IrtItem => ({ model: 'dichotomous', a: 1, b: [i / 2 - 2] }));
    const byScore = Array.from({ length: 9 }, (_, score) =>
      thetaEap(
        rasch,
        rasch.map((_i, j) => (j < score ? 1 : 0)),
      ),
    );
    for (const [score, estimate] of byScore.entries()) {
      if (score > 0) expect(estimate?.theta).toBeGreaterThan(byScore[score - 1]?.theta ?? 99);
    }
    const other = thetaEap(rasch, [0, 0, 0, 0, 0, 1, 1, 1]);
    expect(other?.theta).toBeCloseTo(byScore[3]?.theta ?? 99, 10);
  });

  it('comes out the same one by one and for a whole matrix, row by row', () => {
    const matrix = simulatedResponses(gradedItems(7, 15), { n: 200, seed: 16, missing: 0.2 });
    const calibrated = fit(matrix, { model: 'grm' }).items;
    const many = estimateThetas(matrix, calibrated, { method: 'eap' });
    for (let row = 0; row < 200; row += 1) {
      const answers = calibrated.map((item) => {
        const given = matrix.values[row * 7 + item.column] ?? Number.NaN;
        const category = item.categories.findIndex((c) => c.includes(given));
        return category < 0 ? null : category;
      });
      const one = thetaEap(calibrated, answers);
      if (one === null) expect(many[row]).toBeNull();
      else expect(many[row]?.theta).toBeCloseTo(one.theta, 8);
    }
    expect(empiricalReliability(many)).toBeGreaterThan(0.6);
  });

  it('handles unknown answers, empty rows and items of falling keys', () => {
    const matrix = responseMatrix([
      [2, 2],
      [null, null],
      [9, 1],
    ]);
    const placed = [0, 1].map((column): IrtItem & { column: number } => ({
      model: 'dichotomous',
      a: column === 0 ? 1 : -1,
      b: [0],
      column,
    }));
    const found = estimateThetas(matrix, placed, { method: 'mle' });
    expect(found[1]).toBeNull();
    expect(found[2]).toBeNull();
    // 1 and 2 are the codes here: the first item high, the second, which is turned round, high too: they cancel.
    expect(found[0]?.theta).toBeCloseTo(0, 9);
  });
});

describe('sum-score tables', () => {
  it('give the EAP of the pattern where only one pattern has the score', () => {
    const items = gradedItems(4, 30);
    const rows = sumScoreTable(items);
    expect(rows).toHaveLength(17);
    expect(rows.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
    const lowest = thetaEap(items, [0, 0, 0, 0]);
    expect(rows[0]?.theta).toBeCloseTo(lowest?.theta ?? 9, 10);
    expect(rows[0]?.se).toBeCloseTo(lowest?.se ?? 9, 10);
    for (const [i, row] of rows.entries()) if (i > 0) expect(row.theta).toBeGreaterThan(rows[i - 1]?.theta ?? 9);
    expect(() => sumScoreTable([])).toThrow(RangeError);
  });
});

describe('fit of model, items and pairs', () => {
  it('C₂ and S-X² keep to their level when the model is true', () => {
    let [model, item, tests] = [0, 0, 0];
    for (let seed = 0; seed < 16; seed += 1) {
      const matrix = simulatedResponses(gradedItems(8, 40), { n: 700, seed: 100 + seed });
      const calibration = fit(matrix, { model: 'grm', standardErrors: 'none' });
      const whole = limitedInformationFit(matrix, calibration);
      if (whole.kind === 'insufficient') throw new Error(whole.reason);
      expect(whole.statistic).toBe('C2');
      if (whole.p < 0.05) model += 1;
      const items = calibratedItemFit(matrix, calibration);
      if ('kind' in items) throw new Error(items.reason);
      for (const { p } of items) {
        tests += 1;
        if ((p ?? 1) < 0.05) item += 1;
      }
    }
    expect(model).toBeLessThanOrEqual(4);
    expect(item / tests).toBeLessThan(0.1);
  });

  it('Q₃ finds a pair that says the same thing twice', () => {
    const base = simulatedResponses(gradedItems(8, 50), { n: 800, seed: 51 });
    const values = Float64Array.from(base.values);
    for (let row = 0; row < 800; row += 1) if (row % 3 !== 0) values[row * 8 + 1] = values[row * 8] ?? 0;
    const twin = { ...base, values };
    const found = yenQ3(twin, fit(twin, { model: 'grm' }).items);
    if (found.kind === 'insufficient') throw new Error(found.reason);
    expect(found.flagged[0]?.columns).toEqual([0, 1]);
    const clean = yenQ3(base, fit(base, { model: 'grm' }).items);
    if (clean.kind === 'insufficient') throw new Error(clean.reason);
    expect(clean.flagged).toEqual([]);
  });

  it('sees a wrong model: 2PL data are not Rasch', () => {
    const steep = dichotomousItems(12, 60).map((item, i) => ({ ...item, a: i % 2 === 0 ? 0.4 : 2.2 }));
    const matrix = simulatedResponses(steep, { n: 1500, seed: 61 });
    const rasch = limitedInformationFit(matrix, fit(matrix, { model: 'rasch' }));
    const two = limitedInformationFit(matrix, fit(matrix, { model: '2pl' }));
    if (rasch.kind === 'insufficient' || two.kind === 'insufficient') throw new Error('no fit');
    expect(rasch.p).toBeLessThan(1e-6);
    expect(two.p).toBeGreaterThan(0.001);
    expect(two.rmsea).toBeLessThan(rasch.rmsea);
  });

  it('says what is not enough', () => {
    const matrix = simulatedResponses(gradedItems(3, 70), { n: 300, seed: 71 });
    expect(limitedInformationFit(matrix, fit(matrix, { model: 'grm' }))).toMatchObject({ kind: 'insufficient' });
    const holes = simulatedResponses(dichotomousItems(6, 72), { n: 60, seed: 73, missing: 0.7 });
    expect(limitedInformationFit(holes, fit(holes, { model: '2pl' }))).toMatchObject({ kind: 'insufficient' });
    expect(calibratedItemFit(holes, fit(holes, { model: '2pl' }))).toMatchObject({ kind: 'insufficient' });
  });

  it('estimates agree with the truth as reliability says', () => {
    const items = gradedItems(12, 80);
    const matrix = simulatedResponses(items, { n: 200, seed: 81 });
    const placed = items.map((item, column) => ({ ...item, column, categories: [[0], [1], [2], [3], [4]] }));
    const eap = estimateThetas(matrix, placed, { method: 'eap' }).map((e) => e?.theta ?? 0);
    const wle = estimateThetas(matrix, placed, { method: 'wle' }).map((e) => e?.theta ?? 0);
    expect(correlation(eap, wle)).toBeGreaterThan(0.98);
  });
});
