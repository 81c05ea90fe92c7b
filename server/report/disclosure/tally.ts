import { attributesKey } from './attributes.ts';
import type { Attributes, Participation, ScaleCounts, SchoolCounts } from './report-counts.ts';

/** Additive counts of any group of schools, with the known pupils apart. */
export interface Tally {
  readonly participation: Participation;
  readonly scales: readonly ScaleTally[];
  /** The same pupils by attributes; one stratum without attributes where none are known. */
  readonly strata: readonly Stratum[];
}

export interface Stratum {
  readonly of: Attributes;
  readonly scales: readonly ScaleTally[];
}

export type ScaleTally = Required<ScaleCounts>;

/** The counts of one school, known pupils filled in. */
export function tallyOf({ participation, scales, strata }: SchoolCounts): Tally {
  const all = scales.map(filled);
  const parts = strata?.map((stratum) => ({ of: stratum.of, scales: stratum.scales.map(filled) }));
  const unsplit = all.some(({ n }) => n > 0) ? [{ of: {}, scales: all }] : [];
  return { participation, scales: all, strata: parts ?? unsplit };
}

const filled = (scale: ScaleCounts): ScaleTally => ({
  ...scale,
  knownBands: scale.knownBands ?? scale.bands.map(() => 0),
});

/** The sum of at least one tally over the same scales. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies;
  if (first === undefined) throw new RangeError('addTallies requires at least one tally');
  if (rest.length === 0) return first;
  return {
    participation: rest.reduce((sum, next) => addParticipation(sum, next.participation), first.participation),
    scales: rest.reduce((sum, next) => addScales(sum, next.scales), first.scales),
    strata: addStrata(tallies.flatMap((tally) => tally.strata)),
  };
}

function addStrata(strata: readonly Stratum[]): readonly Stratum[] {
  const sums = new Map<string, Stratum>();
  for (const { of, scales } of strata) {
    const key = attributesKey(of);
    const sum = sums.get(key);
    sums.set(key, sum ? { of, scales: addScales(sum.scales, scales) } : { of, scales });
  }
  return [...sums.values()];
}

/** Scale by scale. */
export const addScales = (a: readonly ScaleTally[], b: readonly ScaleTally[]): readonly ScaleTally[] =>
  a.map((scale, index) => addScale(scale, b[index]));

/** A tally of nobody, shaped like another. */
export function emptied({ scales }: Tally): Tally {
  const zeros = scales.map(({ bands }) => bands.map(() => 0));
  const none = zeros.map((bands) => ({ n: 0, sum: 0, sumSquares: 0, bands, knownBands: bands }));
  return { participation: { invited: 0, consented: 0, started: 0, submitted: 0 }, scales: none, strata: [] };
}

/**
 * Pupils with a score whom the reader does not know by name, on the scale where they are fewest:
 * one number decides for all scales, so that a group is shown or hidden as a whole.
 */
export const anonymousSize = (tally: Tally): number =>
  tally.scales.length === 0 ? 0 : Math.min(...tally.scales.map((scale) => scale.n - total(scale.knownBands)));

/** Pupils per band the reader does not know by name. */
export const anonymous = ({ bands, knownBands }: ScaleTally): readonly number[] =>
  bands.map((count, band) => count - (knownBands[band] ?? 0));

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
