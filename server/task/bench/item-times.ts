import { sortedQuantile } from '../../../scoring/math/sorted-quantile.ts';

/** How long an item took, in milliseconds, over the persons whose time is known. */
export interface ItemTimes {
  readonly n: number;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  /** Share answered in under two seconds: hardly read. */
  readonly under2s: number;
}

const HARDLY_READ = 2000;

/** @returns null where no time is known. */
export function itemTimes(times: Float64Array | undefined): ItemTimes | null {
  const known = Array.from(times ?? [])
    .filter((ms) => !Number.isNaN(ms))
    .sort((a, b) => a - b);
  if (known.length === 0) return null;
  return {
    n: known.length,
    median: sortedQuantile(known, 0.5),
    p5: sortedQuantile(known, 0.05),
    p95: sortedQuantile(known, 0.95),
    under2s: known.filter((ms) => ms < HARDLY_READ).length / known.length,
  };
}
