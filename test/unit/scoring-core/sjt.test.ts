import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { compile, explain, score } from '../../../scoring/index.ts';
import { SJT_SCORINGS, type SjtMethod } from '../../../scoring/scale/sjt/scorings.ts';
import type { Situation } from '../../../scoring/scale/sjt/situation.ts';
import { tabledSituation, writeSituation } from '../../../scoring/scale/sjt/tabled-situation.ts';
import { scale } from './fixtures.ts';

const valuesOf = (method: SjtMethod, x: number[], key: number[], ratings: number[][] = []): number[] | null => {
  const situation: Situation = {
    item: Int32Array.from(x, (_, j) => j),
    key: Float64Array.from(key),
    counted: new Uint8Array(x.length).fill(1),
    ratings,
    middle: 3,
  };
  const values = new Float64Array(x.length);
  return SJT_SCORINGS[method].score(Float64Array.from(x), situation, values) ? [...values] : null;
};
const sumOf = (values: number[] | null): number => (values ?? [Number.NaN]).reduce((sum, value) => sum + value, 0);

describe('scorings worked by hand', () => {
  it('mode match: each of several equally frequent ratings counts', () => {
    const ratings = [
      [5, 5, 4],
      [1, 2, 1, 2],
      [3, 3, 3],
    ];
    expect(valuesOf('mode-match', [5, 2, 4], [4.7, 1.5, 3], ratings)).toEqual([1, 1, 0]);
    expect(valuesOf('mode-match', [4, 1, 3], [4.7, 1.5, 3], ratings)).toEqual([0, 1, 1]);
  });

  it.each([
    ['both hit', [5, 1, 3, 2], 2],
    ['swapped', [1, 5, 3, 2], -2],
    ['only the best', [5, 3, 2, 1], 1],
    ['best missed, worst right', [3, 1, 5, 2], 1],
    ['no best named', [5, 1, 5, 2], 1],
    ['a straight line', [3, 3, 3, 3], 0],
  ])('best and worst: %s', (_name, x, value) => {
    expect(valuesOf('best-worst', x, [4.8, 1.2, 3.5, 2.1])?.[0]).toBe(value);
  });

  it('ranking: own order of the key 1, reversed and tied orders less', () => {
    const key = [4.8, 1.2, 3.5, 2.1];
    expect(sumOf(valuesOf('ranking', [5, 1, 4, 2], key)) / 4).toBe(1);
    expect(sumOf(valuesOf('ranking', [1, 5, 2, 4], key)) / 4).toBe((1 + 1 + 3 + 3) / 16);
    expect(sumOf(valuesOf('ranking', [3, 3, 3, 3], key)) / 4).toBe((2.5 + 2.5 + 3.5 + 3.5) / 16);
  });

  it('standardised distance is 2(n − 1)(r − 1) and does not see level or spread', () => {
    const key = [4.8, 1.2, 3.5, 2.1];
    const r = valuesOf('profile-correlation', [4, 2, 2, 3], key)?.[0] ?? Number.NaN;
    expect(sumOf(valuesOf('standardised-distance', [4, 2, 2, 3], key))).toBeCloseTo(6 * (r - 1), 12);
    const plain = sumOf(valuesOf('standardised-distance', [3, 2, 2, 1], key));
    expect(sumOf(valuesOf('standardised-distance', [5, 3, 3, 1], key))).toBeCloseTo(plain, 12);
  });

  it.each<SjtMethod>(['standardised-distance', 'profile-correlation'])(
    '%s of a straight line is undefined',
    (method) => {
      expect(valuesOf(method, [3, 3, 3, 3], [4, 2, 3, 1])).toBeNull();
    },
  );
});

const options = ['S1a', 'S1b', 'S1c', 'S1d', 'S2a', 'S2b', 'S2c', 'S2d'];
const KEY = { S1a: 4.5, S1b: 1.5, S1c: 3.5, S1d: 2, S2a: 1, S2b: 5, S2c: 2.5, S2d: 4 };
function situations(method: SjtMethod, values: Record<string, number> = KEY): Instrument {
  const sjt = { method, key: 'authors' };
  const theme = (id: string, items: string[]) =>
    scale({ id, score: 'sjt', use: 'groups', sjt, items: items.map((item) => ({ item, key: 1 })) });
  return {
    schemaVersion: 1,
    id: 'trial',
    version: '1.0.0',
    kind: 'situational-judgement',
    formats: { rate: { kind: 'situation', points: [1, 2, 3, 4, 5], seconds: 10 } },
    items: options.map((id) => ({ id, format: 'rate', situation: id.slice(0, 2) })),
    scales: [theme('judgement', options), theme('tolerance', ['S1a', 'S2d'])],
    sections: [{ id: 'all', minutes: 5, shuffle: 'none', pages: [{ id: 'page', items: options }] }],
    keys: { authors: { version: '1.0.0', source: 'authors', date: '2026-01-01', values } },
  };
}
const SHEET = { S1a: 5, S1b: 2, S1c: 2, S1d: 1, S2a: 2, S2b: 4, S2c: 1, S2d: 5 };

