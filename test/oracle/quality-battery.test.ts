import { describe, expect, it } from 'vitest';
import { loadForm } from '../../instruments/forms.ts';
import {
  compileQuality,
  judgeQuality,
  makeReference,
  measureQuality,
  type QualityIndices,
  type QualityPlan,
} from '../../scoring/index.ts';
import { qualityOracle } from './fixtures/quality-battery.ts';
import { type JudgedSheet, judgedSheet, sampleSheet } from './fixtures/quality-sheets.ts';

/** The road of the answers through the whole form, against a second programme written from MEASURE alone. */
const { names, kept, sample, forms } = qualityOracle();

/** Largest difference, relative where numbers are large: the oracle keeps twelve figures. */
const ALLOWED = 1e-9;
const far = (ours: number | null, theirs: number | null): boolean =>
  ours === null || theirs === null
    ? ours !== theirs
    : !(Math.abs(ours - theirs) <= ALLOWED * Math.max(1, Math.abs(theirs)));

function numbersOf({ attentionWrong, runs, forced, times, ...rest }: QualityIndices): Record<string, number | null> {
  const { repeats = null, agreed = null, circular = null } = forced ?? {};
  const { timed = null, quickShare = null, quickPages = null } = times ?? {};
  return {
    ...rest,
    ...runs,
    attention: attentionWrong,
    ...{ repeats, agreed, circular },
    ...{ timed, quickShare, quickPages },
  };
}

function judged(plan: QualityPlan, { values, order, timesMs, accommodated }: JudgedSheet) {
  const indices = measureQuality(plan, { values, order, ...(timesMs !== null && { timesMs }) });
  const { state, score, flags } = judgeQuality(plan, indices, { accommodated });
  return { numbers: numbersOf({ ...indices }), state, score, flags: flags.map(({ flag }) => flag) };
}

describe.each(forms)('how the answers of $form came about', ({ form: id, version, order, quantiles, sittings }) => {
  const form = loadForm(id);
  const plain = compileQuality(form);
  const reference = makeReference(form, {
    id: 'oracle',
    version: '1.0.0',
    simulated: true,
    values: Array.from({ length: sample }, (_, n) => sampleSheet(form, n)),
  });
  const placed = compileQuality(form, reference);
  const sheets = sittings.map((_, n) => judgedSheet(form, n));

  it('is asked of the same form, the same order and the same sittings', () => {
    const remake = 'the form or its order is another one: make quality-battery.json again';
    expect({ version: form.version, order: [...plain.orderOf(0)] }, remake).toEqual({ version, order });
    const sums = sheets.map(({ values }) =>
      values.reduce((sum, x, at) => sum + (at + 1) * (Number.isNaN(x) ? 0 : x), 0),
    );
    expect(sums).toEqual(sittings.map(({ check }) => check));
  });

  it('a sample has the quantiles of an independent programme', () => {
    const ours = { ...reference.quantiles, longest: reference.quantiles.longString };
    const off = Object.entries(quantiles).flatMap(([name, expected]) => {
      const all = ours[name as keyof typeof ours];
      const found = all.length === 0 ? [] : kept.map((at) => all[at] ?? null);
      const differs = found.length !== expected.length || found.some((x, at) => far(x, expected[at] ?? null));
      return differs ? [{ name, found, expected }] : [];
    });
    expect(off).toEqual([]);
  });

  it('each sitting has the indices of an independent programme', () => {
    const off = sheets.flatMap((sheet, n) => {
      const { numbers } = judged(placed, sheet);
      return names.flatMap((name, at) => {
        const [ours, theirs] = [numbers[name] ?? null, sittings[n]?.indices[at] ?? null];
        return far(ours, theirs) ? [{ n, name, ours, theirs }] : [];
      });
    });
    expect(off).toEqual([]);
  });

  it.each(['plain', 'placed'] as const)('flags, score and state are those of an independent programme: %s', (which) => {
    const plan = which === 'plain' ? plain : placed;
    const told = sheets.map((sheet) => judged(plan, sheet));
    const expected = sittings.map((one) => one[which]);
    expect(told.map(({ state, flags }) => ({ state, flags }))).toEqual(
      expected.map(({ state, flags }) => ({ state, flags })),
    );
    expect(told.filter(({ score }, n) => far(score, expected[n]?.score ?? null))).toEqual([]);
    expect(new Set(expected.map(({ state }) => state)).size).toBeGreaterThan(1);
  });
});

it('every flag but one is raised by some sitting, and every state is reached', () => {
  const all = forms.flatMap(({ sittings }) => sittings.flatMap(({ plain, placed }) => [plain, placed]));
  // No form has planned pairs of opposite meaning.
  expect(new Set(all.flatMap(({ flags }) => flags)).size).toBe(12);
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['valid', 'review', 'repeat-offered']));
});
