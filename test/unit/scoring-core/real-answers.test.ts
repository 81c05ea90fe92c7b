import { describe, expect, it } from 'vitest';
import { loadInstrument, loadNorms } from '../../../instruments/load.ts';
import { compile, score } from '../../../scoring/index.ts';
import { normalQuantile } from '../../../scoring/math/normal.ts';
import { openAnswers, shelfIsAbsent, shelfIsThere } from './open-answers.ts';

const REVERSED: Record<string, number[]> = {
  E: [2, 4, 6, 8, 10],
  A: [1, 3, 5, 7],
  C: [2, 4, 6, 8],
  N: [1, 3, 5, 6, 7, 8, 9, 10],
  O: [2, 4, 6],
};
const FACTORS = [
  ['extraversion', 'E', 0.8934, 2.8587],
  ['agreeableness', 'A', 0.8344, 3.6569],
  ['conscientiousness', 'C', 0.7851, 3.072],
  ['emotional-stability', 'N', 0.8367, 2.7109],
  ['openness', 'O', 0.7904, 3.8835],
] as const;

/** Keyed sum in the plainest arithmetic there is, from the key as the psychometric reference has it. */
const plainSum = (answers: Record<string, number>, factor: string): number =>
  Array.from({ length: 10 }, (_, index) => index + 1).reduce((sum, number) => {
    const answer = answers[`${factor}${number}`] ?? Number.NaN;
    return sum + (REVERSED[factor]?.includes(number) ? 6 - answer : answer);
  }, 0);
const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const sdOf = (values: number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0) / (values.length - 1));

if (!shelfIsThere) it.skip(shelfIsAbsent, () => {});

describe.runIf(shelfIsThere)('1,562 real answer sheets', () => {
  const people = shelfIsThere ? openAnswers() : [];
  const instrument = loadInstrument('personality-ipip50');
  const norm = loadNorms('personality-ipip50')[0];
  const plan = compile(instrument, norm);
  const scored = people.map((answers) => score(plan, answers));
  const scaleOf = (person: number, index: number) => {
    const found = scored[person]?.scales[index];
    if (found?.kind !== 'scored') throw new Error('a complete sheet must be scored');
    return found;
  };

  it('are all there and complete', () => {
    expect(people.length).toBe(1562);
    expect(scored.flatMap((s) => s.scales).every((s) => s.kind === 'scored')).toBe(true);
  });

  it.each(FACTORS.map((factor, index) => [factor[0], index] as const))(
    '%s: every raw score, n, mean and SD',
    (_, index) => {
      const factor = FACTORS[index] ?? FACTORS[0];
      const plain = people.map((answers) => plainSum(answers, factor[1]));
      expect(people.map((_answers, person) => scaleOf(person, index).raw)).toEqual(plain);
      const means = people.map((_answers, person) => scaleOf(person, index).mean);
      const straight = plain.map((sum) => sum / 10);
      expect(Math.abs(meanOf(means) - meanOf(straight))).toBeLessThan(1e-9);
      expect(Math.abs(sdOf(means) - sdOf(straight))).toBeLessThan(1e-9);
      expect(meanOf(means)).toBeCloseTo(factor[3], 4);
    },
  );

  it.each(FACTORS.map((factor, index) => [factor[0], index] as const))(
    '%s: the norm file holds what the file says',
    (id, index) => {
      const factor = FACTORS[index] ?? FACTORS[0];
      const means = people.map((answers) => plainSum(answers, factor[1]) / 10);
      const kept = norm?.scales[id];
      expect(kept?.n).toBe(1562);
      expect(kept?.mean).toBeCloseTo(meanOf(means), 12);
      expect(kept?.sd).toBeCloseTo(sdOf(means), 12);
      expect(kept?.reliability).toBeCloseTo(factor[2], 4);
      expect(kept?.sem).toBeCloseTo(sdOf(means) * Math.sqrt(1 - (kept?.reliability ?? 0)), 12);
    },
  );

  it('T is 50 + 10z of the mid-rank proportion counted from the file', () => {
    for (const [index, [, factor]] of FACTORS.entries()) {
      const sums = people.map((answers) => plainSum(answers, factor));
      for (const person of [0, 1, 17, 400, 1000, 1561]) {
        const own = sums[person] ?? Number.NaN;
        const below = sums.filter((sum) => sum < own).length;
        const same = sums.filter((sum) => sum === own).length;
        const z = normalQuantile((below + same / 2) / sums.length);
        expect(scaleOf(person, index).t).toBeCloseTo(50 + 10 * z, 9);
        expect(scaleOf(person, index).stanine).toBe(Math.min(9, Math.max(1, Math.floor(2 * z + 5.5))));
        expect(scaleOf(person, index).percentile).toBeCloseTo((100 * (below + same / 2)) / sums.length, 9);
      }
    }
  });
});
