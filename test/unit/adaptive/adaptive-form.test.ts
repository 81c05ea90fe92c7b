import { describe, expect, it } from 'vitest';
import { checkAdaptive } from '../../../instruments/integrity/adaptive.ts';
import { fixedForm } from '../../../scoring/adaptive/fixed-form.ts';
import { itemBank } from '../../../scoring/adaptive/item-bank.ts';
import {
  type AdaptiveForm,
  compile,
  compileAdaptive,
  createRandom,
  followAdaptive,
  makeNormSet,
  type NormHeader,
} from '../../../scoring/index.ts';
import { deriveResult, type Standing } from '../../../server/domain/result.ts';
import { shelve } from '../../../server/shelve.ts';
import { adaptiveQuestions } from '../../../web/student/sitting/adaptive-questions.ts';
import { sitAt, trialForm } from './trial-bank.ts';

const adaptive = (size: number, maxItems?: number, isControlled = false) => {
  const form = compileAdaptive(trialForm(size, maxItems, isControlled).instrument);
  if (form === null) throw new RangeError('the trial declares a bank');
  return form;
};
const form = adaptive(60);

const sit = (theta: number, seed: number, of: AdaptiveForm = form) => sitAt(theta, seed, of);

const withoutMark = (norm: ReturnType<typeof makeNormSet>) => ({
  ...norm,
  scales: Object.fromEntries(Object.entries(norm.scales).map(([id, { asked: _, ...scale }]) => [id, scale])),
});

/** The trial's scale of a sitting by a plan, as the server scores it. */
function scaleOf(
  plan: ReturnType<typeof compile>,
  answers: Record<string, number>,
  seed: number,
  origin: 'person' | 'paper',
) {
  const shelved = shelve(trialForm(60), () => ({}) as never);
  const stored = Object.fromEntries(
    Object.entries(answers).map(([item, value], seq) => [
      item,
      { value, seq, atMs: seq * 4000, language: 'kk' as const, at: new Date(0) },
    ]),
  );
  const sitting = { answers: stored, seed, origin, language: 'kk', submittedAt: new Date(0) } as const;
  const analysis = { ...shelved.analysisFor({ language: 'kk', demo: false }), plan };
  const [scale] = deriveResult(sitting, standing, analysis, new Date(0)).scales;
  if (scale?.kind !== 'scored') throw new Error('the scale has a score');
  return scale;
}

