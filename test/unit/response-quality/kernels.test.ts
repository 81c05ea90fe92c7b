import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { itemTable } from '../../../scoring/compile/item-table.ts';
import { compile, pairConsistency, toValues } from '../../../scoring/index.ts';
import type { IrtItem } from '../../../scoring/irt/irt-item.ts';
import { responseMatrix } from '../../../scoring/math/response-matrix.ts';
import { evenOddConsistency } from '../../../scoring/quality/even-odd-consistency.ts';
import { guttmanErrors } from '../../../scoring/quality/guttman-errors.ts';
import { intraIndividualVariability } from '../../../scoring/quality/intra-individual-variability.ts';
import { longString } from '../../../scoring/quality/long-string.ts';
import { mahalanobisDistances, multivariateReference } from '../../../scoring/quality/mahalanobis-distance.ts';
import { personFitLzStar } from '../../../scoring/quality/person-fit-lz.ts';
import { stepPopularity } from '../../../scoring/quality/step-popularity.ts';
import { type AnswerCodes, answerCodes, takeCodes } from '../../../scoring/response-quality/answer-codes.ts';
import { forcedPairs, forcedPairsPlan } from '../../../scoring/response-quality/forced-pairs.ts';
import { addGuttman, guttmanTable } from '../../../scoring/response-quality/guttman-table.ts';
import { evenOdd, halvesPlan } from '../../../scoring/response-quality/halves.ts';
import { itemTimes } from '../../../scoring/response-quality/item-times.ts';
import { leafScales } from '../../../scoring/response-quality/leaf-scales.ts';
import { makeReference } from '../../../scoring/response-quality/make-reference.ts';
import { addFit, personFitTable } from '../../../scoring/response-quality/person-fit-table.ts';
import { profileDistance, profileDistancePlan } from '../../../scoring/response-quality/profile-distance.ts';
import { runPlan, runsOf } from '../../../scoring/response-quality/runs.ts';
import { form, sheet, sittings } from './fixtures.ts';

const items = itemTable(form);
const leaves = leafScales(form, items);
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
/** A sheet as the indices read it. */
function coded(instrument: Instrument, values: Float64Array): AnswerCodes {
  const codes = answerCodes(instrument);
  takeCodes(codes, values);
  return codes;
}

const plain = Int32Array.from({ length: 50 }, (_, position) => position);

describe('the quick indices equal those checked against the oracles', () => {
  it('long string and variability', () => {
    const plan = runPlan(form, items);
    const shown = form.sections.flatMap(({ pages }) => pages);
    const pageOf = items.ids.map((id) => shown.findIndex((page) => page.items.includes(id)));
    for (const seed of seeds) {
      const values = sheet(seed).map((value) => Math.min(2, value));
      const runs = runsOf(plan, coded(form, values), plain);
      const longest = longString(values)?.longest ?? Number.NaN;
      expect(runs.longest).toBe(longest);
      expect(runs.onPage).toBe(longString(values, pageOf)?.longest);
      expect(runs.blockRun).toBe(longest >= 25 ? longest : 0);
      expect(runs.variability).toBeCloseTo(intraIndividualVariability(values) ?? Number.NaN, 10);
    }
    const empty = coded(form, new Float64Array(50).fill(Number.NaN));
    expect(empty.answered).toBe(0);
    expect(runsOf(plan, empty, plain)).toMatchObject({ longest: 0, onPage: 0, blockRun: 0, variability: null });
  });

  it('even–odd consistency', () => {
    const halves = halvesPlan(leaves);
    const columns = leaves.map(({ item }) => [...item]);
    for (const seed of seeds) {
      const values = sheet(seed);
      const keyed = values.slice();
      for (const { item, slope, intercept } of leaves) {
        item.forEach((position, term) => {
          keyed[position] = (intercept[term] ?? 0) + (slope[term] ?? 0) * (values[position] ?? 0);
        });
      }
      expect(evenOdd(halves, coded(form, values))).toBeCloseTo(evenOddConsistency(keyed, columns) ?? Number.NaN, 9);
    }
    expect(evenOdd(halves, coded(form, new Float64Array(50).fill(3)))).toBeNull();
    expect(evenOdd(halvesPlan(leaves.slice(1)), coded(form, sheet(1)))).toBeNull();
  });

  it('lz*, at the root of the likelihood', () => {
    const graded: IrtItem[] = [
      { model: 'graded', a: 1.4, b: [-1.5, -0.4, 0.6, 1.7] },
      { model: 'graded', a: 0.8, b: [-2, -0.5, 0.2, 1.1] },
      { model: 'graded', a: 2.1, b: [-1, -0.2, 0.5, 1.4] },
      { model: 'graded', a: 1.1, b: [-0.6, 0.1, 0.9, 2] },
    ];
    // At any θ: the oracle-checked function with r₀ = −S(θ), which is what its «map» source gives for a prior centred there.
    for (const theta of [-1.1, 0.3, 1.6]) {
      const table = personFitTable(graded, Float64Array.of(theta, theta + 1e-9));
      for (const answers of [
        [0, 1, 2, 3],
        [4, 0, 1, 2],
        [2, 2, 2, 2],
      ]) {
        const sums = { excess: 0, variance: 0 };
        addFit(table, Int8Array.from(answers), sums);
        const score = answers.reduce((sum, answer, i) => sum + (table.score[i * 5 + answer] ?? 0), 0);
        const expected = personFitLzStar(graded, answers, {
          theta,
          source: 'map',
          population: { mean: theta - score, sd: 1 },
        });
        expect(sums.excess / Math.sqrt(sums.variance)).toBeCloseTo(expected ?? Number.NaN, 7);
      }
    }
  });

  it('Guttman errors', () => {
    const rows = sittings(450, 10);
    const reference = makeReference(form, { id: 'x', version: '1.0.0', simulated: true, values: rows });
    const scale = leaves[0];
    if (scale === undefined) throw new Error('no scale');
    const keyed = (row: Float64Array): number[] =>
      [...scale.item].map(
        (position, term) => (scale.intercept[term] ?? 0) + (scale.slope[term] ?? 0) * (row[position] ?? 0),
      );
    const popularity = stepPopularity(responseMatrix(rows.map(keyed)));
    const table = guttmanTable(scale, reference);
    for (const row of rows.slice(0, 60)) {
      const sums = { errors: 0, most: 0 };
      addGuttman(
        table,
        Int8Array.from(keyed(row), (value) => value - 1),
        sums,
      );
      const expected = guttmanErrors(keyed(row), popularity);
      expect(sums.most === 0 ? null : sums.errors).toBe(expected?.errors ?? null);
      if (expected !== null) expect(sums.errors / sums.most).toBeCloseTo(expected.normed, 12);
    }
  });

  it('Mahalanobis distance of the scale means, also where a scale is incomplete', () => {
    const rows = sittings(420, 77);
    const reference = makeReference(form, { id: 'x', version: '1.0.0', simulated: true, values: rows });
    const plan = profileDistancePlan(leaves, reference);
    const means = rows.map((row) =>
      leaves.map(({ item, slope, intercept }) => {
        const keyed = [...item].map(
          (position, term) => (intercept[term] ?? 0) + (slope[term] ?? 0) * (row[position] ?? 0),
        );
        return keyed.reduce((sum, value) => sum + value, 0) / item.length;
      }),
    );
    const matrix = responseMatrix(means);
    const sample = multivariateReference(matrix);
    if (sample.kind === 'insufficient') throw new Error('too few');
    const expected = mahalanobisDistances(matrix, sample);
    for (const [index, row] of rows.slice(0, 40).entries()) {
      expect(profileDistance(plan, row)?.d2).toBeCloseTo(expected[index]?.d2 ?? 0, 8);
    }
    const first = rows[0]?.slice() ?? new Float64Array(50);
    first[leaves[0]?.item[0] ?? 0] = Number.NaN;
    const without = mahalanobisDistances(responseMatrix([[null, ...(means[0]?.slice(1) ?? [])]]), sample)[0];
    expect(profileDistance(plan, first)).toEqual({ d2: expect.closeTo(without?.d2 ?? 0, 8), df: 4 });
  });
});

