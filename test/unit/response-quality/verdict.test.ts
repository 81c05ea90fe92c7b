import { describe, expect, it } from 'vitest';
import { mergeBattery } from '../../../instruments/battery/merge-battery.ts';
import { loadForm } from '../../../instruments/forms.ts';
import { compileQuality } from '../../../scoring/response-quality/compile-quality.ts';
import { judgeQuality } from '../../../scoring/response-quality/judge-quality.ts';
import { makeReference } from '../../../scoring/response-quality/make-reference.ts';
import { measureQuality, type QualityIndices } from '../../../scoring/response-quality/measure-quality.ts';
import { shareBeyond } from '../../../scoring/response-quality/suspicion-cut.ts';
import { battery, instruments } from '../battery/fixtures.ts';
import { diced, form, sittings } from './fixtures.ts';

const small = mergeBattery(battery, instruments);
const plan = compileQuality(small);
const order = plan.orderOf(1);
const valuesOf = (answers: Record<string, number>): Float64Array =>
  Float64Array.from(plan.items.ids, (id, index) => answers[id] ?? 1 + ((index * 7) % 5));
const verdictOf = (answers: Record<string, number>, timesMs?: Float64Array, accommodated = false) =>
  judgeQuality(plan, measureQuality(plan, { values: valuesOf(answers), order, ...(timesMs && { timesMs }) }), {
    accommodated,
  });

const sound = { X1: 4, X2: 2, X3: 3, X4: 2 };

describe('a verdict without a reference sample', () => {
  it('is valid where nothing speaks against it, and says no score', () => {
    expect(verdictOf(sound)).toEqual({ state: 'valid', score: null, flags: [] });
  });

  it('offers a repeat for two instructed items answered otherwise, not for one and not for a missing one', () => {
    expect(verdictOf({ ...sound, X1: 1, X2: 5 }).state).toBe('repeat-offered');
    expect(verdictOf({ ...sound, X1: 1 }).state).toBe('valid');
    expect(verdictOf({ ...sound, X1: 1, X2: Number.NaN }).state).toBe('valid');
  });

  it('asks for a review of answers too good to be true', () => {
    const { state, flags } = verdictOf({ ...sound, X3: 5, X4: 5 });
    expect(state).toBe('review');
    expect(flags).toEqual([{ flag: 'too-good', family: 'candour', value: 2, cut: 2 }]);
  });

  it('flags speed, but never where reading was helped', () => {
    const quick = new Float64Array(16).fill(900);
    expect(verdictOf(sound, quick).flags.map(({ flag }) => flag)).toEqual(['too-quick']);
    expect(verdictOf(sound, quick, true)).toEqual({ state: 'valid', score: null, flags: [] });
    expect(verdictOf(sound, new Float64Array(16).fill(5000)).flags).toEqual([]);
  });

  it('believes no single index of consistency as long as no sample says how noisy it is', () => {
    const calm: QualityIndices = measureQuality(plan, { values: valuesOf(sound), order });
    const flagsOf = (more: Partial<QualityIndices>) =>
      judgeQuality(plan, { ...calm, evenOdd: 0.8, synonyms: 0.5, antonyms: -0.5, ...more }).flags.map(
        ({ flag }) => flag,
      );
    expect(flagsOf({ synonyms: -0.4 })).toEqual([]);
    expect(flagsOf({ evenOdd: -0.4 })).toEqual([]);
    expect(flagsOf({ synonyms: -0.4, evenOdd: 0.2 })).toEqual([]);
    expect(flagsOf({ synonyms: -0.4, evenOdd: -0.1 })).toEqual(['halves-differ', 'synonyms-differ']);
    // A correlation of nothing, as computing leaves it.
    expect(flagsOf({ synonyms: -2.6e-17, evenOdd: -0.1 })).toEqual([]);
    expect(flagsOf({ synonyms: -0.4, evenOdd: -1.1e-16 })).toEqual([]);
  });

  it('flags a run of ten that takes up half of its block, not one beside a shorter run in a small block', () => {
    const whole = loadForm('kasip-9');
    const kasip = compileQuality(whole);
    const inOrder = Int32Array.from(kasip.items.ids.keys());
    const flagsOf = (lines: Record<string, number>) => {
      const began: Record<string, number> = {};
      const values = Float64Array.from(whole.items, ({ format, role, expected }, at) => {
        began[format] ??= at;
        if (role === 'attention') return expected?.[0] ?? 0;
        if (role === 'candour') return 2;
        const inLine = at - (began[format] ?? 0) < (lines[format] ?? 0);
        return format === 'work-types-pair' ? (inLine ? 1 : 1 + (at % 2)) : inLine ? 4 : 1 + (at % 3);
      });
      return judgeQuality(kasip, measureQuality(kasip, { values, order: inOrder })).flags.map(({ flag }) => flag);
    };
    expect(flagsOf({ 'interests-riasec-liking': 10, 'helping-others-learn-likeness': 3 })).toEqual([]);
    expect(flagsOf({ 'teaching-motives-likeness': 8 })).toEqual([]);
    expect(flagsOf({ 'teaching-motives-likeness': 11 })).toEqual(['long-run']);
    expect(flagsOf({ 'interests-riasec-liking': 15 })).toEqual(['long-run']);
  });

  it('weighs families, not flags: three of them offer a repeat', () => {
    const calm: QualityIndices = measureQuality(plan, { values: valuesOf(sound), order });
    const run = { ...calm, runs: { longest: 12, onPage: 1, blockRun: 12, variability: 0 } };
    expect(judgeQuality(plan, run).state).toBe('review');
    expect(judgeQuality(plan, run).flags).toHaveLength(2);
    const uneven = { ...run, evenOdd: -0.1, synonyms: -0.2 };
    expect(judgeQuality(plan, uneven).state).toBe('review');
    const quick = { ...uneven, times: { timed: 16, quickShare: 0.5, quickPages: 0 } };
    expect(judgeQuality(plan, quick).state).toBe('repeat-offered');
  });
});

