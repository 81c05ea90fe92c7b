import { anyRegion, type Line } from './needs-table.ts';
import type { SponsorConditions } from './sponsor-conditions.ts';

export type Offer = { readonly count: number; readonly conditions: SponsorConditions };

/**
 * How much of each line of seats that waits for a sponsor is paid for: money goes only where its conditions let it, the offers
 * with the fewest choices first, in the order of the table, until it is used up. Districts and localities are asked of a place
 * when a round makes it; a line of seats names neither.
 */
export function sponsoredLines(lines: readonly Line[], offers: readonly Offer[]): Line[] {
  const paid = lines.map(() => 0);
  const choicesOf = ({ conditions }: Offer): number => lines.filter((line) => mayPay(line, conditions)).length;
  for (const offer of offers.toSorted((a, b) => choicesOf(a) - choicesOf(b))) {
    let left = offer.count;
    for (const [index, line] of lines.entries()) {
      if (!mayPay(line, offer.conditions)) continue;
      const count = Math.min(line.count - (paid[index] ?? 0), left);
      paid[index] = (paid[index] ?? 0) + count;
      left -= count;
    }
  }
  return lines.map((line, index) => ({ ...line, count: paid[index] ?? 0 }));
}

/** A seat that any region may use can be used by the region that a sponsor names. */
function mayPay(
  { region, subject, language }: Line,
  { regions, subjects, teachingLanguages }: SponsorConditions,
): boolean {
  const asks = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  return (
    (region === anyRegion || asks(regions, region)) && asks(subjects, subject) && asks(teachingLanguages, language)
  );
}