const standing: Standing = {
  ...{ pid: 'p', campaign: 'c', school: 's', district: 'd', region: 'r' },
  locality: 'rural',
  sex: 'female',
};

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

  it('keeps the shares of its content, adaptively and in its fixed form', () => {
    const balanced = adaptive(60, 12, true);
    const areaOf = new Map(balanced.items.map(({ item, content }) => [item, content]));
    for (const seed of [1, 2, 3, 4, 5]) {
      const { trace } = followAdaptive(balanced, seed, sit(seed / 3 - 1, seed, balanced));
      const warm = trace.filter(({ item }) => areaOf.get(item) === 'warmth').length;
      expect(Math.abs(warm - (2 / 3) * trace.length)).toBeLessThanOrEqual(1);
      for (const { item, content } of trace) expect(content).toBe(areaOf.get(item));
    }
    const small = adaptive(20, 9, true);
    const { mode, trace } = followAdaptive(small, 1, sit(0, 1, small));
    expect(mode).toBe('fixed');
    expect(trace.filter(({ item }) => areaOf.get(item) === 'warmth')).toHaveLength(6);
  });

  it('gives an item that is chosen too often to fewer pupils, always the same ones, and tells which it held back', () => {
    const free = adaptive(60);
    const held = { ...free, items: free.items.map((item) => ({ ...item, chance: 0.5 })) };
    const given = (of: AdaptiveForm) => {
      const states = Array.from({ length: 60 }, (_, seed) => followAdaptive(of, seed, sit(0, seed, of)));
      const times = new Map<string, number>();
      for (const { item } of states.flatMap(({ trace }) => trace)) times.set(item, (times.get(item) ?? 0) + 1);
      return { states, times };
    };
    const { times } = given(free);
    const [often = ''] = [...times.keys()].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
    const { states, times: less } = given(held);
    expect(times.get(often)).toBeGreaterThan(45);
    expect(less.get(often) ?? 0).toBeLessThan(42);
    const heldBack = states.flatMap(({ trace }) => trace.flatMap((line) => line.heldBack));
    expect(heldBack.length).toBeGreaterThan(60);
    for (const { trace } of states) {
      const asked = new Set(trace.map(({ item }) => item));
      expect(trace.flatMap((line) => line.heldBack).filter((item) => asked.has(item))).toEqual([]);
    }
    expect(followAdaptive(held, 7, sit(0, 7, held))).toEqual(states[7]);
  });

  it('is followed by the page and by the server alike; the result tells how many were asked and with what error', () => {
    const shelved = shelve(trialForm(60, 12, true), () => ({}) as never);
    const form = adaptive(60, 12, true);
    expect(shelved.length).toBe(12);
    const answers = sit(-0.7, 12, form);
    const stored = Object.fromEntries(
      Object.entries(answers).map(([item, value], seq) => [
        item,
        { value, seq, atMs: seq * 4000, language: 'kk' as const, at: new Date(0) },
      ]),
    );
    const all = form.items.map(({ item }) => ({ item }) as never);
    const onPage = adaptiveQuestions(form, all, 12)(new Map(Object.entries(stored)) as never);
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

  it('has T only by a norm of adaptive tests: not by one of whole forms, and never for somebody who was asked everything', () => {
    const { instrument } = trialForm(60);
    const ids = instrument.items.map(({ id }) => id);
    const header: NormHeader = {
      id: 'trial-kk',
      version: '1.0.0',
      population: {
        id: 'kz-grade-9',
        language: 'kk',
        ...{ ageFrom: 14, ageTo: 16, description: 'Trial', selfSelected: false, simulated: false },
      },
      ...{ date: '2026-11-28', provenance: 'Trial', licence: 'Trial', provisional: false },
    };
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    const asked = seeds.map((seed) => sit(createRandom(500 + seed).normal(), seed));
    const rows = asked.map((answers) => Float64Array.from(ids, (id) => answers[id] ?? Number.NaN));
    const norm = makeNormSet(instrument, rows, header, seeds);
    const own = norm.scales.trial;
    expect(own).toMatchObject({ n: 400, asked: 'adaptively' });
    // SE ≤ .35 at most of the tests: the reliability of such estimates.
    expect(own?.reliability).toBeGreaterThan(0.8);
    expect(own?.reliability).toBeLessThan(0.95);

    const [placed, sums] = [compile(instrument, norm), compile(instrument, withoutMark(norm))];
    const tOf = (plan: typeof placed, answers: Record<string, number>, seed: number, origin: 'person' | 'paper') =>
      scaleOf(plan, answers, seed, origin).t;
    const ts = asked.map((answers, seed) => tOf(placed, answers, seed, 'person') ?? Number.NaN);
    expect(ts.reduce((sum, t) => sum + t, 0) / ts.length).toBeCloseTo(50, 0);
    const state = followAdaptive(form, 3, asked[3] ?? {});
    expect(Math.sign((ts[3] ?? 50) - 50)).toBe(Math.sign(state.theta ?? 0));
    expect(tOf(sums, asked[3] ?? {}, 3, 'person')).toBeNull();
    const everything = Object.fromEntries(ids.map((id) => [id, 4]));
    expect(tOf(placed, everything, 3, 'paper')).toBeNull();
    expect(tOf(sums, everything, 3, 'paper')).not.toBeNull();
  });

  it('is refused where its bank does not fit its scale', () => {
    const { instrument } = trialForm(30);
    expect([...checkAdaptive(instrument)]).toEqual([]);
    const [first, ...rest] = instrument.adaptive?.items ?? [];
    expect([...checkAdaptive(trialForm(30, 8, true).instrument)]).toEqual([]);
    const broken = { ...instrument, adaptive: { ...instrument.adaptive, items: [{ ...first, b: [1, 0] }, ...rest] } };
    expect([...checkAdaptive(broken as never)].map(({ problem }) => problem)).toEqual([
      'has 2 thresholds for 5 answers',
      'has thresholds that do not rise',
    ]);
    const areas = [
      { area: 'warmth', share: 0.5 },
      { area: 'courage', share: 0.4 },
    ];
    const { adaptive: lawful } = trialForm(30, 8, true).instrument;
    const { exposure: _, ...rumoured } = { ...lawful, areas };
    expect(
      new Set([...checkAdaptive({ ...instrument, adaptive: rumoured } as never)].map(({ problem }) => problem)),
    ).toEqual(
      new Set([
        'have shares that do not add to one',
        'has no item',
        'is of no declared area',
        'has chances, but not how they were found',
      ]),
    );
  });
});
