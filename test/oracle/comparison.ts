/** One statistic held against numbers that somebody else's program computed. */
export interface Comparison {
  readonly statistic: string;
  /** The formula in short, and where it is from. */
  readonly formula: string;
  readonly source: string;
  /** Where the expected numbers are from. */
  readonly oracle: string;
  /** Largest absolute difference allowed. */
  readonly tolerance: number;
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly label: string;
  readonly ours: number | null;
  readonly theirs: number | null;
}

/** Pairs up two lists of one length. */
export function pairsOf(label: string, ours: ArrayLike<number | null>, theirs: readonly (number | null)[]): Pair[] {
  if (ours.length !== theirs.length) throw new RangeError(`${label}: ${ours.length} values against ${theirs.length}`);
  return theirs.map((expected, i) => ({ label: `${label}[${i}]`, ours: ours[i] ?? null, theirs: expected }));
}

export const pair = (label: string, ours: number | null, theirs: number | null): Pair => ({ label, ours, theirs });

/** |ours − theirs|; zero when both are absent, infinite when one is or when ours is NaN. */
export function difference({ ours, theirs }: Pair): number {
  if (ours === null || theirs === null) return ours === theirs ? 0 : Number.POSITIVE_INFINITY;
  const gap = Math.abs(ours - theirs);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

export const largestDifference = ({ pairs }: Comparison): number => Math.max(0, ...pairs.map(difference));
