import { createHash } from 'node:crypto';

/**
 * The published lottery: candidates in the order of SHA-256(seed | id). Anyone with the seed and the coded list can repeat it;
 * one number per candidate holds at every place (single tie-breaking), so that one bad draw is not drawn against many times over.
 */
export function lotteryOrder(seed: string, ids: readonly string[]): ReadonlyMap<string, number> {
  const drawn = ids.map((id) => ({ id, number: createHash('sha256').update(`${seed}|${id}`).digest('hex') }));
  drawn.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : a.id < b.id ? -1 : 1));
  return new Map(drawn.map(({ id }, index) => [id, index]));
}
