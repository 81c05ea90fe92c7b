import type { LinkedTable } from './linked-table.ts';

/**
 * Neighbouring blocks put together until they have so many cells: enough for cells to hide behind one another. Number of the
 * neighbourhood by block; none where the table is hardly larger than one, and is looked at whole.
 */
export function neighbourhoodsOf({ cells }: LinkedTable, cellsAtOnce: number): ReadonlyMap<string, number> {
  const neighbourhoods = new Map<string, number>();
  if (cells.length < 2 * cellsAtOnce) return neighbourhoods;
  const sizes = new Map<string, number>();
  for (const { block } of cells) if (block !== null) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  let [number, size] = [0, 0];
  for (const [block, own] of sizes) {
    if (size >= cellsAtOnce) [number, size] = [number + 1, 0];
    neighbourhoods.set(block, number);
    size += own;
  }
  return neighbourhoods;
}
