/**
 * What one sitting gives for one scale. Numbers are finite; what cannot be computed is null, never NaN.
 *
 * - `raw`: keyed sum over the items of the scale; with missing answers the prorated sum (mean of the answered × items).
 * - `mean`: keyed mean answer, in units of the answer scale (1…5). For counts: the share of matches, 0…1.
 * - `sem`: standard error of measurement, in units of `mean`; null without a reliability.
 * - `low`, `high`: `mean` ± 1.645·`sem` (a 90 % band of observed scores), kept inside the answer scale.
 * - `percentile` 0…100, `t` (mean 50, SD 10), `stanine` 1…9: null unless a norm was given to `compile`.
 * - `anchor`: the point of the answer scale the mean is nearest to, counted 1…5 from the lowest («mostly like me» is 4).
 */
export interface ScoredScale {
  readonly kind: 'scored';
  readonly scale: string;
  readonly answered: number;
  readonly of: number;
  readonly raw: number;
  readonly mean: number;
  readonly sem: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly t: number | null;
  readonly stanine: number | null;
  readonly percentile: number | null;
  readonly anchor: number;
}

/** Too few answers: no score, and no guess in its place. */
export interface InsufficientScale {
  readonly kind: 'insufficient';
  readonly scale: string;
  readonly answered: number;
  readonly required: number;
  readonly of: number;
}

export type ScaleScore = ScoredScale | InsufficientScale;

/** Everything a stored result needs to be traced and recomputed. `normId` is null where no norm was applied. */
export interface Scores {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly normId: string | null;
  readonly normVersion: string | null;
  readonly engineVersion: string;
  readonly scales: readonly ScaleScore[];
}

/** Answers by item id: the stored code of the chosen point. An item that is absent was not answered. */
export type Answers = Readonly<Record<string, number>>;