describe('a scale of situations', () => {
  it('sums over situations, each standardised by itself', () => {
    const whole = score(compile(situations('standardised-distance')), SHEET).scales[0];
    const first = sumOf(valuesOf('standardised-distance', [5, 2, 2, 1], [4.5, 1.5, 3.5, 2]));
    const second = sumOf(valuesOf('standardised-distance', [2, 4, 1, 5], [1, 5, 2.5, 4]));
    expect(whole).toMatchObject({ kind: 'scored', answered: 8, of: 8 });
    expect(whole?.kind === 'scored' ? whole.raw : Number.NaN).toBeCloseTo(first + second, 12);
  });

  it('a theme takes its own options, standardised within the whole situation', () => {
    const theme = score(compile(situations('standardised-distance')), SHEET).scales[1];
    const first = valuesOf('standardised-distance', [5, 2, 2, 1], [4.5, 1.5, 3.5, 2])?.[0] ?? Number.NaN;
    const second = valuesOf('standardised-distance', [2, 4, 1, 5], [1, 5, 2.5, 4])?.[3] ?? Number.NaN;
    expect(theme?.kind === 'scored' ? theme.raw : Number.NaN).toBeCloseTo(first + second, 12);
  });

  it('leaves out a situation with a missing rating or a straight line', () => {
    const plan = compile(situations('standardised-distance'));
    const { S1a: _, ...missing } = SHEET;
    expect(score(plan, missing).scales[0]).toEqual({
      kind: 'insufficient',
      scale: 'judgement',
      answered: 4,
      required: 7,
      of: 8,
    });
    const line = { ...SHEET, S1a: 3, S1b: 3, S1c: 3, S1d: 3 };
    expect(score(plan, line).scales[0]).toMatchObject({ kind: 'insufficient', answered: 4 });
    expect(score(compile(situations('absolute-distance')), line).scales[0]).toMatchObject({
      kind: 'scored',
      answered: 8,
    });
  });

  it('leaves out options the experts could not agree on', () => {
    const { S1d: _a, S2c: _b, ...agreed } = KEY;
    const whole = score(compile(situations('absolute-distance', agreed)), SHEET).scales[0];
    expect(whole).toMatchObject({ of: 6, answered: 6, raw: -(0.5 + 0.5 + 1.5 + 1 + 1 + 1) });
  });

  it('puts r = 0 in the middle of the anchors and r = 1 at their end', () => {
    const plan = compile(situations('standardised-distance', { ...KEY, S1a: 5, S1b: 1, S1c: 4, S1d: 2 }));
    expect(plan.scales[0]).toMatchObject({ lowest: -3, highest: 0 });
    const perfect = score(plan, { S1a: 5, S1b: 1, S1c: 4, S1d: 2, S2a: 1, S2b: 5, S2c: 2, S2d: 4 }).scales[0];
    expect(perfect).toMatchObject({ anchor: 5 });
  });

  it('explains each option, adding up to the mean', () => {
    const trace = explain(compile(situations('absolute-distance')), SHEET, 'judgement');
    expect(trace.items[0]).toMatchObject({ item: 'S1a', answer: 5, keyed: -0.5 });
    const sum = trace.items.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
    expect(sum).toBeCloseTo(trace.score.kind === 'scored' ? trace.score.mean : Number.NaN, 12);
    expect(explain(compile(situations('absolute-distance')), SHEET, 'tolerance').items.map(({ item }) => item)).toEqual(
      ['S1a', 'S2d'],
    );
  });

  it('needs its key, and single ratings where the scoring counts experts', () => {
    expect(() => compile({ ...situations('ranking'), keys: {} })).toThrow('no key authors');
    expect(() => compile(situations('proportion'))).toThrow('needs the single ratings');
  });
});

describe('a situation scored once for each combination of answers', () => {
  const situation: Situation = {
    item: Int32Array.of(2, 0, 1),
    key: Float64Array.of(4.5, 1.2, 3),
    counted: Uint8Array.of(1, 1, 1),
    ratings: [],
    middle: 3,
  };
  const written = (answers: Float64Array, tabled: ReturnType<typeof tabledSituation>): number[] => {
    const out = new Float64Array(5).fill(9);
    writeSituation(tabled, answers, out, 1);
    return [...out];
  };

  it.each<SjtMethod>(['standardised-distance', 'best-worst'])(
    'gives from its table what the scoring gives: %s',
    (method) => {
      const { score: scoring } = SJT_SCORINGS[method];
      const tabled = tabledSituation(situation, scoring, [1, 2, 3, 4, 5]);
      for (const _ of [1, 2]) {
        for (let combination = 0; combination < 125; combination++) {
          const answers = Float64Array.of(
            1 + (combination % 5),
            1 + (Math.floor(combination / 5) % 5),
            1 + Math.floor(combination / 25),
          );
          const expected = new Float64Array(3);
          const usable = scoring(
            Float64Array.from(situation.item, (at) => answers[at] ?? 0),
            situation,
            expected,
          );
          expect(written(answers, tabled)).toEqual([
            9,
            ...(usable ? expected : [Number.NaN, Number.NaN, Number.NaN]),
            9,
          ]);
        }
      }
    },
  );

  it('computes what is not in its table: a missing answer, an answer between two points, another answer scale', () => {
    const { score: scoring } = SJT_SCORINGS['absolute-distance'];
    const tabled = tabledSituation(situation, scoring, [1, 2, 3, 4, 5]);
    expect(written(Float64Array.of(1, Number.NaN, 5), tabled)).toEqual([9, Number.NaN, Number.NaN, Number.NaN, 9]);
    expect(written(Float64Array.of(1.2, 3, 4.5), tabled)).toEqual([9, -0, -0, -0, 9]);
    expect(written(Float64Array.of(2, 8, 6), tabledSituation(situation, scoring, [2, 4, 6, 8]))).toEqual([
      9, -1.5, -0.8, -5, 9,
    ]);
  });
});
