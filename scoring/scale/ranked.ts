/** Scales that stand equal, and the rank they share, 1 for the highest. */
export interface SharedRank {
  readonly rank: number;
  readonly value: number;
  readonly scales: readonly string[];
}

/**
 * Ranks with ties shown: scales of equal value share a rank, and the next rank leaves as many places out. Nobody's first
 * place may depend on the order of columns.
 */
export function rankedWithTies(values: readonly { readonly scale: string; readonly value: number }[]): SharedRank[] {
  const distinct = [...new Set(values.map(({ value }) => value))].sort((a, b) => b - a);
  return distinct.map((value) => ({
    rank: 1 + values.filter((other) => other.value > value).length,
    value,
    scales: values.filter((other) => other.value === value).map(({ scale }) => scale),
  }));
}
