export interface Purification {
  /** Items found to function differently, by position, low to high. */
  readonly flagged: readonly number[];
  /** Rounds made, the first included. */
  readonly rounds: number;
  /** Whether the last two rounds agreed; false after a cycle or too many rounds. */
  readonly stable: boolean;
  /** Whether the rounds began to repeat themselves; then everything flagged within the cycle is flagged. */
  readonly cycle: boolean;
}

const sameSet = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

/**
 * Purification of the matching score: items that function differently are taken out of it and the rest tested again,
 * until the set of flagged items no longer changes.
 *
 * Rounds may go in circles; a set that was seen before ends the search, and the union of the circle is taken, the
 * cautious side.
 * Source: Candell & Drasgow 1988, Appl. Psychol. Meas. 12, 253–260; cycle handling ours.
 * @param flag tests all items while the given ones are left out of the matching score (the studied item itself always
 *   counts), and returns the positions flagged.
 */
export function purify(flag: (excluded: readonly number[]) => readonly number[], maxRounds = 10): Purification {
  const ordered = (set: readonly number[]): number[] => [...set].sort((a, b) => a - b);
  const seen: number[][] = [[]];
  for (let round = 1; round <= maxRounds; round += 1) {
    const found = ordered(flag(seen.at(-1) ?? []));
    if (sameSet(found, seen.at(-1) ?? [])) return { flagged: found, rounds: round, stable: true, cycle: false };
    const before = seen.findIndex((set) => sameSet(set, found));
    if (before >= 0) {
      const union = ordered([...new Set(seen.slice(before).flat())]);
      return { flagged: union, rounds: round, stable: false, cycle: true };
    }
    seen.push(found);
  }
  return { flagged: seen.at(-1) ?? [], rounds: maxRounds, stable: false, cycle: false };
}
