import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import type { ItemTable } from '../compile/item-table.ts';

/** Less than this nobody needs to read an item and choose. */
const QUICK_MS = 2000;
/** A page of fewer timed answers has no pace of its own. */
const PAGE_ANSWERS = 3;

/** `quickShare`: share of the timed answers given in under two seconds; `quickPages`: pages whose median was. */
export interface ItemTimes {
  readonly timed: number;
  readonly quickShare: number;
  readonly quickPages: number;
}

/** Pages of at least three items, by item position. */
export function timedPages({ sections }: Instrument, { position }: ItemTable): Int32Array[] {
  return sections
    .flatMap(({ pages }) => pages)
    .filter(({ items }) => items.length >= PAGE_ANSWERS)
    .map(({ items }) => Int32Array.from(items, (item) => position.get(item) ?? 0));
}

/** @param timesMs milliseconds each answer took, by item position; NaN where unknown. Null when none is known. */
export function itemTimes(pages: readonly Int32Array[], timesMs: Float64Array): ItemTimes | null {
  let [timed, quick] = [0, 0];
  for (const ms of timesMs) {
    if (Number.isNaN(ms)) continue;
    timed++;
    if (ms < QUICK_MS) quick++;
  }
  if (timed === 0) return null;
  const quickPages = pages.filter((page) => {
    const known = Array.from(page, (item) => timesMs[item] ?? Number.NaN).filter((ms) => !Number.isNaN(ms));
    return known.length >= PAGE_ANSWERS && median(known) < QUICK_MS;
  }).length;
  return { timed, quickShare: quick / timed, quickPages };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
