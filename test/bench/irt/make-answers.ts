import { simulatedAnswer } from '../../../scoring/adaptive/simulated-answer.ts';
import type { IrtItem } from '../../../scoring/irt/irt-item.ts';
import { createRandom } from '../../../scoring/math/random.ts';
import type { ResponseMatrix } from '../../../scoring/math/response-matrix.ts';

export interface BenchData {
  /** What it is asked for by on the command line. */
  readonly name: string;
  readonly label: string;
  readonly model: '2pl' | 'grm';
  readonly n: number;
  readonly k: number;
  readonly missing: number;
}

/** The three problems of the comparison. */
export const problems: readonly BenchData[] = [
  { name: '2pl', label: '5,000 × 40, 2PL, 2 % missing', model: '2pl', n: 5_000, k: 40, missing: 0.02 },
  { name: 'grm', label: '3,000 × 12, GRM, five categories', model: 'grm', n: 3_000, k: 12, missing: 0 },
  { name: 'large', label: '300,000 × 12, GRM, five categories', model: 'grm', n: 300_000, k: 12, missing: 0 },
];

/** Seeded answers; the same on every machine. */
export function makeAnswers({ model, n, k, missing }: BenchData): ResponseMatrix {
  const random = createRandom(20260101);
  const items = Array.from({ length: k }, (): IrtItem => {
    const a = model === '2pl' ? Math.exp(0.3 * random.normal()) : 1 + 1.5 * random.uniform();
    const centre = (model === '2pl' ? 1 : 0.6) * random.normal();
    return model === '2pl'
      ? { model: 'dichotomous', a, b: [centre] }
      : { model: 'graded', a, b: [-1.5, -0.5, 0.5, 1.5].map((b) => b + centre) };
  });
  const values = new Float64Array(n * k);
  for (let row = 0; row < n; row += 1) {
    const theta = random.normal();
    for (const [i, item] of items.entries()) {
      const answer = simulatedAnswer(item, theta, random);
      values[row * k + i] = random.uniform() < missing ? Number.NaN : answer;
    }
  }
  return { n, k, values };
}
