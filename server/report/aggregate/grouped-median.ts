/**
 * The median of scores that are told as counts in equal parts of their scale, interpolated within the part it falls into
 * (the usual median of grouped data). Counts that are not told are worked around from both ends; null where they leave open in
 * which part the middle lies.
 */
export function groupedMedian(
  counts: readonly (number | null)[],
  n: number,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): number | null {
  if (n === 0) return null;
  const width = (highest - lowest) / counts.length;
  for (const [band, count] of counts.entries()) {
    if (count === null || count === 0) continue;
    const below = belowOf(counts, band, n);
    if (below !== null && below < n / 2 && below + count >= n / 2)
      return lowest + width * (band + (n / 2 - below) / count);
  }
  return null;
}

/** How many lie below a part: added up from below, or taken from the whole from above; null where both meet an untold one. */
function belowOf(counts: readonly (number | null)[], band: number, n: number): number | null {
  const lower = sumOf(counts.slice(0, band));
  if (lower !== null) return lower;
  const upper = sumOf(counts.slice(band));
  return upper === null ? null : n - upper;
}

const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
