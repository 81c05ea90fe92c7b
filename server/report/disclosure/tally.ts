import type { Participation, ScaleCounts, SchoolCounts } from './report-counts.ts';

/** Additive counts of any group of schools, with the known pupils apart. */
export interface Tally {
  readonly participation: Participation;
  readonly scales: readonly ScaleTally[];
}

export type ScaleTally = Required<ScaleCounts>;

/** The counts of one school, known pupils filled in. */
export const tallyOf = (school: SchoolCounts): Tally => ({
  participation: school.participation,
  scales: school.scales.map((scale) => ({ ...scale, knownBands: scale.knownBands ?? scale.bands.map(() => 0) })),
});

/** The sum of at least one tally over the same scales. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies;
  if (first === undefined) throw new RangeError('addTallies requires at least one tally');
  return rest.reduce(
    (total, next) => ({
      participation: addParticipation(total.participation, next.participation),
      scales: total.scales.map((scale, index) => addScale(scale, next.scales[index])),
    }),
    first,
  );
}

/**
 * Pupils with a score whom the reader does not know by name, on the scale where they are fewest:
 * one number decides for all scales, so that a group is shown or hidden as a whole.
 */
export const anonymousSize = (tally: Tally): number =>
  tally.scales.length === 0 ? 0 : Math.min(...tally.scales.map((scale) => scale.n - total(scale.knownBands)));

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function addParticipation(a: Participation, b: Participation): Participation {
  return {
    invited: a.invited + b.invited,
    consented: a.consented + b.consented,
    started: a.started + b.started,
    submitted: a.submitted + b.submitted,
  };
}

function addScale(a: ScaleTally, b: ScaleTally | undefined): ScaleTally {
  if (b === undefined || a.bands.length !== b.bands.length)
    throw new RangeError('all schools need the same scales and bands');
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    sumSquares: a.sumSquares + b.sumSquares,
    bands: addVectors(a.bands, b.bands),
    knownBands: addVectors(a.knownBands, b.knownBands),
  };
}

const addVectors = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, index) => value + (b[index] ?? 0));
