import type { BandScores } from './scores.ts';

/** Pupils per band and the sum of their scores. */
export interface Scored {
  readonly counts: readonly number[];
  readonly sum: number;
}

/**
 * The least possible sum of squared scores: all of a band have one score, as near to a common one as the band allows
 * (the minimum of a convex function under one linear condition, found by bisection). Undefined sums give their nearest end.
 */
export function leastSquares({ counts, sum }: Scored, bands: readonly BandScores[]): number {
  const at = (common: number): readonly number[] =>
    bands.map(({ least, greatest }) => Math.min(greatest, Math.max(least, common)));
  const sumAt = (common: number): number =>
    at(common).reduce((total, score, band) => total + score * (counts[band] ?? 0), 0);
  let low = bands[0]?.least ?? 0;
  let high = bands.at(-1)?.greatest ?? 0;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sumAt(middle) < sum) low = middle;
    else high = middle;
  }
  return at(high).reduce((total, score, band) => total + score * score * (counts[band] ?? 0), 0);
}

/** The greatest possible: everybody at an end of their band, the upper ends given to the highest bands first. */
export function greatestSquares({ counts, sum }: Scored, bands: readonly BandScores[]): number {
  let rest = bands.reduce((left, { least }, band) => left - least * (counts[band] ?? 0), sum);
  let squares = bands.reduce((total, { least }, band) => total + least * least * (counts[band] ?? 0), 0);
  for (const [band, { least, greatest }] of [...bands.entries()].toReversed()) {
    const lift = Math.min(Math.max(0, rest), (greatest - least) * (counts[band] ?? 0));
    squares += lift * (greatest + least);
    rest -= lift;
  }
  return squares;
}
