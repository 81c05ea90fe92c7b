import { calibrate } from '../../../scoring/irt/calibrate.ts';
import { type YenQ3, yenQ3 } from '../../../scoring/irt/yen-q3.ts';
import { correlationMatrix } from '../../../scoring/math/covariance.ts';
import { isInsufficient } from '../../../scoring/math/insufficient.ts';
import { completeRows, type ResponseMatrix, rowOf, selectColumns } from '../../../scoring/math/response-matrix.ts';
import { guttmanLambda2 } from '../../../scoring/reliability/guttman-lambda2.ts';
import { type ItemAnalysis, itemAnalysis } from '../../../scoring/reliability/item-analysis.ts';
import { keyedMatrix } from '../../../scoring/reliability/keyed-matrix.ts';
import { omegaHierarchical } from '../../../scoring/reliability/omega-hierarchical.ts';
import { parallelAnalysis } from '../../../scoring/reliability/parallel-analysis.ts';
import { samplingAdequacy } from '../../../scoring/reliability/sampling-adequacy.ts';
import { velicerMap } from '../../../scoring/reliability/velicer-map.ts';
import { type ItemTimes, itemTimes } from './item-times.ts';
import type { ScaleAnswers } from './keyed-scales.ts';

export interface Dimension {
  /** Horn's parallel analysis and Velicer's MAP: how many components, and what they are judged by. */
  readonly parallel: {
    readonly components: number;
    readonly observed: readonly number[];
    readonly threshold: readonly number[];
    readonly replications: number;
    readonly seed: number;
  } | null;
  readonly map: { readonly components: number; readonly averages: readonly (number | null)[] } | null;
  readonly kmo: number | null;
}

export interface GeneralFactor {
  readonly factors: number;
  readonly omegaHierarchical: number;
  readonly omegaTotal: number;
  readonly ecv: number;
}

export interface LocalDependence {
  readonly model: '2pl' | 'grm';
  readonly mean: number;
  /** Pairs above mean + .20, largest first. */
  readonly flagged: readonly { readonly items: readonly [string, string]; readonly q3: number }[];
}

/** One scale, complete. What the data do not carry is null. */
export interface ScaleReport {
  readonly scale: string;
  /** Persons who answered every item: coefficients rest on them. */
  readonly complete: number;
  readonly alpha: number | null;
  readonly statistics: ItemAnalysis['scale'];
  /** Items that nobody answered, or everybody alike: left out of what needs variation. */
  readonly silent: readonly string[];
  /** λ2 on correlations, as `psych` gives it; `statistics.lambda2` is on covariances, beside α. */
  readonly standardisedLambda2: number | null;
  readonly general: GeneralFactor | null;
  readonly dimension: Dimension;
  readonly q3: LocalDependence | null;
  readonly items: readonly (ItemAnalysis['items'][number] & { readonly times: ItemTimes | null })[];
}

export interface AnalysisSettings {
  readonly seed: number;
  /** Group factors of ω_h; 3 with nine items or more, 2 with six, unless told. */
  readonly factors?: number;
  readonly times: ReadonlyMap<string, Float64Array>;
}

/** Fewest persons whose answers a calibration for Q₃ is worth. */
const LEAST_FOR_Q3 = 200;

/** About so many products a parallel analysis may take; with more persons or items it has fewer replications, never under 20. */
const PARALLEL_BUDGET = 1.5e9;

