import { type Insufficient, insufficient } from '../math/insufficient.ts';
import type { ResponseMatrix } from '../math/response-matrix.ts';
import { gradedFamily } from './graded-family.ts';
import { headStart } from './head-start.ts';
import type { IrtItem } from './irt-item.ts';
import { itemStandardErrors } from './item-standard-errors.ts';
import { itemParameters, type MarginalModel, marginalModel, parameterCount } from './marginal-model.ts';
import { type Maximum, maximiseLikelihood, RUNAWAY_SLOPE } from './maximise-likelihood.ts';
import { partialCreditFamily } from './partial-credit-family.ts';
import { patternTable } from './pattern-table.ts';
import { quadratureGrid } from './quadrature-grid.ts';
import { type CodedResponses, codeResponses, MISSING } from './response-coding.ts';

/** Rasch: one slope of 1 and a free variance (steps for more categories: the partial credit model). */
export type CalibrationModel = 'rasch' | '2pl' | 'grm' | 'gpcm';

export interface CalibrationSettings {
  readonly model: CalibrationModel;
  /** Priors ln a ~ N(0, .5²), b ~ N(0, 2²): under 500 persons unless told. */
  readonly priors?: boolean;
  /** Categories with fewer answers are merged with a neighbour (10); 1 keeps every category. */
  readonly minCategoryCount?: number;
  /** 'observed' (default) or 'none', where only the parameters are wanted. */
  readonly standardErrors?: 'observed' | 'none';
  /** Called once the parameters are found, before the standard errors: for whoever holds a watch. */
  readonly onEstimated?: () => void;
  readonly maxIterations?: number;
  readonly tolerance?: number;
}

export interface CalibratedItem extends IrtItem {
  /** Column of the response matrix. */
  readonly column: number;
  /** Answers as given that make up each category, lowest first. */
  readonly categories: readonly (readonly number[])[];
  /** Whether rare categories were merged. */
  readonly collapsed: boolean;
  /** Standard errors of a and b; null where not asked for or not defined. */
  readonly se: { readonly a: number | null; readonly b: readonly (number | null)[] } | null;
}

export interface Calibration {
  readonly kind: 'calibration';
  readonly model: CalibrationModel;
  /** Persons who answered at least one item. */
  readonly n: number;
  readonly patterns: number;
  readonly items: readonly CalibratedItem[];
  readonly dropped: CodedResponses['dropped'];
  readonly logLikelihood: number;
  /** Free parameters, AIC and BIC (of the likelihood, without priors). */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly converged: boolean;
  /** Columns whose slope grew beyond all bounds; the calibration was stopped there. Priors or fewer items help. */
  readonly runaway: readonly number[];
  /** Steps on all answers, after a head start on few of them. */
  readonly iterations: number;
  readonly priors: boolean;
  /** Variance of θ: 1, but for Rasch, where it is estimated. */
  readonly variance: number;
  readonly varianceSe: number | null;
  /** Log-likelihood (with priors, where used) after each iteration. */
  readonly trace: readonly number[];
}

function assertModelFits(coded: CodedResponses, model: CalibrationModel): void {
  const wide = coded.items.find((item) => item.categories.length > 2);
  if (model === '2pl' && wide !== undefined) {
    throw new RangeError(
      `2pl is for two answers; column ${wide.column} has ${wide.categories.length}: use grm or gpcm`,
    );
  }
}

