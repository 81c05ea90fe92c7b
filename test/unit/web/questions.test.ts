import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';
import { screenAfterConfirm } from '../../../web/student/screen.ts';
import { questionsInOrder } from '../../../web/student/sitting/question-order.ts';
import { briefOf, wordsOf } from '../../../web/student/sitting/question-words.ts';
import { minutesLeft } from '../../../web/student/sitting/time-left.ts';

const rating = { id: 'likeness', kind: 'rating', points: [1, 2, 3, 4, 5], seconds: 8 } as const;
const pair = { id: 'choice', kind: 'pair', points: [1, 2], seconds: 6 } as const;

function formOf(pages: number, shuffle: 'none' | 'pages'): InstrumentForm {
  const page = (index: number) => ({ id: `p${index}`, situation: null, items: [`a${index}`, `b${index}`] });
  const all = Array.from({ length: pages }, (_, index) => page(index));
  return {
    id: 'x',
    version: '1.0.0',
    formats: [{ ...rating, points: [...rating.points] }],
    items: all.flatMap(({ items }) => items.map((id) => ({ id, format: 'likeness', situation: null }))),
    sections: [{ id: 'whole', minutes: 5, shuffle, pages: all }],
  };
}

const itemsOf = (form: InstrumentForm, seed: number) => questionsInOrder(form, seed).map(({ item }) => item);

describe('the order of questions', () => {
  it('is the file’s where nothing is shuffled', () => {
    expect(itemsOf(formOf(3, 'none'), 99)).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });

  it('is the same for a seed, keeps pages together and loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (seed) => {
        const order = itemsOf(formOf(12, 'pages'), seed);
        expect(itemsOf(formOf(12, 'pages'), seed)).toEqual(order);
        expect([...order].sort()).toEqual([...itemsOf(formOf(12, 'none'), 0)].sort());
        for (let index = 0; index < order.length; index += 2)
          expect(order[index + 1]).toBe(order[index]?.replace('a', 'b'));
      }),
    );
    expect(itemsOf(formOf(12, 'pages'), 1)).not.toEqual(itemsOf(formOf(12, 'pages'), 2));
  });
});

describe('a question in words', () => {
  const text = JSON.parse(
    readFileSync(new URL('../../../instruments/personality-ipip50/text.kk.json', import.meta.url), 'utf8'),
  ) as InstrumentText;

  it('has the stem, what is asked and the labels in the order of the points', () => {
    const format = { ...rating, points: [...rating.points] };
    const words = wordsOf({ item: 'E1', section: 'whole', block: null, page: 'p', situation: null, format }, text);
    expect(words.stem).toBe(text.items.E1);
    expect(words.ask).toBe(text.formats.likeness?.question);
    expect(words.options.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(words.options[4]?.label).toBe(text.formats.likeness?.labels[4]);
  });

  it('makes the alternatives of a pair the options', () => {
    const paired: InstrumentText = {
      ...text,
      items: { q: { a: 'Repair', b: 'Explain' } },
      formats: { choice: { labels: ['a', 'b'], question: 'Rather?' } },
      situations: { s1: 'A day at school.' },
    };
    const format = { ...pair, points: [...pair.points] };
    const question = { item: 'q', section: 'x', block: null, page: 'p', situation: 's1', format };
    expect(wordsOf(question, paired)).toEqual({
      situation: 'A day at school.',
      ask: null,
      stem: 'Rather?',
      isPair: true,
      options: [
        { value: 1, label: 'Repair' },
        { value: 2, label: 'Explain' },
      ],
    });
    // In a list of what was skipped «Rather?» would stand for every pair.
    expect(briefOf(wordsOf(question, paired))).toBe('Repair / Explain');
  });
});

describe('minutes left', () => {
  const questions = questionsInOrder(formOf(25, 'none'), 0);
  const answersEvery = (gapMs: number, count: number) =>
    questions
      .slice(0, count)
      .map(({ item }, index) => ({ item, value: 1, seq: index + 1, atMs: index * gapMs, language: 'kk' }) as const);

  it('are the usual time at the beginning', () => expect(minutesLeft(questions, [])).toBe(7));
  it('come closer to one’s own pace with each answer', () => {
    expect(minutesLeft(questions, answersEvery(16_000, 25))).toBe(6);
    expect(minutesLeft(questions, answersEvery(8000, 25))).toBe(3);
    expect(minutesLeft(questions, answersEvery(2000, 25))).toBe(1);
  });
  it('do not promise that whoever skims will go on skimming', () => {
    const many = questionsInOrder(formOf(100, 'none'), 1);
    expect(minutesLeft(many, answersEvery(200, 25))).toBe(9);
  });
  it('do not count a break, and never fall to nothing', () => {
    expect(minutesLeft(questions, answersEvery(3_600_000, 25))).toBe(3);
    expect(minutesLeft(questions, answersEvery(8000, 50))).toBe(1);
  });
});

describe('the step after «it’s me»', () => {
  const session = (guardian: 'given' | 'missing', pupil: 'given' | 'missing', state: 'new' | 'open' | 'submitted') =>
    ({ consent: { guardian, pupil }, sitting: { id: 's', state } }) as const;
  it.each([
    [session('missing', 'missing', 'new'), 'consent'],
    [session('missing', 'given', 'open'), 'consent'],
    [session('given', 'missing', 'new'), 'assent'],
    [session('given', 'given', 'new'), 'sitting'],
    [session('given', 'given', 'open'), 'sitting'],
    [session('missing', 'missing', 'submitted'), 'result'],
  ] as const)('%j → %s', (given, screen) => expect(screenAfterConfirm(given)).toBe(screen));
});
