import { simulatedAnswer } from '../../../scoring/adaptive/simulated-answer.ts';
import type { IrtItem } from '../../../scoring/irt/irt-item.ts';
import { createRandom, type Random } from '../../../scoring/math/random.ts';
import { type ResponseMatrix, responseMatrix } from '../../../scoring/math/response-matrix.ts';

export interface Simulation {
  readonly n: number;
  readonly seed: number;
  /** Share of answers left out at random. */
  readonly missing?: number;
  /** Spread of θ. */
  readonly sd?: number;
}

const itemsOf = (k: number, make: (random: Random, i: number) => IrtItem, seed: number): IrtItem[] => {
  const random = createRandom(seed);
  return Array.from({ length: k }, (_, i) => make(random, i));
};

/** Right/wrong items with slopes around one and difficulties spread over the scale. */
export const dichotomousItems = (k: number, seed: number): IrtItem[] =>
  itemsOf(k, (random) => ({ model: 'dichotomous', a: Math.exp(0.3 * random.normal()), b: [random.normal()] }), seed);

/** Five-category graded items. */
export const gradedItems = (k: number, seed: number): IrtItem[] =>
  itemsOf(
    k,
    (random) => {
      const centre = 0.5 * random.normal();
      return { model: 'graded', a: 1 + random.uniform(), b: [-1.5, -0.5, 0.5, 1.5].map((b) => b + centre) };
    },
    seed,
  );

/** Answers of n persons, θ ~ N(0, sd²), as category numbers. */
export function simulatedResponses(
  items: readonly IrtItem[],
  { n, seed, missing = 0, sd = 1 }: Simulation,
): ResponseMatrix {
  const random = createRandom(seed);
  return responseMatrix(
    Array.from({ length: n }, () => {
      const theta = sd * random.normal();
      return items.map((item) => {
        const answer = simulatedAnswer(item, theta, random);
        return random.uniform() < missing ? null : answer;
      });
    }),
  );
}
