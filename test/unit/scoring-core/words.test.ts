import { describe, expect, it } from 'vitest';
import { loadInstrument, loadNorms, loadTexts } from '../../../instruments/load.ts';
import { compile, describe as describeScores, explain, score } from '../../../scoring/index.ts';
import { ids, instrumentOf, scale } from './fixtures.ts';

const instrument = loadInstrument('personality-ipip50');
const norm = loadNorms('personality-ipip50')[0];
const reversed = new Set(
  instrument.scales.flatMap((s) => (s.items ?? []).flatMap(({ item, key }) => (key === -1 ? [item] : []))),
);
/** A sheet whose keyed answer is `level` on every item of the factor. */
const sheet = (levels: Record<string, number>) =>
  Object.fromEntries(
    instrument.items.flatMap(({ id }) => {
      const level = levels[id.charAt(0)];
      return level === undefined ? [] : [[id, reversed.has(id) ? 6 - level : level]];
    }),
  );
const levels = { E: 2, A: 4, C: 3, N: 5, O: 1 };

describe('describe', () => {
  const plan = compile(instrument);
  const text = loadTexts('personality-ipip50', 'kk');
  const words = describeScores(plan, score(plan, sheet(levels)), text);

  it('puts strengths first and the answer scale into words', () => {
    expect(words.map((w) => w.scale)).toEqual([
      'emotional-stability',
      'agreeableness',
      'conscientiousness',
      'extraversion',
      'openness',
    ]);
    expect(words.map((w) => (w.kind === 'described' ? [w.level, w.anchorWords] : []))).toEqual([
      ['high', 'Маған өте ұқсайды'],
      ['high', 'Маған көбіне ұқсайды'],
      ['middle', 'Бірде солай, бірде олай емес'],
      ['low', 'Маған онша ұқсамайды'],
      ['low', 'Маған мүлде ұқсамайды'],
    ]);
  });

  it('takes each sentence from the text file and says on what it rests', () => {
    expect(words[1]).toMatchObject({ sentence: text.scales.agreeableness?.high, basis: 'answers' });
  });

  it('names an insufficient scale last and says nothing about the person', () => {
    const { N: _, ...without } = levels;
    const last = describeScores(plan, score(plan, sheet(without)), text).at(-1);
    expect(last).toEqual({
      kind: 'insufficient',
      scale: 'emotional-stability',
      name: text.scales['emotional-stability']?.name,
      about: text.scales['emotional-stability']?.about,
      answered: 0,
      required: 8,
    });
  });

  it('shows which other sentence the error band allows', () => {
    const banded = compile(instrument, undefined, norm === undefined ? {} : { error: norm });
    const spans = describeScores(banded, score(banded, sheet(levels)), text).map((w) =>
      w.kind === 'described' ? w.spans : [],
    );
    expect(spans).toEqual([['high'], ['middle', 'high'], ['low', 'middle', 'high'], ['low', 'middle'], ['low']]);
  });

  it('with a norm goes by stanine and orders by T', () => {
    const normed = compile(instrument, norm);
    const found = describeScores(normed, score(normed, sheet({ ...levels, O: 4, C: 4 })), text);
    const openness = found.findIndex((w) => w.scale === 'openness');
    const conscientiousness = found.findIndex((w) => w.scale === 'conscientiousness');
    expect(found[openness]).toMatchObject({ basis: 'norm', level: 'middle', score: { mean: 4 } });
    expect(found[conscientiousness]).toMatchObject({ basis: 'norm', level: 'high', score: { mean: 4 } });
    expect(conscientiousness).toBeLessThan(openness);
  });

  it('leaves out what is not a portrait, and refuses the text of another instrument', () => {
    const context = { ...instrument, scales: instrument.scales.map((s) => ({ ...s, use: 'context' as const })) };
    const contextPlan = compile(context);
    expect(describeScores(contextPlan, score(contextPlan, sheet(levels)), text)).toEqual([]);
    expect(() => describeScores(plan, score(plan, {}), { ...text, instrument: 'other' })).toThrow(RangeError);
  });
});

describe('explain', () => {
  const plan = compile(instrument, norm);

  it('opens a score to its last item, and the contributions add up to the mean', () => {
    const trace = explain(plan, { ...sheet(levels), E1: 5 }, 'extraversion');
    expect(trace.items[0]).toEqual({ item: 'E1', key: 1, answer: 5, keyed: 5, contribution: 0.5 });
    expect(trace.items[1]).toEqual({ item: 'E2', key: -1, answer: 4, keyed: 2, contribution: 0.2 });
    expect(trace.norm).toEqual({ id: 'ipip50-en-13-16-2012', version: '1.0.0' });
    const sum = trace.items.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
    expect(sum).toBeCloseTo(trace.score.kind === 'scored' ? trace.score.mean : Number.NaN, 12);
  });

  it('shows an unanswered item as unanswered', () => {
    const { E1: _, ...rest } = sheet(levels);
    expect(explain(plan, rest, 'extraversion').items[0]).toEqual({
      item: 'E1',
      key: 1,
      answer: null,
      keyed: null,
      contribution: null,
    });
    expect(explain(plan, {}, 'extraversion')).toMatchObject({ score: { kind: 'insufficient' } });
  });

  it('follows a nested scale down to its parts', () => {
    const part = (id: string, prefix: string) =>
      scale({ id, score: 'mean', items: ids(prefix, 2).map((item) => ({ item, key: 1 })) });
    const parts = [
      { scale: 'x', weight: 1 },
      { scale: 'y', weight: 3 },
    ];
    const nested = compile(
      instrumentOf([part('x', 'a'), part('y', 'b'), scale({ id: 'whole', score: 'scales', parts })]),
    );
    const trace = explain(nested, { a1: 1, a2: 1, b1: 5, b2: 5 }, 'whole');
    expect(trace.parts.map(({ contribution, trace }) => [trace.scale, contribution])).toEqual([
      ['x', 0.25],
      ['y', 3.75],
    ]);
  });

  it('refuses a scale that is not there', () => {
    expect(() => explain(plan, {}, 'charm')).toThrow(new RangeError('personality-ipip50 has no scale charm'));
  });
});
