import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadInstrument, loadNorms } from '../../../instruments/load.ts';
import {
  type Answers,
  compile,
  ENGINE_VERSION,
  FIELDS,
  RAW,
  type Scores,
  score,
  scoreInto,
  toValues,
} from '../../../scoring/index.ts';
import { ids, instrumentOf, normOf, scale } from './fixtures.ts';

const ipip = loadInstrument('personality-ipip50');
const norm = loadNorms('personality-ipip50')[0];
const plan = compile(ipip, norm);
const all = (answer: number): Answers => Object.fromEntries(ipip.items.map(({ id }) => [id, answer]));
const first = (scores: Scores) => scores.scales[0];
const answersOf = (n: number) => fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n });
const sheet = answersOf(50).map(
  (given): Answers => Object.fromEntries(ipip.items.map(({ id }, i) => [id, given[i] ?? 3])),
);

describe('score', () => {
  it('says what it rests on', () => {
    expect(score(plan, all(3))).toMatchObject({
      instrument: 'personality-ipip50',
      instrumentVersion: '1.0.0',
      normId: 'ipip50-en-13-16-2012',
      normVersion: '1.0.0',
      engineVersion: ENGINE_VERSION,
    });
    expect(score(compile(ipip), all(3))).toMatchObject({ normId: null, normVersion: null });
  });

  it('gives no T, stanine or percentile without a norm, and an error band from a norm lent for it', () => {
    const lent = score(compile(ipip, undefined, norm === undefined ? {} : { error: norm }), all(4)).scales[0];
    expect(lent).toMatchObject({ kind: 'scored', mean: 3, t: null, stanine: null, percentile: null, anchor: 3 });
    expect(lent).toMatchObject({ sem: norm?.scales.extraversion?.sem });
    expect(score(compile(ipip), all(4)).scales[0]).toMatchObject({ sem: null, low: null, high: null });
  });

  it('bands the mean by 1.645 standard errors, inside the answer scale', () => {
    const trial = compile(
      instrumentOf([scale({ id: 's', score: 'mean', items: ids('a', 2).map((item) => ({ item, key: 1 })) })]),
      normOf('s', [
        [2, 0.1],
        [10, 0.9],
      ]),
    );
    const middle = first(score(trial, { a1: 3, a2: 3 }));
    expect(middle).toMatchObject({ sem: 0.5, low: 3 - 1.6448536269514722 * 0.5, high: 3 + 1.6448536269514722 * 0.5 });
    expect(first(score(trial, { a1: 5, a2: 5 }))).toMatchObject({ high: 5 });
  });

  it('prorates down to 80 % answered and no further', () => {
    const trial = compile(
      instrumentOf([scale({ id: 's', score: 'mean', items: ids('a', 10).map((item) => ({ item, key: 1 })) })]),
    );
    const eight: Answers = Object.fromEntries(ids('a', 8).map((item, i) => [item, i < 4 ? 4 : 3]));
    expect(first(score(trial, eight))).toMatchObject({ kind: 'scored', answered: 8, of: 10, mean: 3.5, raw: 35 });
    const { a8: _, ...seven } = eight;
    expect(first(score(trial, seven))).toEqual({ kind: 'insufficient', scale: 's', answered: 7, required: 8, of: 10 });
    expect(first(score(trial, {}))).toMatchObject({ kind: 'insufficient', answered: 0 });
  });

  it.each([
    [5, 4],
    [10, 8],
    [15, 12],
    [20, 16],
    [6, 5],
    [35, 28],
  ])('of %i items requires %i', (of, required) => {
    const items = ids('a', of).map((item) => ({ item, key: 1 as const }));
    expect(compile(instrumentOf([scale({ id: 's', score: 'mean', items })])).scales[0]?.required).toBe(required);
  });

  it('refuses an answer that is no point of the item, and passes over items of other instruments', () => {
    expect(() => score(plan, { ...all(3), E1: 6 })).toThrow(new RangeError('E1: 6 is not one of 1, 2, 3, 4, 5'));
    expect(() => score(plan, { ...all(3), E1: 2.5 })).toThrow(RangeError);
    expect(() => score(plan, { ...all(3), E1: Number.NaN })).toThrow(RangeError);
    expect(score(plan, { ...all(3), Z1: 99 })).toEqual(score(plan, all(3)));
  });

  it('weights items, and prorates by weight', () => {
    const items = [
      { item: 'a1', key: 1 as const, weight: 3 },
      { item: 'a2', key: -1 as const, weight: 1 },
    ];
    const trial = compile(
      instrumentOf([scale({ id: 's', score: 'weighted', items, missing: { policy: 'prorate', minAnswered: 0.5 } })]),
    );
    expect(first(score(trial, { a1: 5, a2: 5 }))).toMatchObject({ raw: 16, mean: 4 });
    expect(first(score(trial, { a1: 5 }))).toMatchObject({ raw: 20, mean: 5 });
    expect(first(score(trial, { a2: 5 }))).toMatchObject({ raw: 4, mean: 1 });
  });

  it('nests scales, each part by its weight, and not when a part is insufficient', () => {
    const part = (id: string, prefix: string) =>
      scale({ id, score: 'mean', items: ids(prefix, 2).map((item) => ({ item, key: 1 })) });
    const whole = scale({
      id: 'whole',
      score: 'scales',
      parts: [
        { scale: 'x', weight: 1 },
        { scale: 'y', weight: 3 },
      ],
    });
    const trial = compile(instrumentOf([whole, part('x', 'a'), part('y', 'b')]));
    expect(first(score(trial, { a1: 1, a2: 1, b1: 5, b2: 5 }))).toMatchObject({ mean: 4, raw: 4, answered: 4, of: 4 });
    expect(first(score(trial, { a1: 1, a2: 1 }))).toMatchObject({ kind: 'insufficient', answered: 2, required: 4 });
    expect(score(trial, { a1: 1, a2: 1 }).scales[1]).toMatchObject({ kind: 'scored', mean: 1 });
  });

  it('refuses scales that go round in a circle and norms of another instrument', () => {
    const part = (id: string, of: string) => scale({ id, score: 'scales', parts: [{ scale: of, weight: 1 }] });
    expect(() => compile(instrumentOf([part('x', 'y'), part('y', 'x')]))).toThrow('x is part of itself');
    expect(() => compile(instrumentOf([part('x', 'z')]))).toThrow('unknown part z');
    expect(() =>
      compile(
        ipip,
        normOf('s', [
          [1, 0.1],
          [2, 0.2],
        ]),
      ),
    ).toThrow('Norm trial-norm is for trial 1.0.0');
  });
});

