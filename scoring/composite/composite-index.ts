import { matrixOf } from '../math/matrix.ts';
import { kelleyBand } from '../reliability/kelley-band.ts';
import { mosierReliability } from '../reliability/mosier-reliability.ts';

/** A published, versioned table of weights, fixed beforehand; a part of weight 0 is declared and does not count yet. */
export interface WeightTable {
  readonly id: string;
  readonly version: string;
  readonly parts: readonly { readonly scale: string; readonly weight: number }[];
}

/** What a norm says of the parts, in the order of the table: means, SDs, reliabilities and their correlations. */
export interface PartsNorm {
  readonly n: number;
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly reliabilities: readonly number[];
  readonly correlations: readonly (readonly number[])[];
}

/**
 * An index made ready. `effectiveWeights` are the shares of its variance that the parts really bring (they add to one);
 * `sd` and `sem` are in units of the weighted sum of z-scores.
 */
export interface CompositeModel {
  readonly table: WeightTable;
  readonly norm: PartsNorm;
  readonly sd: number;
  readonly sem: number;
  readonly reliability: number;
  readonly effectiveWeights: readonly number[];
}

/**
 * @throws RangeError when the norm does not fit the table, or the index would not vary
 */
export function compileComposite(table: WeightTable, norm: PartsNorm): CompositeModel {
  const k = table.parts.length;
  const sizes = [norm.means, norm.sds, norm.reliabilities, norm.correlations].map(({ length }) => length);
  if (sizes.some((size) => size !== k)) throw new RangeError(`The norm of ${table.id} is not for its ${k} parts`);
  if (norm.sds.some((sd) => !(sd > 0))) throw new RangeError(`A part of ${table.id} does not vary in its norm`);
  const composite = mosierReliability({
    covariance: matrixOf(k, k, (i, j) => norm.correlations[i]?.[j] ?? Number.NaN),
    reliabilities: norm.reliabilities,
    weights: table.parts.map(({ weight }) => weight),
  });
  if (composite === null) throw new RangeError(`The index ${table.id} does not vary: all its weights are 0`);
  const { variance, reliability, sem, effectiveShares } = composite;
  return { table, norm, sd: Math.sqrt(variance), sem, reliability, effectiveWeights: effectiveShares };
}

/** How one part entered an index: z against the norm, null for a part of weight 0 that has no score. */
export interface CompositePart {
  readonly scale: string;
  readonly weight: number;
  readonly z: number | null;
  readonly contribution: number;
}

/**
 * An index of one person, as a linear T (mean 50, SD 10 in the norm). `trueT`, `low` and `high` are Kelley's estimate and
 * its 90 % band; `atLeast` gives the probability that the true value reaches a cut, which is what may be said at all.
 */
export interface CompositeScore {
  readonly kind: 'scored';
  readonly index: number;
  readonly t: number;
  readonly trueT: number;
  readonly low: number;
  readonly high: number;
  readonly atLeast: (cutT: number) => number;
  readonly parts: readonly CompositePart[];
}

export interface CompositeInsufficient {
  readonly kind: 'insufficient';
  readonly missing: readonly string[];
}

/**
 * Σ weight·z over the parts. Every part that has a weight must have a score: an index with a hole would compare people
 * by different things.
 * @param means mean scores by scale; a scale that is absent or null has no score
 */
export function scoreComposite(
  { table, norm, sd, reliability }: CompositeModel,
  means: Readonly<Record<string, number | null>>,
): CompositeScore | CompositeInsufficient {
  const parts = table.parts.map(({ scale, weight }, j): CompositePart => {
    const mean = means[scale] ?? null;
    const z = mean === null ? null : (mean - (norm.means[j] ?? 0)) / (norm.sds[j] ?? 1);
    return { scale, weight, z, contribution: weight === 0 ? 0 : weight * (z ?? 0) };
  });
  const missing = parts.filter(({ z, weight }) => z === null && weight !== 0).map(({ scale }) => scale);
  if (missing.length > 0) return { kind: 'insufficient', missing };
  const index = parts.reduce((sum, { contribution }) => sum + contribution, 0);
  const t = 50 + (10 * index) / sd;
  const band = kelleyBand({ observed: t, mean: 50, standardDeviation: 10, reliability });
  const { trueScore, low, high, probabilityAtLeast } = band;
  return { kind: 'scored', index, t, trueT: trueScore, low, high, atLeast: probabilityAtLeast, parts };
}
