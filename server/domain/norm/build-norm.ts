import type { Instrument } from '../../../instruments/schema/instrument.schema.ts';
import type { NormSet } from '../../../instruments/schema/norms.schema.ts';
import type { PropensityTable } from '../../../instruments/schema/propensity.schema.ts';
import {
  assessPropensity,
  compareNorms,
  compile,
  compilePropensity,
  makeNormSet,
  makeReference,
  type NormHeader,
  type Propensity,
  scoreRow,
} from '../../../scoring/index.ts';
import { demandEnough, type NormEffect, type NormVersion } from './norm-version.ts';

/** Valid sittings of one campaign and language: answers by item position, the seed of each one's order. */
export type NormRows = { values: readonly Float64Array[]; seeds: readonly number[] };

export type NormSource = {
  instrument: Instrument;
  table: PropensityTable | null;
  header: NormHeader;
  rows: NormRows;
  /** The norm in force, to compare with. */
  current: NormSet | null;
};

/** Of more sittings than this the reference of response quality gains nothing; its covariances take their time. */
const mostReferenceRows = 1500;

export type BuiltNorm = Pick<NormVersion, 'set' | 'reference' | 'comparison' | 'effect'>;

/** Tables, reference of quality, comparison, effect: told one by one as they are done. */
export const normSteps = 4;

/**
 * Norm, reference, comparison and effect out of sittings. Throws `norm-too-small` with fewer than 400.
 * @param tell is called after each step with how many are done.
 */
export function buildNorm(source: NormSource, tell: (done: number) => void = () => undefined): BuiltNorm {
  const { instrument, header, rows, current } = source;
  demandEnough(rows.values.length);
  const set = makeNormSet(instrument, rows.values, header, rows.seeds);
  tell(1);
  const reference = makeReference(instrument, {
    id: set.id,
    version: set.version,
    simulated: set.population.simulated,
    values: rows.values.slice(0, mostReferenceRows),
    seeds: rows.seeds.slice(0, mostReferenceRows),
  });
  tell(2);
  const comparison = compareNorms(set, current);
  tell(3);
  const effect = effectOf(source, set);
  tell(normSteps);
  return { set, reference, comparison, effect };
}

/** How many of the sample are invited by the norm in force (or by anchored answers), and how many would be by the new one. */
function effectOf({ instrument, table, rows, current }: NormSource, set: NormSet): NormEffect | null {
  if (table === null) return null;
  const assessed = (norm: NormSet | undefined): Propensity[] => {
    const [plan, propensity] = [compile(instrument, norm), compilePropensity(table, norm)];
    return rows.values.map((row) => assessPropensity(propensity, scoreRow(plan, row)));
  };
  const [before, after] = [assessed(current ?? undefined), assessed(set)];
  const byIndex = after.filter(({ pathways }) => pathways.some(({ id, status }) => id === 'index' && status === 'met'));
  return {
    invitedBefore: invitedShare(before),
    invitedAfter: invitedShare(after),
    byIndexAfter: byIndex.length / after.length,
  };
}

const invitedShare = (all: readonly Propensity[]): number =>
  all.filter(({ state }) => state === 'invited-to-talk').length / all.length;
