/**
 * Per pattern, the nodes [from, to) at which its likelihood counts: the rest of the grid is left out.
 *
 * A posterior after a dozen answers fills a third of the grid. Item likelihoods and the normal weights are log-concave
 * in θ, so a pattern's is too: once it has fallen below a bound at an edge, everything beyond is smaller still. What is
 * left out is under 1e-15 of the whole, hardly more than a sum of doubles can tell.
 */
export interface PatternWindows {
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** A window is good while what stands at its edges is below this share of the pattern's likelihood. */
export const EDGE_SHARE = 1e-16;

/** It is cut where the share falls below this: some room for parameters that still move. */
const CUT_SHARE = 1e-18;

/** Windows that leave nothing out yet. */
export const wholeWindows = (patterns: number, nodes: number): PatternWindows => ({
  from: new Uint16Array(patterns),
  to: new Uint16Array(patterns).fill(nodes),
});

/** Cuts a pattern's window to the nodes that count, from its likelihood over the present window and their sum. */
export function cutWindow({ from, to }: PatternWindows, pattern: number, like: Float64Array, total: number): void {
  const bound = CUT_SHARE * total;
  let low = from[pattern] ?? 0;
  let high = to[pattern] ?? like.length;
  while (low < high && (like[low] ?? 0) < bound) low += 1;
  while (high > low && (like[high - 1] ?? 0) < bound) high -= 1;
  from[pattern] = low;
  to[pattern] = high;
}