function categoryCounts({ codes, items }: CodedResponses, place: number): number[] {
  const counts = new Array<number>(items[place]?.categories.length ?? 0).fill(0);
  for (let cell = place; cell < codes.length; cell += items.length) {
    const code = codes[cell] ?? MISSING;
    if (code !== MISSING) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function startingPoint(model: MarginalModel, coded: CodedResponses): Float64Array {
  const x = new Float64Array(parameterCount(model));
  for (const [i, family] of model.families.entries()) {
    const values = family.start(categoryCounts(coded, i));
    for (const [j, place] of (model.places[i] ?? []).entries()) x[place] = values[j] ?? 0;
  }
  return x;
}

const responseModel = (model: CalibrationModel, categories: number): IrtItem['model'] => {
  if (categories === 2) return 'dichotomous';
  return model === 'grm' ? 'graded' : 'partial-credit';
};

function calibratedItems(
  settings: CalibrationSettings,
  found: { model: MarginalModel; maximum: Maximum; coded: CodedResponses },
) {
  const { model, maximum, coded } = found;
  const errors = settings.standardErrors === 'none' ? null : itemStandardErrors(model, maximum.point);
  const items = model.places.map((places, i): CalibratedItem => {
    const parameters = itemParameters(maximum.point.x, places);
    const source = coded.items[i];
    const categories = source?.categories ?? [];
    // A Rasch slope is one by definition: θ is counted in units in which it is, and carries the variance instead.
    const scale = model.sharedSlope ? (parameters[0] ?? 1) : 1;
    const b = (model.families[i]?.thresholds(parameters).b ?? []).map((v) => v * scale);
    const se = errors === null ? null : (errors.items[i] ?? null);
    return {
      model: responseModel(settings.model, categories.length),
      a: model.sharedSlope ? 1 : (parameters[0] ?? 1),
      b,
      column: source?.column ?? i,
      categories,
      collapsed: categories.some((answers) => answers.length > 1),
      se: se === null ? null : model.sharedSlope ? { a: null, b: se.b } : se,
    };
  });
  return { items, slopeSe: errors?.sharedSlope ?? null };
}

/**
 * Calibrates items by marginal maximum likelihood: slopes and thresholds on a scale where θ is N(0, 1) in this sample
 * (Rasch: slope 1 and θ ~ N(0, σ²), σ² estimated). D = 1.
 *
 * Missing answers are left out of the likelihood (missing at random); persons without any answer do not count. Codes
 * may start anywhere and have gaps; rare categories are merged and columns without variation dropped, and both are
 * reported. 61 nodes on [−6, 6]; stops when no parameter moves by 1e-6 nor the log-likelihood by 1e-7.
 *
 * Source: Bock & Aitkin 1981; Muraki 1992, Appl. Psychol. Meas. 16, 159–176.
 * @returns insufficient with fewer than two usable items or ten persons.
 * @throws RangeError when a column holds more than 100 different answers, or '2pl' meets more than two.
 * @example calibrate(matrix, { model: 'grm' })
 */
export function calibrate(matrix: ResponseMatrix, settings: CalibrationSettings): Calibration | Insufficient {
  const coded = codeResponses(matrix, settings.minCategoryCount ?? 10);
  assertModelFits(coded, settings.model);
  if (coded.items.length < 2) return insufficient('items that vary', coded.items.length, 2);
  const table = patternTable({
    n: coded.n,
    codes: coded.codes,
    categories: coded.items.map((i) => i.categories.length),
  });
  const n = table.weights.reduce((sum, w) => sum + w, 0);
  if (n < 10) return insufficient('persons with an answer', n, 10);
  const priors = settings.priors ?? n < 500;
  const sharedSlope = settings.model === 'rasch';
  const family = settings.model === 'grm' ? gradedFamily : partialCreditFamily;
  const model = marginalModel({
    table,
    families: coded.items.map(() => family),
    grid: quadratureGrid(),
    sharedSlope,
    prior: { slope: priors && !sharedSlope, thresholds: priors, unitSlope: sharedSlope },
  });
  const search = {
    maxIterations: settings.maxIterations ?? 500,
    tolerance: settings.tolerance ?? 1e-6,
    likelihoodTolerance: 1e-7,
  };
  const maximum = maximiseLikelihood(model, headStart(model, startingPoint(model, coded), search), search);
  settings.onEstimated?.();
  return assemble(settings, { model, maximum, coded, n, priors });
}

function assemble(
  settings: CalibrationSettings,
  found: { model: MarginalModel; maximum: Maximum; coded: CodedResponses; n: number; priors: boolean },
): Calibration {
  const { model, maximum, coded, n, priors } = found;
  const { items, slopeSe } = calibratedItems(settings, found);
  const parameters = maximum.point.x.length;
  const { logLikelihood, x } = maximum.point;
  const slope = model.sharedSlope ? (x[0] ?? 1) : 1;
  return {
    kind: 'calibration',
    model: settings.model,
    n,
    patterns: model.run.table.count,
    items,
    dropped: coded.dropped,
    logLikelihood,
    parameters,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(n) - 2 * logLikelihood,
    converged: maximum.converged,
    runaway: items.filter(({ a }) => Math.abs(a) > RUNAWAY_SLOPE).map(({ column }) => column),
    iterations: maximum.iterations,
    priors,
    variance: slope * slope,
    varianceSe: slopeSe === null ? null : 2 * Math.abs(slope) * slopeSe,
    trace: maximum.trace,
  };
}
