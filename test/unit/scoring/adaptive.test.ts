import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptiveSettings } from '../../../scoring/adaptive/adaptive-settings.ts';
import { adaptiveStudy } from '../../../scoring/adaptive/adaptive-study.ts';
import { askedAs } from '../../../scoring/adaptive/asked-as.ts';
import { fixedForm, isLargeEnough } from '../../../scoring/adaptive/fixed-form.ts';
import { type BankItem, itemBank } from '../../../scoring/adaptive/item-bank.ts';
import { nextStep } from '../../../scoring/adaptive/next-step.ts';
import { runAdaptive } from '../../../scoring/adaptive/run-adaptive.ts';
import { simulatedAnswer } from '../../../scoring/adaptive/simulated-answer.ts';
import { sympsonHetter } from '../../../scoring/adaptive/sympson-hetter.ts';
import { createRandom } from '../../../scoring/math/random.ts';
import { dichotomousItems, gradedItems } from './simulated-responses.ts';

const asBank = (items: readonly Omit<BankItem, 'id'>[], areas: readonly string[] = []) =>
  items.map((item, i): BankItem => {
    const content = areas[i % areas.length];
    return { ...item, id: `i${i}`, ...(content === undefined ? {} : { content }) };
  });

const bank = itemBank(asBank(gradedItems(40, 1), ['a', 'b']), { targets: { a: 0.5, b: 0.5 } });
const person = (theta: number, seed: number) => {
  const random = createRandom(seed);
  return (item: BankItem): number => simulatedAnswer(item, theta, random);
};

describe('an adaptive test', () => {
  it('is decided by the seed and the answers alone', () => {
    const settings = adaptiveSettings({ seed: 11 });
    const [first, again] = [1, 2].map(() => runAdaptive(bank, settings, person(0.5, 3)));
    expect(first).toEqual(again);
    const other = runAdaptive(bank, adaptiveSettings({ seed: 12 }), person(0.5, 3));
    expect(other.trace.map(({ id }) => id)).not.toEqual(first?.trace.map(({ id }) => id));
  });

  it('goes on from any point as if it had not been interrupted', () => {
    const settings = adaptiveSettings({ seed: 5, targetSe: null, maxItems: 12 });
    const { trace } = runAdaptive(bank, settings, person(-1, 4));
    for (let done = 0; done < trace.length; done += 1) {
      const step = nextStep(
        bank,
        settings,
        trace.slice(0, done).map(({ id, answer }) => ({ id, answer })),
      );
      expect(step.kind === 'ask' ? step.selection.item.id : null).toBe(trace[done]?.id);
    }
  });

  it('never repeats an item, keeps its limits, and balances content', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.double({ min: -3, max: 3, noNaN: true }), (seed, theta) => {
        const record = runAdaptive(
          bank,
          adaptiveSettings({ seed, minItems: 4, maxItems: 10, targetSe: 0.4 }),
          person(theta, seed),
        );
        const ids = record.trace.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeGreaterThanOrEqual(4);
        expect(ids.length).toBeLessThanOrEqual(10);
        const inA = record.trace.filter(({ id }) => bank.items.find((item) => item.id === id)?.content === 'a').length;
        expect(Math.abs(inA - ids.length / 2)).toBeLessThanOrEqual(1);
        if (record.reason === 'precise') expect(record.se).toBeLessThanOrEqual(0.4);
        else expect(record.trace).toHaveLength(10);
      }),
      { numRuns: 25 },
    );
  });

  it('narrows its draw with each answer, unless told not to', () => {
    const candidates = (taper: boolean, answered: number): number => {
      const given = bank.items.slice(0, answered).map(({ id }) => ({ id, answer: 2 }));
      const step = nextStep(bank, adaptiveSettings({ seed: 3, taper, targetSe: null }), given);
      return step.kind === 'ask' ? step.selection.candidates : 0;
    };
    expect([0, 1, 2, 4, 7].map((n) => candidates(true, n))).toEqual([5, 4, 3, 1, 1]);
    expect(candidates(false, 7)).toBe(5);
  });

  it('stops by classification once the cut is outside the interval', () => {
    const settings = adaptiveSettings({ seed: 1, targetSe: null, cut: 0, minItems: 3, maxItems: 40 });
    const far = runAdaptive(bank, settings, person(2.5, 6));
    expect(far.reason).toBe('classified');
    expect(far.theta - 1.645 * far.se).toBeGreaterThan(0);
    expect(far.trace.length).toBeLessThan(15);
  });

  it('ends with the bank, and refuses strangers', () => {
    const small = itemBank(asBank(dichotomousItems(4, 2)));
    const settings = adaptiveSettings({ seed: 1, targetSe: 0.01, maxItems: 9 });
    expect(runAdaptive(small, settings, () => 1)).toMatchObject({ reason: 'bank exhausted' });
    expect(() => nextStep(small, settings, [{ id: 'none', answer: 1 }])).toThrow(RangeError);
    expect(() => nextStep(small, settings, [{ id: 'i0', answer: 5 }])).toThrow(RangeError);
    expect(() => adaptiveSettings({ seed: 0.1 })).toThrow(RangeError);
    expect(() => adaptiveSettings({ seed: 1, minItems: 5, maxItems: 4 })).toThrow(RangeError);
  });
});

