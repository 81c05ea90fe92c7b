import type { Instrument } from '../../instruments/schema/instrument.schema.ts';
import { itemTable } from '../compile/item-table.ts';
import { covariancesOf, meanOf, proportionsOf } from './answer-moments.ts';
import { compileQuality, type QualityPlan } from './compile-quality.ts';
import { measureQuality, type QualityIndices, suspicionOf } from './measure-quality.ts';
import { QUANTILES, type QualityReference } from './reference.ts';

/** Fewer sittings than this say too little about two hundred answers. */
export const FEWEST_SITTINGS = 400;

/** Earlier sittings of a form: answers by item position, row after row, NaN where missing; `seeds`: each one's order. */
export interface ReferenceSample {
  readonly id: string;
  readonly version: string;
  readonly simulated: boolean;
  readonly values: readonly Float64Array[];
  readonly seeds?: readonly number[];
}

const FOLDS = 5;

const UNPLACED: QualityReference['quantiles'] = {
  longString: [],
  variability: [],
  evenOdd: [],
  synonyms: [],
  antonyms: [],
  distance: [],
  fit: [],
  guttman: [],
  candour: [],
  change: [],
  surprise: [],
  suspicion: [],
};

/**
 * A reference out of sittings. Each fifth of them is measured by what the other four say, so that the quantiles are those
 * of people whom the reference has not seen.
 * @throws RangeError with fewer than 400 sittings
 */
export function makeReference(instrument: Instrument, sample: ReferenceSample): QualityReference {
  const { values } = sample;
  if (values.length < FEWEST_SITTINGS) {
    throw new RangeError(`A reference needs ${FEWEST_SITTINGS} sittings, there are ${values.length}`);
  }
  const measured = Array.from({ length: FOLDS }, (_, fold) => {
    const others = values.filter((_row, index) => index % FOLDS !== fold);
    const plan = compileQuality(instrument, bare(instrument, { ...sample, values: others }));
    return values.flatMap((row, index) =>
      index % FOLDS === fold ? [measuredAt(plan, row, sample.seeds?.[index] ?? 0)] : [],
    );
  }).flat();
  return { ...bare(instrument, sample), quantiles: quantilesOf(measured) };
}

function measuredAt(plan: QualityPlan, values: Float64Array, seed: number): QualityIndices {
  return measureQuality(plan, { values, order: plan.orderOf(seed) });
}

/** Suspicion rests on the places of change and surprise, which must be known first. */
function quantilesOf(measured: readonly QualityIndices[]): QualityReference['quantiles'] {
  const of = (pick: (one: QualityIndices) => number | null): number[] => quantiles(measured.map(pick));
  const own = { surprise: of(({ surprise }) => surprise), change: of(({ change }) => change) };
  return {
    ...own,
    longString: of(({ runs }) => runs.longest),
    variability: of(({ runs }) => runs.variability),
    evenOdd: of((one) => one.evenOdd),
    synonyms: of(({ synonyms }) => synonyms),
    antonyms: of(({ antonyms }) => antonyms),
    distance: of(({ distance }) => distance),
    fit: of(({ fit }) => fit),
    guttman: of(({ guttman }) => guttman),
    candour: of(({ candour }) => candour),
    suspicion: of(({ surprise, change }) =>
      surprise === null || change === null ? null : suspicionOf({ surprise, change }, own),
    ),
  };
}

function quantiles(values: readonly (number | null)[]): number[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  return Array.from({ length: QUANTILES }, (_, index) => {
    const at = (index / (QUANTILES - 1)) * (sorted.length - 1);
    const below = sorted[Math.floor(at)] ?? 0;
    return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
  });
}

/** Means, covariances (pairwise where answers are missing) and proportions; quantiles not known yet. */
function bare(instrument: Instrument, { id, version, simulated, values }: ReferenceSample): QualityReference {
  const { ids, points } = itemTable(instrument);
  const means = ids.map((_, item) => meanOf(values, item));
  return {
    id,
    version,
    form: instrument.id,
    formVersion: instrument.version,
    n: values.length,
    simulated,
    items: ids,
    means,
    covariance: covariancesOf(values, means),
    proportions: points.map((codes, item) => proportionsOf(values, item, codes)),
    quantiles: UNPLACED,
  };
}
