import type { NormSet } from '../../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../../instruments/schema/propensity.schema.ts';
import { type CompositeModel, compileComposite, type PartsNorm } from '../composite/composite-index.ts';
import { normalQuantile } from '../math/normal.ts';

/** A table of weights and pathways made ready. `index` is null where no norm applies: then answers and the wish decide. */
export interface PropensityPlan {
  readonly table: PropensityTable;
  readonly index: { readonly model: CompositeModel; readonly cutT: number } | null;
}

/**
 * @param norm a norm set that applies to the pupil; without one, or where it lacks a part that counts, there is no index
 * @throws RangeError when the weights contradict each other (all 0, say)
 */
export function compilePropensity(table: PropensityTable, norm?: NormSet): PropensityPlan {
  const topShare = table.pathways.find(({ kind }) => kind === 'index')?.topShare ?? null;
  const counted = table.parts.filter(({ weight }) => weight > 0);
  const parts =
    norm === undefined
      ? null
      : partsNorm(
          counted.map(({ scale }) => scale),
          norm,
        );
  if (parts === null || topShare === null) return { table, index: null };
  const model = compileComposite({ id: table.id, version: table.version, parts: counted }, parts);
  // The index is a sum of many parts and close to normal: its top 30 % begins where a normal one's does.
  return { table, index: { model, cutT: 50 + 10 * normalQuantile(1 - topShare) } };
}

/** What the norm says of these scales; null where it lacks one. */
function partsNorm(scales: readonly string[], { n, scales: norms, correlations }: NormSet): PartsNorm | null {
  const known = scales.map((scale) => norms[scale]);
  if (correlations === undefined || !known.every((norm) => norm !== undefined)) return null;
  const place = scales.map((scale) => correlations.scales.indexOf(scale));
  if (place.some((index) => index < 0)) return null;
  return {
    n,
    means: known.map(({ mean }) => mean),
    sds: known.map(({ sd }) => sd),
    reliabilities: known.map(({ reliability }) => reliability),
    correlations: place.map((i) => place.map((j) => correlations.rows[Math.max(i, j)]?.[Math.min(i, j)] ?? 0)),
  };
}
