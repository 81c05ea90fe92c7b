/**
 * AUC: the chance that somebody who belongs to the group scores higher than somebody who does not, ties counting half.
 *
 * From mid-ranks (Mann–Whitney): (R − n₁(n₁ + 1)/2)/(n₁n₀). Source: Hanley & McNeil 1982, Radiology 143, 29–36.
 * @throws RangeError when either group is empty
 * @example areaUnderCurve([3, 2], [1, 2]) // 0.875
 */
export function areaUnderCurve(members: readonly number[], others: readonly number[]): number {
  if (members.length === 0 || others.length === 0)
    throw new RangeError('areaUnderCurve requires people in both groups');
  const all = [
    ...members.map((value) => ({ value, member: true })),
    ...others.map((value) => ({ value, member: false })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const midRank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]?.member) ranks += midRank;
    from = to;
  }
  return (ranks - (members.length * (members.length + 1)) / 2) / (members.length * others.length);
}
