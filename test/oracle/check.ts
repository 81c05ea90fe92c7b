import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Comparison, difference } from './comparison.ts';
import { shelfIsAbsent, shelfIsThere } from './shelf.ts';
import { summaryRow } from './summary-row.ts';

const methods = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'METHODS.md'), 'utf8').split('\n');

/** A row with its figure of the largest difference taken out: that moves in its last digits with every rounding. */
function parted(row: string): { rest: string; largest: number } {
  const cells = row.split(' | ');
  const largest = Number(cells.at(-2));
  return { rest: [...cells.slice(0, -2), ...cells.slice(-1)].join(' | '), largest };
}

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
        const today = parted(summaryRow(comparison));
        const written = methods.map(parted).find(({ rest }) => rest === today.rest);
        expect(written, `docs/METHODS.md lacks «${today.rest}»: npx tsx test/oracle/report.ts`).toBeDefined();
        // Differences far inside what is allowed are rounding; others have to be today's.
        const least = comparison.tolerance / 100;
        const [now, then] = [Math.max(today.largest, least), Math.max(written?.largest ?? 0, least)];
        expect(Math.abs(Math.log2(now / then)), `${comparison.statistic}: ${now}, in METHODS.md ${then}`).toBeLessThan(
          1,
        );
      });
    }
  });
}
