import { describe, expect, it } from 'vitest';
import { type Comparison, difference } from './comparison.ts';
import { shelfIsAbsent, shelfIsThere } from './shelf.ts';

/** One test per statistic; a failure names every value that is out of tolerance. Skipped with one line without the shelf. */
export function checkAgainstShelf(area: string, cases: () => Comparison[]): void {
  if (!shelfIsThere) {
    it.skip(`${area}: ${shelfIsAbsent}`, () => {});
    return;
  }
  describe(area, () => {
    for (const comparison of cases()) {
      it(`${comparison.statistic} (${comparison.oracle}, ±${comparison.tolerance})`, () => {
        expect(comparison.pairs.length).toBeGreaterThan(0);
        expect(comparison.pairs.filter((p) => difference(p) > comparison.tolerance)).toEqual([]);
      });
    }
  });
}
