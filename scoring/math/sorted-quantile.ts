/**
 * The quantile of a sorted list, between two neighbours linearly (R's type 7).
 *
 * @throws RangeError for an empty list or p outside [0, 1].
 * @example sortedQuantile([1, 2, 4], 0.5) // 2
 */
export function sortedQuantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0 || !(p >= 0 && p <= 1)) throw new RangeError('sortedQuantile requires values and a share');
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}