describe('a bank', () => {
  it('is refused when it is not lawful', () => {
    const items = asBank(dichotomousItems(3, 3), ['x']);
    expect(() => itemBank([])).toThrow(RangeError);
    expect(() => itemBank([...items, ...items])).toThrow('unique');
    expect(() => itemBank(items, { targets: { x: 0.4 } })).toThrow('add to one');
    expect(() => itemBank(items, { targets: { x: 0.4, y: 0.6 } })).toThrow('y');
    expect(() => itemBank(items, { exposure: { i0: 0 } })).toThrow(RangeError);
  });

  it('gives the best fixed form: first the most useful, within content shares', () => {
    const form = fixedForm(bank, 10);
    expect(new Set(form).size).toBe(10);
    expect(form.filter((id) => bank.items.find((item) => item.id === id)?.content === 'a')).toHaveLength(5);
    expect(fixedForm(bank, 40)).toHaveLength(40);
    expect(fixedForm(bank, 10)).toEqual(form);
    expect(() => fixedForm(bank, 41)).toThrow(RangeError);
    expect([isLargeEnough(bank, 13), isLargeEnough(bank, 14)]).toEqual([true, false]);
  });
});

describe('how a form is asked', () => {
  const form = (items: number, bank?: { items: number; maxItems: number }) =>
    askedAs({
      scales: [
        { id: 'short', score: 'mean', items: [{ item: 'x', key: 1 }] },
        { id: 'long', score: 'mean', items: Array.from({ length: items }, (_, at) => ({ item: `i${at}`, key: 1 })) },
      ],
      ...(bank === undefined
        ? {}
        : {
            adaptive: { scale: 'long', maxItems: bank.maxItems, items: Array.from({ length: bank.items }, () => ({})) },
          }),
    } as never);

  it('follows from its longest scale, or from the bank it declares', () => {
    expect(form(10)).toEqual({ how: 'too-short', scale: 'long', bank: 10, most: 3 });
    expect([form(23).how, form(24).how]).toEqual(['too-short', 'uncalibrated']);
    expect(form(60, { items: 36, maxItems: 12 })).toEqual({ how: 'adaptive', scale: 'long', bank: 36, most: 12 });
    expect(form(60, { items: 35, maxItems: 12 }).how).toBe('bank-too-small');
    expect(askedAs({ scales: [] } as never)).toMatchObject({ how: 'too-short', scale: null, bank: 0 });
  });
});

describe('exposure', () => {
  it('Sympson–Hetter brings the most used item near its limit', () => {
    const wide = itemBank(asBank(dichotomousItems(60, 4)));
    const settings = adaptiveSettings({ seed: 1, minItems: 8, maxItems: 8, targetSe: null, randomesque: 1 });
    const free = sympsonHetter(wide, settings, { rMax: 1, persons: 150, rounds: 1, seed: 1 });
    const study = sympsonHetter(wide, { ...settings, randomesque: 5 }, { rMax: 0.3, persons: 300, rounds: 6, seed: 1 });
    expect(free.highest).toBe(1);
    expect(study.highest).toBeLessThan(0.4);
    expect(Object.values(study.exposure).every((k) => k > 0 && k <= 1)).toBe(true);
    expect(() => sympsonHetter(wide, settings, { rMax: 0, seed: 1 })).toThrow(RangeError);
  });
});

describe('the adaptive study', () => {
  it('half the items of a good bank: nearly as exact, and no worse than the best fixed form', () => {
    const wide = itemBank(asBank(gradedItems(36, 8)));
    const settings = adaptiveSettings({ seed: 9, minItems: 12, maxItems: 12, targetSe: null });
    const study = adaptiveStudy(wide, settings, { persons: 250, seed: 10 });
    expect(study.full.r).toBeCloseTo(1, 12);
    expect(study.adaptive.items).toBe(12);
    expect(study.adaptive.ratio).toBeLessThan(1.6);
    expect(study.adaptive.r).toBeGreaterThan(0.95);
    expect(study.adaptive.rmse).toBeLessThan(1.05 * study.fixed.rmse);
    expect(Object.values(study.exposure).reduce((sum, e) => sum + e, 0)).toBeCloseTo(12, 9);
    expect(adaptiveStudy(wide, settings, { persons: 30, seed: 3 })).toEqual(
      adaptiveStudy(wide, settings, { persons: 30, seed: 3 }),
    );
    expect(() => adaptiveStudy(wide, settings, { persons: 1, seed: 3 })).toThrow(RangeError);
  });
});
