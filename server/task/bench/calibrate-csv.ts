import {
  type CalibratedItem,
  type Calibration,
  type CalibrationModel,
  calibrate,
} from '../../../scoring/irt/calibrate.ts';
import { calibratedItemFit } from '../../../scoring/irt/calibrated-item-fit.ts';
import type { ItemFit } from '../../../scoring/irt/item-fit.ts';
import { type LimitedInformationFit, limitedInformationFit } from '../../../scoring/irt/limited-information-fit.ts';
import { quadratureGrid } from '../../../scoring/irt/quadrature-grid.ts';
import { marginalReliability } from '../../../scoring/irt/test-reliability.ts';
import { isInsufficient } from '../../../scoring/math/insufficient.ts';
import { columnOf, type ResponseMatrix } from '../../../scoring/math/response-matrix.ts';
import { CommandProblem } from '../command-problem.ts';

export interface CalibrateOptions {
  readonly model: CalibrationModel;
  /** Under 500 persons unless told. */
  readonly priors?: boolean;
  readonly minCategoryCount?: number;
  readonly standardErrors: boolean;
  readonly fit: boolean;
  readonly maxIterations?: number;
}

export interface CalibrationReport {
  readonly model: CalibrationModel;
  readonly n: number;
  readonly logLik: number;
  readonly converged: boolean;
  readonly items: readonly ReportedItem[];
  /** Of the estimation, standard errors and fit not counted. */
  readonly seconds: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly patterns: number;
  readonly priors: boolean;
  /** Variance of θ: 1, but for Rasch, where it is estimated beside a slope of 1. */
  readonly variance: number;
  readonly varianceSe: number | null;
  readonly reliability: number;
  /** Rasch only: the same items on the scale on which θ is N(0, 1): one common slope. */
  readonly standardised: readonly { readonly item: string; readonly a: number; readonly b: readonly number[] }[] | null;
  readonly dropped: readonly { readonly item: string; readonly reason: string }[];
  readonly runaway: readonly string[];
  readonly fit: Pick<
    LimitedInformationFit,
    'statistic' | 'value' | 'df' | 'p' | 'rmsea' | 'low' | 'high' | 'srmsr' | 'cfi' | 'tli'
  > | null;
  readonly warnings: readonly string[];
}

export interface ReportedItem {
  readonly item: string;
  readonly a: number;
  readonly b: readonly number[];
  readonly se: CalibratedItem['se'];
  readonly model: CalibratedItem['model'];
  /** Answers as given that make up each category, lowest first; several in one where rare ones were joined. */
  readonly categories: readonly (readonly number[])[];
  readonly collapsed: boolean;
  readonly fit: Pick<ItemFit, 'chiSquare' | 'df' | 'p' | 'rmsea'> | null;
}