describe('repeated forced pairs', () => {
  const types = ['a', 'b', 'c'];
  const round: [string, string][] = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ];
  const turned = (pair: [string, string], turn: boolean) =>
    turn ? { a: pair[1], b: pair[0] } : { a: pair[0], b: pair[1] };
  const pairs: Instrument = {
    ...form,
    formats: { pair: { kind: 'pair', points: [1, 2], seconds: 5 } },
    items: [...round, ...round].map((pair, index) => ({
      id: `P${index + 1}`,
      format: 'pair',
      pair: turned(pair, index === 4),
    })),
    scales: types.map((id) => ({
      id,
      score: 'choice-count',
      use: 'profile',
      direction: 'higher-is-more',
      missing: { policy: 'none', minAnswered: 1 },
      items: [{ item: 'P1', key: 1, match: 1 }],
    })),
    quality: { synonyms: [], antonyms: [], repeats: [1, 2, 3].map((one) => [`P${one}`, `P${one + 3}`]) },
  };

  it('give what pairConsistency gives, for every pattern of answers', () => {
    const table = itemTable(pairs);
    const plan = forcedPairsPlan(pairs, table);
    if (plan === null) throw new Error('no repeats');
    for (let pattern = 0; pattern < 64; pattern++) {
      const answers = Object.fromEntries(table.ids.map((id, index) => [id, 1 + ((pattern >> index) & 1)]));
      const expected = pairConsistency(pairs, answers);
      const circular = expected.rounds.reduce(
        (sum, one) => sum + (one.kind === 'consistency' ? one.circularTriads : 0),
        0,
      );
      expect(forcedPairs(plan, coded(pairs, toValues(compile(pairs), answers)))).toEqual({
        repeats: 3,
        agreed: expected.agreed,
        circular,
      });
    }
    const { P1: _gone, ...rest } = { P1: 1, P2: 1, P3: 1, P4: 1, P5: 1, P6: 1 };
    expect(forcedPairs(plan, coded(pairs, toValues(compile(pairs), rest)))).toMatchObject({
      repeats: 2,
      circular: null,
    });
  });
});

describe('how long answers took', () => {
  const page = Int32Array.of(0, 1, 2);
  it('counts quick answers and quick pages, and leaves out what is not known', () => {
    expect(itemTimes([page], Float64Array.of(900, 1500, 9000, 8000))).toEqual({
      timed: 4,
      quickShare: 0.5,
      quickPages: 1,
    });
    expect(itemTimes([page], Float64Array.of(900, Number.NaN, 9000, 8000))).toMatchObject({ timed: 3, quickPages: 0 });
    expect(itemTimes([page], new Float64Array(4).fill(Number.NaN))).toBeNull();
  });
});
