import type { Random } from './random.ts';

/** A copy in random order: each item draws a number from the stream, and the numbers are sorted. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
