import { describe, expect, it } from 'vitest';
import { compile, score } from '../../../scoring/index.ts';
import { levelOfCount } from '../../../scoring/scale/matches.ts';
import { ids, instrumentOf, scale } from './fixtures.ts';

const levels = [9, 11, 13, 15];
const yesNo = instrumentOf(
  [
    scale({
      id: 'communicative',
      score: 'match-count',
      items: ids('q', 20).map((item, index) => ({ item, key: 1, match: index % 2 === 0 ? 1 : 0 })),
      missing: { policy: 'none', minAnswered: 0.9 },
      levels,
    }),
  ],
  { formats: { agree: { kind: 'yes-no', points: [0, 1], seconds: 4 } } },
);
const plan = compile(yesNo);
/** The first `matches` items answered by the key, the rest against it. */
const sheet = (matches: number) =>
  Object.fromEntries(ids('q', 20).map((id, index) => [id, index < matches === (index % 2 === 0) ? 1 : 0]));

describe('match counts', () => {
  it.each([
    [0, 1],
    [4, 1],
    [9, 1],
    [10, 2],
    [11, 2],
    [12, 3],
    [13, 3],
    [14, 4],
    [15, 4],
    [16, 5],
    [20, 5],
  ])('%i matches are level %i', (matches, level) => {
    expect(score(plan, sheet(matches)).scales[0]).toMatchObject({ raw: matches, mean: matches / 20, anchor: level });
  });

  it('classify 14 as an integer: as a ratio it would slip into the class above .70', () => {
    expect(0.05 * 14 > 0.7).toBe(true);
    expect(levelOfCount(levels, 14)).toBe(4);
    expect(levelOfCount([14, 16], 14)).toBe(1);
    expect(() => levelOfCount(levels, 0.7)).toThrow(RangeError);
  });

  it('need 18 of 20 answers and are not prorated', () => {
    const { q20: _a, q19: _b, ...eighteen } = sheet(20);
    expect(score(plan, eighteen).scales[0]).toMatchObject({ kind: 'scored', answered: 18, raw: 18 });
    const { q18: _c, ...seventeen } = eighteen;
    expect(score(plan, seventeen).scales[0]).toMatchObject({ kind: 'insufficient', answered: 17, required: 18 });
  });

  it('stay in the classes of whole counts with an answer missing, prorated or not', () => {
    const { q20: _, ...nineteen } = sheet(14);
    expect(score(plan, nineteen).scales[0]).toMatchObject({ raw: 14, anchor: 4 });
    const [count] = yesNo.scales.map((one) => ({ ...one, missing: { policy: 'prorate' as const, minAnswered: 0.9 } }));
    const prorating = compile({ ...yesNo, scales: count === undefined ? [] : [count] });
    const { q20: _b, ...tenOfNineteen } = sheet(10);
    expect(score(prorating, tenOfNineteen).scales[0]).toMatchObject({ raw: expect.closeTo(200 / 19, 12), anchor: 2 });
  });
});

/** The published round robin: alternatives a or b of 20 pairs for each of five types. */
const KEY: Record<string, string> = {
  nature: '1A 3B 6A 10A 11A 13B 16A 20A',
  technology: '1B 4A 7B 9A 11B 14A 17B 19A',
  human: '2A 4B 6B 8A 12A 14B 16B 18A',
  sign: '2B 5A 9B 10B 12B 15A 19B 20B',
  art: '3A 5B 7A 8B 13A 15B 17A 18B',
};
const pairs = instrumentOf(
  Object.entries(KEY).map(([id, places]) =>
    scale({
      id,
      score: 'choice-count',
      items: places.split(' ').map((place) => ({
        item: `p${Number.parseInt(place, 10)}`,
        key: 1,
        match: place.endsWith('A') ? 1 : 2,
      })),
    }),
  ),
  { kind: 'forced-choice', formats: { agree: { kind: 'pair', points: [1, 2], seconds: 9 } } },
);

describe('forced-choice counts', () => {
  const pairPlan = compile(pairs);
  const choose = (choice: (pair: number) => number) =>
    score(pairPlan, Object.fromEntries(ids('p', 20).map((id, index) => [id, choice(index + 1)]))).scales.map((s) =>
      s.kind === 'scored' ? s.raw : null,
    );

  it.each([
    ['always a', () => 1],
    ['always b', () => 2],
    ['in turn', (pair: number) => 1 + (pair % 2)],
    ['as the square says', (pair: number) => 1 + ((pair * pair) % 3 === 1 ? 1 : 0)],
  ])('sum to 20 whoever answers: %s', (_name, choice) => {
    const counts = choose(choice);
    expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(20);
    expect(Math.max(...counts.map((count) => count ?? 0))).toBeLessThanOrEqual(8);
  });

  it('give 8 to a type that is chosen whenever it is offered', () => {
    const human = new Map(
      (KEY.human ?? '').split(' ').map((place) => [Number.parseInt(place, 10), place.endsWith('A') ? 1 : 2]),
    );
    expect(choose((pair) => human.get(pair) ?? 1)[2]).toBe(8);
  });
});