/** Calibrates columns of answers and says everything that a reader must know to trust the numbers. @throws CommandProblem when the data are too few */
export function calibrationReport(
  columns: readonly string[],
  matrix: ResponseMatrix,
  options: CalibrateOptions,
): CalibrationReport {
  const { model, priors, minCategoryCount, maxIterations } = options;
  const settings = {
    model,
    ...(priors === undefined ? {} : { priors }),
    ...(minCategoryCount === undefined ? {} : { minCategoryCount }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
  };
  if (model === '2pl') refuseWide(columns, matrix);
  const started = performance.now();
  let seconds = 0;
  const quick = calibrate(matrix, {
    ...settings,
    standardErrors: options.standardErrors ? 'observed' : 'none',
    onEstimated: () => {
      seconds = (performance.now() - started) / 1000;
    },
  });
  if (isInsufficient(quick)) {
    throw new CommandProblem(
      `cannot calibrate: ${quick.reason}: ${quick.answered}, at least ${quick.required} are needed`,
    );
  }
  return reportOf(columns, matrix, { calibration: quick, options, seconds });
}

/** @throws CommandProblem when a column has more than two answers */
function refuseWide(columns: readonly string[], matrix: ResponseMatrix): void {
  const wide = columns.filter(
    (_, column) => new Set(columnOf(matrix, column).filter((x) => !Number.isNaN(x))).size > 2,
  );
  if (wide.length === 0) return;
  throw new CommandProblem(`2pl is for two answers; more are in ${wide.join(', ')}: use grm or gpcm`);
}

function reportOf(
  columns: readonly string[],
  matrix: ResponseMatrix,
  { calibration, options, seconds }: { calibration: Calibration; options: CalibrateOptions; seconds: number },
): CalibrationReport {
  const name = (column: number): string => columns[column] ?? String(column);
  const fits = options.fit ? calibratedItemFit(matrix, calibration) : null;
  const fitOf = (at: number): ReportedItem['fit'] => {
    const fit = fits === null || isInsufficient(fits) ? undefined : fits[at];
    return fit === undefined ? null : { chiSquare: fit.chiSquare, df: fit.df, p: fit.p, rmsea: fit.rmsea };
  };
  const sd = Math.sqrt(calibration.variance);
  const items = calibration.items.map((item, at) => ({
    item: name(item.column),
    a: item.a,
    b: item.b,
    se: item.se,
    model: item.model,
    categories: item.categories,
    collapsed: item.collapsed,
    fit: fitOf(at),
  }));
  const { model, n, converged, parameters, aic, bic, iterations, patterns, variance, varianceSe } = calibration;
  return {
    model,
    n,
    logLik: calibration.logLikelihood,
    converged,
    items,
    seconds,
    parameters,
    aic,
    bic,
    iterations,
    patterns,
    priors: calibration.priors,
    variance,
    varianceSe,
    reliability: marginalReliability(
      calibration.items.map((item) => ({ ...item, a: item.a * sd, b: item.b.map((b) => b / sd) })),
      quadratureGrid(),
    ),
    standardised:
      model === 'rasch' ? items.map(({ item, a, b }) => ({ item, a: a * sd, b: b.map((x) => x / sd) })) : null,
    dropped: calibration.dropped.map(({ column, reason }) => ({ item: name(column), reason })),
    runaway: calibration.runaway.map(name),
    fit: options.fit ? testFit(matrix, calibration) : null,
    warnings: warningsOf(calibration, name),
  };
}

function testFit(matrix: ResponseMatrix, calibration: Calibration): CalibrationReport['fit'] {
  const fit = limitedInformationFit(matrix, calibration);
  if (isInsufficient(fit)) return null;
  const { statistic, value, df, p, rmsea, low, high, srmsr, cfi, tli } = fit;
  return { statistic, value, df, p, rmsea, low, high, srmsr, cfi, tli };
}

/** Fewest persons for which a calibration of this kind is worth reading. */
const ENOUGH: Readonly<Record<CalibrationModel, number>> = { rasch: 200, '2pl': 300, grm: 500, gpcm: 500 };

function warningsOf(calibration: Calibration, name: (column: number) => string): string[] {
  const { model, n, items, dropped, converged, runaway, priors } = calibration;
  const said: string[] = [];
  if (n < ENOUGH[model])
    said.push(
      `${n} persons are few for ${model}: ${ENOUGH[model]} are asked for; rather read the classical statistics`,
    );
  if (priors)
    said.push(
      'priors held the parameters: ln a ~ N(0, .5²), b ~ N(0, 2²) (under 500 persons unless told; --no-priors leaves them out)',
    );
  for (const { column, reason } of dropped) said.push(`${name(column)} is left out: ${reason}`);
  const joined = items.filter(({ collapsed }) => collapsed).map(({ column }) => name(column));
  if (joined.length > 0) said.push(`rare answers were joined with a neighbour in ${joined.join(', ')}: see categories`);
  const gap = items.filter(({ categories }) => hasGap(categories.flat())).map(({ column }) => name(column));
  if (gap.length > 0) said.push(`answers between others that nobody gave, and so have no threshold: ${gap.join(', ')}`);
  const turned = items.filter(({ a }) => a < 0).map(({ column }) => name(column));
  if (turned.length > 0) said.push(`negative slope, is it keyed the right way round? ${turned.join(', ')}`);
  const weak = priors ? items.filter(({ a }) => a < 0.25).map(({ column }) => name(column)) : [];
  if (weak.length > 0) {
    said.push(
      `hardly any slope, and priors allow no negative one; is it keyed the right way round? ${weak.join(', ')}`,
    );
  }
  if (!converged) said.push('it did not converge: do not use these numbers');
  if (runaway.length > 0)
    said.push(`the slope grew beyond all bounds: ${runaway.map(name).join(', ')}; priors or fewer items help`);
  return said;
}

const hasGap = (answers: readonly number[]): boolean =>
  Math.max(...answers) - Math.min(...answers) + 1 > answers.length;
