import { describe, expect, it } from 'vitest';
import { checkAdaptive } from '../../../instruments/integrity/adaptive.ts';
import { fixedForm } from '../../../scoring/adaptive/fixed-form.ts';
import { itemBank } from '../../../scoring/adaptive/item-bank.ts';
import { compileAdaptive, createRandom, followAdaptive } from '../../../scoring/index.ts';
import { categoryProbabilities } from '../../../scoring/irt/category-probabilities.ts';
import { deriveResult } from '../../../server/domain/result.ts';
import { shelve } from '../../../server/shelve.ts';
import { adaptiveQuestions } from '../../../web/student/sitting/adaptive-questions.ts';
import { trialForm } from './trial-bank.ts';

const adaptive = (size: number, maxItems?: number) => {
  const form = compileAdaptive(trialForm(size, maxItems).instrument);
  if (form === null) throw new RangeError('the trial declares a bank');
  return form;
};
const form = adaptive(60);

/** Answers whatever is asked as somebody at θ would, until the test ends. */
function sit(theta: number, seed: number, of = form) {
  const random = createRandom(seed);
  const answers: Record<string, number> = {};
  for (;;) {
    const { next } = followAdaptive(of, seed, answers);
    const item = of.items.find((one) => one.item === next);
    if (next === null || item === undefined) return answers;
    const draw = random.uniform();
    const chances = categoryProbabilities(item, theta).map(({ p }) => p);
    const at = chances.filter((_, c) => chances.slice(0, c + 1).reduce((sum, p) => sum + p, 0) <= draw).length;
    answers[next] = item.points[item.reversed ? item.points.length - 1 - at : at] ?? 5;
  }
}

describe('an adaptive form', () => {
  it('ends by its rules, and finds the trait with the error it tells', () => {
    const people = Array.from({ length: 150 }, (_, seed) => ({ theta: createRandom(9000 + seed).normal(), seed }));
    const states = people.map(({ theta, seed }) => ({ theta, state: followAdaptive(form, seed, sit(theta, seed)) }));
    for (const { state } of states) {
      expect(state.mode).toBe('adaptive');
      expect(['precise', 'length']).toContain(state.reason);
      expect(state.trace.length).toBeLessThanOrEqual(12);
      expect(state.aside).toEqual([]);
    }
    const squares = states.map(({ theta, state }) => ((state.theta ?? 9) - theta) ** 2);
    const told = states.map(({ state }) => (state.se ?? 9) ** 2);
    const root = (all: number[]) => Math.sqrt(all.reduce((sum, x) => sum + x, 0) / all.length);
    expect(root(squares) / root(told)).toBeGreaterThan(0.8);
    expect(root(squares) / root(told)).toBeLessThan(1.2);
  });

  it('is the same from the same answers in any order, and another for another pupil', () => {
    const answers = sit(0.4, 5);
    const turned = Object.fromEntries(Object.entries(answers).reverse());
    expect(followAdaptive(form, 5, turned)).toEqual(followAdaptive(form, 5, answers));
    const firsts = new Set(Array.from({ length: 30 }, (_, seed) => followAdaptive(form, seed, {}).next));
    expect(firsts.size).toBeGreaterThan(2);
  });

  it('goes another way from a changed answer on, and sets aside what is no longer on it', () => {
    const answers = sit(1.5, 8);
    const { trace } = followAdaptive(form, 8, answers);
    const first = trace[0];
    const changed = { ...answers, [first?.item ?? '']: first?.answer === 1 ? 5 : 1 };
    const after = followAdaptive(form, 8, changed);
    expect(after.trace[0]?.item).toBe(first?.item);
    expect(after.trace.length + after.aside.length).toBe(Object.keys(answers).length);
    expect(after.aside.length).toBeGreaterThan(0);
  });

  it('where the bank is small, asks everybody its best fixed form', () => {
    const small = adaptive(20, 8);
    const bank = itemBank(small.items.map(({ item, model, a, b }) => ({ id: item, model, a, b })));
    for (const seed of [1, 2]) {
      const state = followAdaptive(small, seed, sit(0, seed, small));
      expect(state).toMatchObject({ mode: 'fixed', reason: 'length' });
      expect(state.trace.map(({ item }) => item)).toEqual(fixedForm(bank, 8));
    }
  });

  it('is followed by the page and by the server alike; the result tells how many were asked and with what error', () => {
    const shelved = shelve(trialForm(60), () => ({}) as never);
    expect(shelved.length).toBe(12);
    const answers = sit(-0.7, 12);
    const stored = Object.fromEntries(
      Object.entries(answers).map(([item, value], seq) => [
        item,
        { value, seq, atMs: seq * 4000, language: 'kk' as const, at: new Date(0) },
      ]),
    );
    const all = form.items.map(({ item }) => ({ item }) as never);
    const onPage = adaptiveQuestions(form, all, 12)(new Map(Object.entries(stored)) as never);
    const standing = {
      pid: 'p',
      campaign: 'c',
      school: 's',
      district: 'd',
      region: 'r',
      locality: 'rural',
      sex: 'female',
    } as const;
    const sitting = { answers: stored, seed: 12, origin: 'person', language: 'kk', submittedAt: new Date(0) } as const;
    const result = deriveResult(sitting, standing, shelved.analysisFor({ language: 'kk', demo: false }), new Date(0));
    expect(result.adaptive?.trace.map(({ item }) => item)).toEqual(onPage.map(({ item }) => item));
    expect(result.adaptive).toMatchObject({ scale: 'trial', bank: 60, mode: 'adaptive', aside: [] });
    const [scale] = result.scales;
    if (scale?.kind !== 'scored') throw new Error('the scale has a score');
    expect(scale).toMatchObject({ answered: Object.keys(answers).length, of: 60, t: null });
    expect(scale.mean).toBeLessThan(3);
    expect(scale.low).toBeLessThan(scale.mean);
    const early = { ...sitting, answers: Object.fromEntries(Object.entries(stored).slice(0, 2)) };
    expect(
      deriveResult(early, standing, shelved.analysisFor({ language: 'kk', demo: false }), new Date(0)).adaptive?.reason,
    ).toBeNull();
  });

  it('is refused where its bank does not fit its scale', () => {
    const { instrument } = trialForm(30);
    expect([...checkAdaptive(instrument)]).toEqual([]);
    const [first, ...rest] = instrument.adaptive?.items ?? [];
    const broken = { ...instrument, adaptive: { ...instrument.adaptive, items: [{ ...first, b: [1, 0] }, ...rest] } };
    expect([...checkAdaptive(broken as never)].map(({ problem }) => problem)).toEqual([
      'has 2 thresholds for 5 answers',
      'has thresholds that do not rise',
    ]);
  });
});
