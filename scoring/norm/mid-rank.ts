/**
 * The norm table of a sample: for every raw score r that occurs, ascending, [r, (C + f/2)/N] with C people below r, f people
 * at r and N in all (the mid-rank proportion).
 * @param raws raw scores of the sample, finite
 * @throws RangeError for an empty sample or a score that is not finite
 */
export function midRankTable(raws: Iterable<number>): [raw: number, proportion: number][] {
  const counts = new Map<number, number>();
  let n = 0;
  for (const raw of raws) {
    if (!Number.isFinite(raw)) throw new RangeError(`midRankTable requires finite scores, not ${raw}`);
    counts.set(raw, (counts.get(raw) ?? 0) + 1);
    n++;
  }
  if (n === 0) throw new RangeError('midRankTable requires at least one score');
  let below = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([raw, count]) => {
      const proportion = (below + count / 2) / n;
      below += count;
      return [raw, proportion];
    });
}