describe('a verdict beside a reference sample', () => {
  const reference = makeReference(form, { id: 'made', version: '1.0.0', simulated: true, values: sittings(700, 1000) });
  const ipip = compileQuality(form, reference);
  const inFile = ipip.orderOf(0);
  const fresh = sittings(300, 50_000);
  const flagged = (rows: readonly Float64Array[]): number =>
    rows.filter((values) =>
      judgeQuality(ipip, measureQuality(ipip, { values, order: inFile })).flags.some(
        ({ flag }) => flag === 'stopped-reading',
      ),
    ).length / rows.length;

  it('flags fewer than one in twenty of people like those of the sample, and some', () => {
    expect(flagged(fresh)).toBeLessThan(0.05);
    expect(flagged(fresh)).toBeGreaterThan(0);
  });

  it('leaves one chance in twenty of flagging over 5 % of a second sample', () => {
    for (const n of [400, 781, 5000]) {
      const beyond = shareBeyond(n);
      const spread = Math.sqrt((2 * beyond * (1 - beyond)) / n);
      expect((0.05 - beyond) / spread).toBeCloseTo(1.6449, 3);
    }
    expect(shareBeyond(1e9)).toBeCloseTo(0.05, 4);
  });

  it('flags more answers too good to be true than 95 % of the sample give, where that lies between two numbers too', () => {
    const shown = loadForm('candour');
    const made = makeReference(shown, {
      id: 'made',
      version: '1.0.0',
      simulated: true,
      values: Array.from({ length: 400 }, (_, seed) =>
        Float64Array.from(shown.items, (_item, at) => 1 + ((at * seed) % 2)),
      ),
    });
    const candour = made.quantiles.candour.with(190, 2.6);
    const placed = compileQuality(shown, { ...made, quantiles: { ...made.quantiles, candour } });
    const calm = measureQuality(plan, { values: valuesOf(sound), order });
    const flagOf = (count: number) =>
      judgeQuality(placed, { ...calm, candour: count }).flags.find(({ flag }) => flag === 'too-good');
    expect([flagOf(2), flagOf(3)]).toEqual([undefined, { flag: 'too-good', family: 'candour', value: 3, cut: 3 }]);
  });

  it('finds answers thrown by dice, the more the longer', () => {
    expect(flagged(diced(fresh, inFile, 1, 3))).toBeGreaterThan(0.85);
    expect(flagged(diced(fresh, inFile, 0.5, 3))).toBeGreaterThan(0.7);
    expect(flagged(diced(fresh, inFile, 0.25, 3))).toBeGreaterThan(0.3);
  });

  it('gives a score that falls with suspicion', () => {
    const score = (values: Float64Array): number =>
      judgeQuality(ipip, measureQuality(ipip, { values, order: inFile })).score ?? Number.NaN;
    const mean = (rows: readonly Float64Array[]): number =>
      rows.reduce((sum, row) => sum + score(row), 0) / rows.length;
    expect(mean(fresh)).toBeGreaterThan(40);
    expect(mean(fresh)).toBeLessThan(60);
    expect(mean(diced(fresh, inFile, 1, 4))).toBeLessThan(3);
  });

  it('flags a straight line whatever it says', () => {
    const { flags } = judgeQuality(ipip, measureQuality(ipip, { values: new Float64Array(50).fill(4), order: inFile }));
    expect(flags.map(({ flag }) => flag)).toEqual(expect.arrayContaining(['long-run', 'little-spread']));
  });

  it('stays silent about an empty sheet', () => {
    const empty = measureQuality(ipip, { values: new Float64Array(50).fill(Number.NaN), order: inFile });
    expect(empty).toMatchObject({ answered: 0, distance: null, fit: null, change: null, suspicion: null });
    expect(judgeQuality(ipip, empty)).toEqual({ state: 'valid', score: null, flags: [] });
  });

  it('refuses another form’s reference, and too small a sample', () => {
    expect(() => compileQuality(small, reference)).toThrow('not for small-battery');
    expect(() => makeReference(form, { id: 'x', version: '1.0.0', simulated: true, values: sittings(20, 1) })).toThrow(
      'needs 400',
    );
  });
});
