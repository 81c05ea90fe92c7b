import { bestSubsets, type Subset } from '../math/best-subsets.ts';
import { type Insufficient, insufficient } from '../math/insufficient.ts';
import { leastSquares } from '../math/least-squares.ts';
import { at, type Matrix, matrixOf } from '../math/matrix.ts';
import { mean } from '../math/moments.ts';
import { midRankTable } from './mid-rank-table.ts';
import { isMonotone, type NormTerm, type Range, rangeOf } from './norm-surface.ts';

export interface NormPerson {
  readonly raw: number;
  /** Age, grade or months: the same number for all of one norm group. */
  readonly age: number;
}

export interface ContinuousNorms {
  readonly kind: 'continuous-norms';
  readonly n: number;
  readonly terms: readonly NormTerm[];
  readonly adjustedR2: number;
  /** The best model of the same size that ignores age: the difference is what age is worth. */
  readonly adjustedR2WithoutAge: number | null;
  readonly rmse: number;
  readonly ages: Range;
  readonly raws: Range;
  /** Whether a higher T always means a higher raw score between T 25 and 75, at every age of the sample. */
  readonly monotone: boolean;
}

export interface NormingSettings {
  /** Highest powers of location (5) and age (3). */
  readonly locationPower?: number;
  readonly agePower?: number;
  /** Exactly so many terms beside the intercept; chosen by the data where left out. */
  readonly terms?: number;
  /** The smallest monotone model that explains this share is taken (.99), with at most `maxTerms` (6). */
  readonly targetR2?: number;
  readonly maxTerms?: number;
  /** Smallest norm group (100). */
  readonly minGroup?: number;
}

interface Power {
  readonly locationPower: number;
  readonly agePower: number;
}

interface Sample {
  readonly persons: readonly NormPerson[];
  readonly location: readonly number[];
  readonly ages: Range;
  readonly raws: Range;
}

interface Model {
  readonly terms: readonly NormTerm[];
  readonly adjustedR2: number;
  readonly residualSquares: number;
  readonly monotone: boolean;
}

/** T by mid-rank within each age group, in the order of the persons. */
export function locationsWithinGroups(persons: readonly NormPerson[]): number[] {
  const groups = new Map<number, number[]>();
  for (const { age, raw } of persons) {
    const group = groups.get(age);
    if (group === undefined) groups.set(age, [raw]);
    else group.push(raw);
  }
  const tables = new Map([...groups].map(([age, raws]) => [age, new Map(midRankTable(raws).map((r) => [r.raw, r.t]))]));
  return persons.map(({ age, raw }) => tables.get(age)?.get(raw) ?? 50);
}

const powersUpTo = (location: number, age: number): Power[] =>
  Array.from({ length: (location + 1) * (age + 1) }, (_, i) => ({
    locationPower: Math.floor(i / (age + 1)),
    agePower: i % (age + 1),
  })).slice(1);

const design = ({ persons, location }: Sample, powers: readonly Power[]): Matrix =>
  matrixOf(persons.length, powers.length, (i, j) => {
    const { locationPower, agePower } = powers[j] ?? { locationPower: 0, agePower: 0 };
    return (location[i] ?? 50) ** locationPower * (persons[i]?.age ?? 0) ** agePower;
  });

/** Columns about their means; a column that is constant but for rounding becomes exactly zero. */
function centred(m: Matrix): Matrix {
  const centres = Array.from({ length: m.cols }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < m.rows; i += 1) sum += at(m, i, j);
    return sum / m.rows;
  });
  return matrixOf(m.rows, m.cols, (i, j) => {
    const d = at(m, i, j) - (centres[j] ?? 0);
    return Math.abs(d) < 1e-12 * Math.abs(centres[j] ?? 0) ? 0 : d;
  });
}

/** The regression on the chosen powers and an intercept; null where they are not independent. */
function fitModel(sample: Sample, powers: readonly Power[]): Model | null {
  const all = [{ locationPower: 0, agePower: 0 }, ...powers];
  const raws = sample.persons.map(({ raw }) => raw);
  const solved = leastSquares(design(sample, all), raws);
  if (solved === null) return null;
  const centre = mean(raws);
  const total = raws.reduce((sum, raw) => sum + (raw - centre) ** 2, 0);
  const terms = all.map((power, j) => ({ ...power, coefficient: solved.coefficients[j] ?? 0 }));
  const { residualSquares } = solved;
  return {
    terms,
    residualSquares,
    adjustedR2: 1 - ((residualSquares / total) * (raws.length - 1)) / (raws.length - powers.length - 1),
    monotone: isMonotone(terms, sample.ages, sample.raws),
  };
}

