import { correlationMatrix } from '../math/covariance.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { createRandom, type Random } from '../math/random.ts';
import { completeRows, type ResponseMatrix } from '../math/response-matrix.ts';
import { symmetricEigenvalues } from '../math/symmetric-eigenvalues.ts';

export interface ParallelAnalysis {
  readonly kind: 'parallel-analysis';
  readonly n: number;
  readonly seed: number;
  /** Eigenvalues of the observed correlations. */
  readonly observed: readonly number[];
  /** The chosen quantile of each eigenvalue when items are unrelated. */
  readonly threshold: readonly number[];
  /** Leading components that exceed their threshold without a gap. */
  readonly components: number;
}

/** Each column's answers in a new random order: same distributions, no relations. */
function permutedColumns({ n, k, values }: ResponseMatrix, random: Random): ResponseMatrix {
  const out = Float64Array.from(values);
  for (let j = 0; j < k; j += 1) {
    for (let i = n - 1; i > 0; i -= 1) {
      const other = random.integer(i + 1);
      const held = out[i * k + j] ?? 0;
      out[i * k + j] = out[other * k + j] ?? 0;
      out[other * k + j] = held;
    }
  }
  return { n, k, values: out };
}

function quantile(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * Horn's parallel analysis: a component counts only if it is larger than what unrelated items would show by chance.
 *
 * Chance is made by permuting each item's answers, which keeps skewed and stepped answers as they are (Buja & Eyuboglu
 * 1992, Multiv. Behav. Res. 27, 509–540); the 95th percentile of each eigenvalue is the threshold (Glorfeld 1995).
 * @param settings replications (100), quantile (0.95) and the seed, which alone decides the result.
 */
export function parallelAnalysis(
  matrix: ResponseMatrix,
  settings: { readonly seed: number; readonly replications?: number; readonly quantile?: number },
): ParallelAnalysis | Insufficient {
  const data = completeRows(matrix);
  const observedMatrix = data.n > 2 ? correlationMatrix(data) : null;
  if (observedMatrix === null) return insufficient('complete rows with every item varying', data.n, 3);
  const random = createRandom(settings.seed);
  const observed = symmetricEigenvalues(observedMatrix);
  const draws = Array.from({ length: settings.replications ?? 100 }, () => {
    const r = correlationMatrix(permutedColumns(data, random));
    return r === null ? observed.map(() => 1) : symmetricEigenvalues(r);
  });
  const threshold = observed.map((_, i) =>
    quantile(
      draws.map((draw) => draw[i] ?? 0).sort((a, b) => a - b),
      settings.quantile ?? 0.95,
    ),
  );
  const gap = observed.findIndex((e, i) => e <= (threshold[i] ?? Infinity));
  const components = gap === -1 ? observed.length : gap;
  return { kind: 'parallel-analysis', n: data.n, seed: settings.seed, observed, threshold, components };
}