describe('properties', () => {
  it('reversing every key twice is identity; reversing once mirrors the mean', () => {
    const turn = (key: 1 | -1): 1 | -1 => (key === 1 ? -1 : 1);
    const turned = ipip.scales.map((s) => ({
      ...s,
      items: (s.items ?? []).map((term) => ({ ...term, key: turn(term.key) })),
    }));
    const mirrored = compile({ ...ipip, scales: turned });
    fc.assert(
      fc.property(sheet, (answers) => {
        const opposite = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, 6 - answer]));
        const plain = compile(ipip);
        expect(score(mirrored, opposite).scales).toEqual(score(plain, answers).scales);
        for (const [index, s] of score(mirrored, answers).scales.entries()) {
          const original = score(plain, answers).scales[index];
          if (s.kind === 'scored' && original?.kind === 'scored') expect(s.raw).toBe(60 - original.raw);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the order of items, in the file and in the answers, never matters', () => {
    fc.assert(
      fc.property(sheet, fc.shuffledSubarray(ipip.items, { minLength: 50 }), (answers, items) => {
        const reordered = compile({ ...ipip, items }, norm);
        const shuffled = Object.fromEntries(Object.entries(answers).reverse());
        expect(score(reordered, shuffled)).toEqual(score(plan, answers));
      }),
      { numRuns: 50 },
    );
  });

  it('T and stanine never fall as the raw score rises', () => {
    const seen: { raw: number; t: number; stanine: number }[] = [];
    fc.assert(
      fc.property(sheet, (answers) => {
        const s = score(plan, answers).scales[4];
        if (s?.kind === 'scored') seen.push({ raw: s.raw, t: s.t ?? Number.NaN, stanine: s.stanine ?? Number.NaN });
      }),
    );
    seen.sort((a, b) => a.raw - b.raw);
    for (const [index, one] of seen.entries()) {
      const next = seen[index + 1];
      if (next === undefined || next.raw === one.raw) continue;
      expect(next.t).toBeGreaterThanOrEqual(one.t);
      expect(next.stanine).toBeGreaterThanOrEqual(one.stanine);
    }
  });

  it('scoreInto gives what score gives, and leaves the answers alone', () => {
    fc.assert(
      fc.property(sheet, fc.subarray(ipip.items), (answers, left) => {
        const some = Object.fromEntries(Object.entries(answers).filter(([id]) => !left.some((item) => item.id === id)));
        const values = toValues(plan, some);
        const before = Float64Array.from(values);
        const out = new Float64Array(plan.scales.length * FIELDS).fill(7);
        scoreInto(plan, values, out);
        expect(values).toEqual(before);
        for (const [index, s] of score(plan, Object.freeze(some)).scales.entries()) {
          const raw = out[index * FIELDS + RAW];
          expect(s.kind === 'scored' ? s.raw : Number.NaN).toBe(raw);
        }
      }),
    );
  });

  it('never puts NaN into a result', () => {
    fc.assert(
      fc.property(sheet, fc.subarray(ipip.items), (answers, left) => {
        const some = Object.fromEntries(Object.entries(answers).filter(([id]) => !left.some((item) => item.id === id)));
        const numbers = JSON.stringify(score(plan, some), (_key, value) => (Number.isNaN(value) ? 'NaN' : value));
        expect(numbers).not.toContain('NaN');
      }),
    );
  });
});
