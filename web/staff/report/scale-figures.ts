import { endsOf, type ScaleEnds } from './bands.ts';
import type { ShownCell } from './place-tree.ts';

/** Half the width of the 95 % confidence interval of a mean; null where mean or deviation is not told. */
export function marginOf({ mean, sd, n }: Pick<ShownCell, 'mean' | 'sd' | 'n'>): number | null {
  return mean === null || sd === null || n < 2 ? null : (1.96 * sd) / Math.sqrt(n);
}

/**
 * The same where the deviation is not told: scores between two ends with this mean spread at most so far
 * (Bhatia and Davis 2000: the variance is at most (highest − mean)(mean − lowest)).
 */
function widestMargin({ mean, n }: Pick<ShownCell, 'mean' | 'n'>, scale: ScaleEnds): number | null {
  const { lowest, highest } = endsOf(scale);
  return mean === null || n < 2 ? null : 1.96 * Math.sqrt(((highest - mean) * (mean - lowest)) / (n - 1));
}

/** Towards which end the answers lean, given their error; `middle` where the midpoint of the scale lies within it. */
export type Lean = 'high' | 'low' | 'middle' | 'untold';

export function leanOf(cell: Pick<ShownCell, 'mean' | 'sd' | 'n'>, scale: ScaleEnds): Lean {
  const { lowest, highest } = endsOf(scale);
  const midpoint = (lowest + highest) / 2;
  const margin = marginOf(cell) ?? widestMargin(cell, scale);
  if (cell.mean === null || margin === null) return 'untold';
  if (Math.abs(cell.mean - midpoint) <= margin) return 'middle';
  return cell.mean > midpoint ? 'high' : 'low';
}

type Named = { name: string; cell: ShownCell };

/**
 * The scale with the highest mean answer, and the next one where the two cannot be told apart. The same pupils answered
 * both and how the answers go together is not told, so the difference's error is taken at its largest: the sum of both.
 */
export function highestScales(scales: readonly Named[]): readonly Named[] {
  const told = scales.filter(({ cell }) => cell.mean !== null).sort((a, b) => (b.cell.mean ?? 0) - (a.cell.mean ?? 0));
  const [first, second] = told;
  if (first === undefined || second === undefined) return told;
  const difference = (first.cell.mean ?? 0) - (second.cell.mean ?? 0);
  const error = (marginOf(first.cell) ?? 0) + (marginOf(second.cell) ?? 0);
  return difference <= error ? [first, second] : [first];
}
