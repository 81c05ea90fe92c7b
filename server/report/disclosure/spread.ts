import type { BandScores } from './scores.ts';

/** Pupils per band and the sum of their scores. */
export interface Scored {
  readonly counts: readonly number[];
  readonly sum: number;
}

/**
 * The least possible sum of squared scores, or a little more: all of a band have one score, as near to a common one as
 * the band allows (the minimum of a convex function under one linear condition, found by bisection), and then as much
 * again as it can cost to split them over the two possible scores beside it. A sum out of reach gives its nearest end.
 */
export function leastSquares({ counts, sum }: Scored, bands: readonly BandScores[]): number {
  const nearest = ({ least, greatest }: BandScores, common: number): number =>
    Math.min(greatest, Math.max(least, common));
  const sumAt = (common: number): number => over(counts, bands, (band) => nearest(band, common));
  let low = bands[0]?.least ?? 0;
  let high = bands.at(-1)?.greatest ?? 0;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sumAt(middle) < sum) low = middle;
    else high = middle;
  }
  return over(counts, bands, (band) => nearest(band, high) ** 2 + (band.step / 2) ** 2);
}

const over = (counts: readonly number[], bands: readonly BandScores[], each: (band: BandScores) => number): number =>
  bands.reduce((total, band, index) => total + each(band) * (counts[index] ?? 0), 0);

/** The greatest possible: everybody at an end of their band, the upper ends given to the highest bands first. */
export function greatestSquares({ counts, sum }: Scored, bands: readonly BandScores[]): number {
  let rest = sum - over(counts, bands, ({ least }) => least);
  let squares = over(counts, bands, ({ least }) => least * least);
  for (const [band, { least, greatest }] of [...bands.entries()].toReversed()) {
    const lift = Math.min(Math.max(0, rest), (greatest - least) * (counts[band] ?? 0));
    squares += lift * (greatest + least);
    rest -= lift;
  }
  return squares;
}
