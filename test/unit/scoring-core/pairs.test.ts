import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import { type Comparison, circularTriads } from '../../../scoring/scale/circular-triads.ts';
import { pairConsistency } from '../../../scoring/scale/pair-consistency.ts';
import { rankedWithTies } from '../../../scoring/scale/ranked.ts';
import { instrumentOf, scale } from './fixtures.ts';

const TYPES = ['art', 'human', 'nature', 'sign', 'technology'];
const meetings = TYPES.flatMap((a, i) => TYPES.slice(i + 1).map((b) => [a, b] as const));
const round = (wins: (a: string, b: string) => boolean): Comparison[] =>
  meetings.map(([a, b]) => (wins(a, b) ? { chosen: a, other: b } : { chosen: b, other: a }));

/** Circular threes counted one by one. */
function countTriads(types: readonly string[], comparisons: readonly Comparison[]): number {
  const beats = new Set(comparisons.map(({ chosen, other }) => `${chosen}>${other}`));
  let circular = 0;
  for (const a of types) {
    for (const b of types) {
      for (const c of types) {
        if (a < b && a < c && beats.has(`${a}>${b}`) && beats.has(`${b}>${c}`) && beats.has(`${c}>${a}`)) circular++;
      }
    }
  }
  return circular;
}

describe('circularTriads', () => {
  it('is 0 for a perfect order and 5 at most for five types', () => {
    expect(
      circularTriads(
        TYPES,
        round((a, b) => a < b),
      ),
    ).toEqual({ kind: 'consistency', circularTriads: 0, zeta: 1 });
    const beatsNextTwo = (a: string, b: string) => [1, 2].includes((TYPES.indexOf(b) - TYPES.indexOf(a) + 5) % 5);
    expect(circularTriads(TYPES, round(beatsNextTwo))).toEqual({ kind: 'consistency', circularTriads: 5, zeta: 0 });
  });

  it('is what counting threes one by one gives', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (wins) => {
        let next = 0;
        const comparisons = round(() => wins[next++] ?? true);
        expect(circularTriads(TYPES, comparisons)).toMatchObject({ circularTriads: countTriads(TYPES, comparisons) });
      }),
    );
  });

  it('knows even numbers of types too', () => {
    const four = ['a', 'b', 'c', 'd'];
    const circle = [
      { chosen: 'a', other: 'b' },
      { chosen: 'b', other: 'c' },
      { chosen: 'c', other: 'd' },
      { chosen: 'd', other: 'a' },
      { chosen: 'a', other: 'c' },
      { chosen: 'b', other: 'd' },
    ];
    expect(circularTriads(four, circle)).toEqual({ kind: 'consistency', circularTriads: 2, zeta: 0 });
    expect(countTriads(four, circle)).toBe(2);
  });

  it('is insufficient while a pair has not met, and refuses what is no round', () => {
    expect(circularTriads(TYPES, round(() => true).slice(1))).toEqual({
      kind: 'insufficient',
      answered: 9,
      required: 10,
    });
    expect(() => circularTriads(['a', 'b'], [])).toThrow(RangeError);
    expect(() => circularTriads(TYPES, [{ chosen: 'art', other: 'art' }])).toThrow(RangeError);
    const twice = { chosen: 'art', other: 'human' };
    expect(() => circularTriads(TYPES, [twice, { chosen: 'human', other: 'art' }])).toThrow('meet twice');
  });
});

describe('pairConsistency', () => {
  const first = meetings.map(([a, b], index) => ({ id: `p${index + 1}`, format: 'agree', pair: { a, b } }));
  /** The second round turns the sides round. */
  const second = meetings.map(([a, b], index) => ({ id: `p${index + 11}`, format: 'agree', pair: { a: b, b: a } }));
  const instrument: Instrument = instrumentOf(
    [scale({ id: 'art', score: 'choice-count', items: [{ item: 'p1', key: 1, match: 1 }] })],
    {
      formats: { agree: { kind: 'pair', points: [1, 2], seconds: 9 } },
      items: [...first, ...second],
      quality: { synonyms: [], antonyms: [], repeats: first.map(({ id }, index) => [id, `p${index + 11}`]) },
    },
  );
  const sheet = (again: (index: number) => number) =>
    Object.fromEntries([...first.map(({ id }) => [id, 1]), ...second.map(({ id }, index) => [id, again(index)])]);

  it('compares types, not sides', () => {
    expect(
      pairConsistency(
        instrument,
        sheet(() => 2),
      ),
    ).toMatchObject({ repeats: 10, agreed: 10, expectedByChance: 5 });
    expect(
      pairConsistency(
        instrument,
        sheet(() => 1),
      ),
    ).toMatchObject({ agreed: 0 });
    expect(
      pairConsistency(
        instrument,
        sheet((index) => (index < 3 ? 1 : 2)),
      ),
    ).toMatchObject({ agreed: 7 });
  });

  it('reports both rounds, and leaves a repetition out that was not answered', () => {
    const { p20: _, ...rest } = sheet(() => 2);
    expect(pairConsistency(instrument, rest)).toMatchObject({
      repeats: 9,
      rounds: [
        { kind: 'consistency', circularTriads: 0, zeta: 1 },
        { kind: 'insufficient', answered: 9, required: 10 },
      ],
    });
  });

  it('refuses a repetition that compares other types', () => {
    const broken = { ...instrument, quality: { synonyms: [], antonyms: [], repeats: [['p1', 'p12']] } };
    expect(() => pairConsistency(broken, {})).toThrow('p12 does not repeat p1');
  });
});

describe('rankedWithTies', () => {
  it('shows all tied types, whatever the order they come in', () => {
    const values = [
      { scale: 'art', value: 5 },
      { scale: 'human', value: 6 },
      { scale: 'sign', value: 3 },
      { scale: 'nature', value: 6 },
    ];
    expect(rankedWithTies(values)).toEqual([
      { rank: 1, value: 6, scales: ['human', 'nature'] },
      { rank: 3, value: 5, scales: ['art'] },
      { rank: 4, value: 3, scales: ['sign'] },
    ]);
    expect(rankedWithTies([...values].reverse()).map(({ scales }) => [...scales].sort())).toEqual(
      rankedWithTies(values).map(({ scales }) => [...scales].sort()),
    );
  });
});