/** The best monotone model of one size; where the ten best are none, the best of all. */
function bestOfSize(sample: Sample, powers: readonly Power[], size: number): Model | null {
  const raws = sample.persons.map(({ raw }) => raw);
  const centre = mean(raws);
  const subsets = bestSubsets(
    centred(design(sample, powers)),
    raws.map((raw) => raw - centre),
    { size, keep: 10 },
  );
  const modelOf = ({ columns }: Subset): Model | null =>
    fitModel(
      sample,
      powers.filter((_, j) => columns.includes(j)),
    );
  const models = subsets.map(modelOf).filter((model) => model !== null);
  return models.find(({ monotone }) => monotone) ?? models[0] ?? null;
}

/** Grows the model until a monotone one reaches the target; else takes the monotone one that explains most. */
function chooseModel(sample: Sample, powers: readonly Power[], settings: NormingSettings): Model | null {
  if (settings.terms !== undefined) return bestOfSize(sample, powers, settings.terms);
  const target = settings.targetR2 ?? 0.99;
  let best: Model | null = null;
  for (let size = 1; size <= (settings.maxTerms ?? 6); size += 1) {
    const model = bestOfSize(sample, powers, size);
    if (model === null) break;
    if (model.monotone && model.adjustedR2 >= target) return model;
    const better =
      best === null || Number(model.monotone) > Number(best.monotone) || model.adjustedR2 > best.adjustedR2;
    if (better && (model.monotone || best?.monotone !== true)) best = model;
  }
  return best;
}

function tooSmall(persons: readonly NormPerson[], smallest: number): Insufficient | null {
  const sizes = new Map<number, number>();
  for (const { age } of persons) sizes.set(age, (sizes.get(age) ?? 0) + 1);
  if (persons.length < 10) return insufficient('too few persons to norm on', persons.length, Math.max(10, smallest));
  const least = Math.min(...sizes.values());
  return least < smallest ? insufficient('the smallest norm group is too small', least, smallest) : null;
}

/**
 * Continuous norming: one smooth surface from (T score, age) to raw score instead of a table per age group.
 *
 * In words: persons are ranked within their group and given the T of their mid-rank percentile (L). The raw score is
 * regressed on products of powers of L and age; of all subsets of a size the best whose surface climbs with T is taken,
 * and the smallest size that explains 99 %. Norms are read by inverting the surface (`continuousT`).
 *
 * Source: Lenhard, Lenhard & Gary 2019, PLOS ONE 14(9), e0222279 (cNORM).
 * @returns insufficient when a group is smaller than `minGroup` or raw scores do not vary.
 * @throws RangeError when a raw score or age is not finite.
 */
export function continuousNorms(
  persons: readonly NormPerson[],
  settings: NormingSettings = {},
): ContinuousNorms | Insufficient {
  if (!persons.every(({ raw, age }) => Number.isFinite(raw) && Number.isFinite(age))) {
    throw new RangeError('continuousNorms requires finite raw scores and ages');
  }
  const short = tooSmall(persons, settings.minGroup ?? 100);
  if (short !== null) return short;
  const [ages, raws] = [rangeOf(persons.map(({ age }) => age)), rangeOf(persons.map(({ raw }) => raw))];
  if (raws.low === raws.high) return insufficient('raw scores that vary', 1, 2);
  const sample: Sample = { persons, location: locationsWithinGroups(persons), ages, raws };
  const distinctAges = new Set(persons.map(({ age }) => age)).size;
  const powers = powersUpTo(settings.locationPower ?? 5, Math.min(settings.agePower ?? 3, distinctAges - 1));
  const chosen = chooseModel(sample, powers, settings);
  if (chosen === null) return insufficient('a model whose terms are independent', persons.length, persons.length);
  const ageless = powers.filter(({ agePower }) => agePower === 0);
  const size = Math.min(chosen.terms.length - 1, ageless.length);
  const withoutAge = bestOfSize(sample, ageless, size)?.adjustedR2 ?? null;
  const { terms, adjustedR2, residualSquares, monotone } = chosen;
  const rmse = Math.sqrt(residualSquares / persons.length);
  return {
    kind: 'continuous-norms',
    n: persons.length,
    terms,
    adjustedR2,
    adjustedR2WithoutAge: withoutAge,
    rmse,
    ages,
    raws,
    monotone,
  };
}
