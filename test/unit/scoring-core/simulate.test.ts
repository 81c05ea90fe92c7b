import { describe, expect, it } from 'vitest';
import { loadInstrument, loadNorms } from '../../../instruments/load.ts';
import { compile, createSimulator, demoGroup, score, simulateRespondent } from '../../../scoring/index.ts';
import { covarianceMatrix } from '../../../scoring/math/covariance.ts';
import { mean, variance } from '../../../scoring/math/moments.ts';
import { alphaFromCovariance } from '../../../scoring/reliability/cronbach-alpha.ts';

const instrument = loadInstrument('personality-ipip50');
const norm = loadNorms('personality-ipip50')[0];
const plan = compile(instrument);
const options = norm === undefined ? {} : { norm };
const simulate = createSimulator(instrument, options);
const people = Array.from({ length: 1500 }, (_, seed) => simulate(seed));
const meansOf = (sheets: { answers: Readonly<Record<string, number>> }[], index: number): number[] =>
  sheets.flatMap(({ answers }) => {
    const found = score(plan, answers).scales[index];
    return found?.kind === 'scored' ? [found.mean] : [];
  });
const average = (values: readonly number[]): number => mean(values);
const sd = (values: readonly number[]): number => Math.sqrt(variance(values));
function correlation(a: readonly number[], b: readonly number[]): number {
  const [centreA, centreB] = [mean(a), mean(b)];
  const products = a.map((x, index) => (x - centreA) * ((b[index] ?? 0) - centreB));
  return mean(products) / (sd(a) * sd(b));
}

describe('simulated respondents', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(simulate(7)).toEqual(simulateRespondent(instrument, 7, options));
    expect(simulate(7).answers).not.toEqual(simulate(8).answers);
    expect(() => simulate(0.5)).toThrow(RangeError);
  });

  it('answer every item with one of its points, in the order of presentation', () => {
    expect(Object.keys(people[0]?.answers ?? {})).toEqual(instrument.sections[0]?.pages.flatMap((page) => page.items));
    for (const { answers } of people) expect(() => score(plan, answers)).not.toThrow();
  });

  it.each(instrument.scales.map(({ id }, index) => [id, index] as const))(
    '%s: mean, SD and α near the norm',
    (id, index) => {
      const means = meansOf(people, index);
      const known = norm?.scales[id];
      expect(Math.abs(average(means) - (known?.mean ?? 0))).toBeLessThan(0.1);
      expect(Math.abs(sd(means) - (known?.sd ?? 0))).toBeLessThan(0.1);
      const items = instrument.scales[index]?.items ?? [];
      const keyed = people.map(({ answers }) => items.map(({ item, key }) => key * (answers[item] ?? 0)));
      const covariance = covarianceMatrix({
        n: people.length,
        k: items.length,
        values: Float64Array.from(keyed.flat()),
      });
      const alpha = covariance === null ? null : alphaFromCovariance(covariance);
      expect(Math.abs((alpha ?? 0) - (known?.reliability ?? 0))).toBeLessThan(0.05);
    },
  );

  it('show the traits they were given', () => {
    const traits = people.map((person) => person.traits.get('extraversion') ?? 0);
    expect(correlation(meansOf(people, 0), traits)).toBeGreaterThan(0.85);
    const fixed = [-2, 2].map((z) => simulate(3, { traits: { openness: z } }));
    expect(meansOf(fixed, 4)[1]).toBeGreaterThan((meansOf(fixed, 4)[0] ?? 5) + 1);
    expect(fixed[0]?.traits.get('extraversion')).toBe(fixed[1]?.traits.get('extraversion'));
  });

  it('have traits that correlate as asked', () => {
    const traitsOf = (scale: string) => people.map((person) => person.traits.get(scale) ?? 0);
    expect(Math.abs(correlation(traitsOf('openness'), traitsOf('agreeableness')) - 0.2)).toBeLessThan(0.08);
  });

  it('differ by group as asked', () => {
    const rural = Array.from({ length: 600 }, (_, seed) => simulate(seed, { shift: { agreeableness: 1 } }));
    expect(average(meansOf(rural, 1)) - average(meansOf(people.slice(0, 600), 1))).toBeGreaterThan(0.4);
    expect(demoGroup({ language: 'kk', rural: true })).not.toEqual(demoGroup({ language: 'ru', rural: false }));
  });

  it('agree with everything where acquiescence is asked for', () => {
    const agreeing = Array.from({ length: 100 }, (_, seed) => simulate(seed, { acquiescence: 1 }));
    const all = (sheets: typeof people) => average(sheets.flatMap(({ answers }) => Object.values(answers)));
    expect(all(agreeing) - all(people)).toBeGreaterThan(0.5);
  });

  it('careless: a straight line, no reading, quick', () => {
    const line = simulate(5, { kind: 'straight-line' });
    const given = Object.values(line.answers);
    const counts = [1, 2, 3, 4, 5].map((point) => given.filter((answer) => answer === point).length);
    expect(Math.max(...counts)).toBeGreaterThan(44);
    const median = (times: Readonly<Record<string, number>>) => Object.values(times).sort((a, b) => a - b)[25] ?? 0;
    expect(median(line.timesMs)).toBeLessThan(2000);
    expect(median(simulate(5).timesMs)).toBeGreaterThan(3000);
    const random = Array.from({ length: 300 }, (_, seed) => simulate(seed, { kind: 'random' }));
    expect(sd(meansOf(random, 0))).toBeLessThan(0.55);
  });

  it('leave items out at the rate asked for', () => {
    const answered = Array.from(
      { length: 200 },
      (_, seed) => Object.keys(simulate(seed, { missing: 0.1 }).answers).length,
    );
    expect(Math.abs(average(answered) - 45)).toBeLessThan(1);
  });
});
