import { correlationFromCovariance } from '../math/covariance.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { at, type Matrix } from '../math/matrix.ts';
import { pairwiseCovariance } from '../math/pairwise-covariance.ts';
import { type ResponseMatrix, responseMatrix } from '../math/response-matrix.ts';
import { categoryProbabilities } from './category-probabilities.ts';
import type { CodedPlacedItem } from './coded-answers.ts';
import { estimateThetas } from './estimate-thetas.ts';
import { encode, MISSING } from './response-coding.ts';
import type { Population } from './theta-estimate.ts';

export interface YenQ3 {
  readonly kind: 'yen-q3';
  /** Correlations of residuals, in the order of the items. */
  readonly correlations: Matrix;
  /** Mean over the pairs; about −1/(items − 1) where nothing but θ connects the items. */
  readonly mean: number;
  /** Pairs whose correlation exceeds the mean by more than .20, largest first. */
  readonly flagged: readonly { readonly columns: readonly [number, number]; readonly q3: number }[];
}

/**
 * Yen's Q₃: do two items have something in common beyond the trait (the same wording, a shared passage)?
 *
 * In words: what is left of each answer once the score expected at the person's EAP is taken away, correlated between
 * items over the persons who answered both.
 * Source: Yen 1984, Appl. Psychol. Meas. 8, 125–145; cut: Christensen, Makransky & Horton 2017 (mean + .20).
 * @returns insufficient when some pair of items has no variation to correlate.
 */
export function yenQ3(
  matrix: ResponseMatrix,
  items: readonly CodedPlacedItem[],
  population?: Population,
): YenQ3 | Insufficient {
  if (items.length < 3) return insufficient('items for Q₃', items.length, 3);
  const thetas = estimateThetas(matrix, items, { method: 'eap', ...(population === undefined ? {} : { population }) });
  const codes = encode(matrix, items);
  const residuals = thetas.map((estimate, row) =>
    items.map((item, i) => {
      const code = codes[row * items.length + i] ?? MISSING;
      if (estimate === null || code === MISSING) return null;
      return code - categoryProbabilities(item, estimate.theta).reduce((sum, { p }, k) => sum + k * p, 0);
    }),
  );
  const covariance = pairwiseCovariance(responseMatrix(residuals));
  const correlations = covariance === null ? null : correlationFromCovariance(covariance);
  if (correlations === null) return insufficient('residuals that vary', matrix.n, 2);
  const pairs = items.flatMap((item, i) =>
    items
      .slice(i + 1)
      .map((other, j) => ({ columns: [item.column, other.column] as const, q3: at(correlations, i, i + 1 + j) })),
  );
  const mean = pairs.reduce((sum, { q3 }) => sum + q3, 0) / pairs.length;
  const flagged = pairs.filter(({ q3 }) => q3 > mean + 0.2).sort((a, b) => b.q3 - a.q3);
  return { kind: 'yen-q3', correlations, mean, flagged };
}
