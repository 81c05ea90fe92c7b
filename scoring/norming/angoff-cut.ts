import { mean, standardDeviation } from '../math/moments.ts';

export interface AngoffCut {
  readonly judges: number;
  /** Mean of the judges' cuts, on the scale of the sum score. */
  readonly cut: number;
  /** Spread of the judges, and the standard error of their mean: SD/√judges. */
  readonly sd: number;
  readonly se: number;
  /** Cut ± one standard error. */
  readonly low: number;
  readonly high: number;
}

/**
 * Extended Angoff: where experts would put a cut. Each judge says, item by item, what a person just at the border would
 * score; the sums are averaged over judges.
 *
 * Source: Hambleton & Plake 1995, Appl. Meas. Educ. 8, 41–55; error: Brennan 1983.
 * @param judgements items by judge; judges who left an item open are left out.
 * @returns null with fewer than two complete judges.
 * @throws RangeError when judges have different numbers of items.
 */
export function angoffCut(judgements: readonly (readonly (number | null)[])[]): AngoffCut | null {
  const items = judgements[0]?.length ?? 0;
  if (judgements.some((judge) => judge.length !== items)) throw new RangeError('every judge rates the same items');
  const sums = judgements.flatMap((judge) => {
    const given = judge.filter((x) => x !== null);
    return given.length === items && items > 0 ? [given.reduce((sum, x) => sum + x, 0)] : [];
  });
  if (sums.length < 2) return null;
  const [cut, sd] = [mean(sums), standardDeviation(sums)];
  const se = sd / Math.sqrt(sums.length);
  return { judges: sums.length, cut, sd, se, low: cut - se, high: cut + se };
}