export function analyseScale({ scale, matrix, keys }: ScaleAnswers, settings: AnalysisSettings): ScaleReport {
  // A column nobody answered leaves no complete row: the coefficients rest on the others.
  const answered = keys.flatMap((_, column) => (distinct(matrix, column) > 0 ? [column] : []));
  const analysis = itemAnalysis(selectColumns(matrix, answered), at(keys, answered));
  const found = new Map(analysis.items.map((item) => [item.item, item]));
  const items = itemAnalysis({ ...matrix, n: 0, values: new Float64Array(0) }, keys).items.map(
    (empty) => found.get(empty.item) ?? { ...empty, missing: 1 },
  );
  const { scale: statistics } = analysis;
  const all = keyedMatrix(matrix, keys);
  const varying = keys.flatMap((_, column) => (distinct(matrix, column) > 1 ? [column] : []));
  const keyed = selectColumns(all, varying);
  return {
    scale,
    complete: statistics.n,
    alpha: statistics.alpha,
    statistics,
    silent: keys.flatMap(({ item }, column) => (varying.includes(column) ? [] : [item])),
    standardisedLambda2: lambda2On(keyed),
    general: generalFactor(keyed, settings.factors ?? (keyed.k >= 9 ? 3 : 2)),
    dimension: dimensionOf(keyed, settings.seed),
    q3: localDependence(
      keyed,
      at(keys, varying).map(({ item }) => item),
    ),
    items: items.map((item) => ({ ...item, times: itemTimes(settings.times.get(item.item)) })),
  };
}

const at = <T>(list: readonly T[], places: readonly number[]): T[] =>
  places.flatMap((place) => list.slice(place, place + 1));

function lambda2On(keyed: ResponseMatrix): number | null {
  const r = keyed.k >= 2 ? correlationMatrix(completeRows(keyed)) : null;
  return r === null ? null : guttmanLambda2(r);
}

/** ω_h needs at least three items a group factor: with fewer the split into groups is arbitrary. */
export function generalFactor(keyed: ResponseMatrix, factors: number): GeneralFactor | null {
  const r = keyed.k >= 3 * factors ? correlationMatrix(completeRows(keyed)) : null;
  if (r === null) return null;
  const { omegaHierarchical: general, omegaTotal, ecv } = omegaHierarchical(r, factors);
  const finite = [general, omegaTotal, ecv].every(Number.isFinite);
  return finite ? { factors, omegaHierarchical: general, omegaTotal, ecv } : null;
}

export function dimensionOf(keyed: ResponseMatrix, seed: number): Dimension {
  const data = completeRows(keyed);
  const r = data.k >= 2 ? correlationMatrix(data) : null;
  if (r === null) return { parallel: null, map: null, kmo: null };
  const replications = Math.max(20, Math.min(100, Math.floor(PARALLEL_BUDGET / (data.n * data.k * data.k))));
  const parallel = parallelAnalysis(data, { seed, replications });
  const { components, averages } = velicerMap(r);
  return {
    parallel: isInsufficient(parallel)
      ? null
      : {
          components: parallel.components,
          observed: parallel.observed,
          threshold: parallel.threshold,
          replications,
          seed,
        },
    map: { components, averages },
    kmo: samplingAdequacy(r, data.n)?.kmo ?? null,
  };
}

function localDependence(keyed: ResponseMatrix, names: readonly string[]): LocalDependence | null {
  const answered = Array.from({ length: keyed.n }, (_, row) => row).filter((row) =>
    rowOf(keyed, row).some((x) => !Number.isNaN(x)),
  );
  if (answered.length < LEAST_FOR_Q3 || keyed.k < 3) return null;
  const isBinary = names.every((_, j) => distinct(keyed, j) <= 2);
  const model = isBinary ? '2pl' : 'grm';
  const calibration = calibrate(keyed, { model, standardErrors: 'none' });
  if (isInsufficient(calibration)) return null;
  const q3 = yenQ3(keyed, calibration.items);
  if (isInsufficient(q3)) return null;
  return { model, mean: q3.mean, flagged: pairsOf(q3, names) };
}

const pairsOf = ({ flagged }: YenQ3, names: readonly string[]): LocalDependence['flagged'] =>
  flagged.map(({ columns: [a, b], q3 }) => ({ items: [names[a] ?? '', names[b] ?? ''] as const, q3 }));

function distinct({ n, k, values }: ResponseMatrix, column: number): number {
  const seen = new Set<number>();
  for (let row = 0; row < n; row++) {
    const value = values[row * k + column] ?? Number.NaN;
    if (!Number.isNaN(value)) seen.add(value);
  }
  return seen.size;
}
