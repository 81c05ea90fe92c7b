import type { StudyHead } from './bench.schema.ts';
import type { KeyEffect } from './key-effect.schema.ts';
import type { NormDetail, NormHeadWire } from './norm.schema.ts';
import type { RescoringWire } from './rescoring.schema.ts';

/** What studies find, as it is kept and sent. Every number may be null: what the data do not carry is not computed. */
type Maybe = number | null;

export type ItemFigures = {
  readonly item: string;
  readonly n: number;
  readonly missing: number;
  readonly mean: Maybe;
  readonly sd: Maybe;
  readonly difficulty: Maybe;
  readonly floor: Maybe;
  readonly ceiling: Maybe;
  readonly itemRest: Maybe;
  readonly alphaIfDropped: Maybe;
  readonly options: readonly { readonly option: number; readonly count: number; readonly shares: readonly number[] }[];
  readonly times: {
    readonly n: number;
    readonly median: number;
    readonly p5: number;
    readonly p95: number;
    readonly under2s: number;
  } | null;
};

export type ScaleFigures = {
  readonly scale: string;
  readonly complete: number;
  readonly alpha: Maybe;
  readonly statistics: {
    readonly alphaInterval: { readonly low: number; readonly high: number } | null;
    readonly lambda2: Maybe;
    readonly omega: Maybe;
    readonly splitHalf: { readonly spearmanBrown: Maybe } | null;
    readonly mean: Maybe;
    readonly sd: Maybe;
    readonly sem: Maybe;
  };
  readonly general: { readonly factors: number; readonly omegaHierarchical: number } | null;
  readonly dimension: {
    readonly parallel: {
      readonly components: number;
      readonly observed: readonly number[];
      readonly threshold: readonly number[];
    } | null;
    readonly map: { readonly components: number } | null;
  };
  readonly q3: {
    readonly flagged: readonly { readonly items: readonly [string, string]; readonly q3: number }[];
  } | null;
  readonly items: readonly ItemFigures[];
};

export type ItemsReport = { readonly kind: 'items'; readonly scales: readonly ScaleFigures[] };

export type CalibratedFigures = {
  readonly item: string;
  readonly model: 'dichotomous' | 'graded' | 'partial-credit';
  readonly a: number;
  readonly b: readonly number[];
  readonly se: { readonly a: Maybe; readonly b: readonly Maybe[] } | null;
  readonly collapsed: boolean;
  readonly fit: { readonly chiSquare: number; readonly df: number; readonly p: Maybe; readonly rmsea: Maybe } | null;
};

export type ScaleCalibration = {
  readonly scale: string;
  readonly model: string;
  readonly n: number;
  readonly logLik: number;
  readonly converged: boolean;
  readonly variance: number;
  readonly reliability: number;
  readonly priors: boolean;
  readonly items: readonly CalibratedFigures[];
  readonly dropped: readonly { readonly item: string; readonly reason: string }[];
  readonly warnings: readonly string[];
  readonly fit: {
    readonly statistic: string;
    readonly value: number;
    readonly df: number;
    readonly p: number;
    readonly rmsea: number;
    readonly srmsr: number;
  } | null;
  /** Sum score → θ, for paper forms (Lord–Wingersky). */
  readonly sumScores: readonly { readonly score: number; readonly theta: number; readonly se: number }[];
  /** lz*: how many persons fall into each column of half a unit from −4; under −1.64 are unexpected patterns. */
  readonly personFit: { readonly n: number; readonly unexpected: number; readonly histogram: readonly number[] } | null;
};

export type CalibrationStudyReport = {
  readonly kind: 'calibration';
  readonly scales: readonly ScaleCalibration[];
  readonly skipped: readonly { readonly scale: string; readonly reason: string }[];
};

export type DifFigures = {
  readonly item: string;
  readonly chi2: Maybe;
  readonly p: Maybe;
  readonly pAdjusted: Maybe;
  /** Effect with its 95 % interval: delta for two answers, SMD/SD for more. */
  readonly effect: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly class: 'A' | 'B' | 'C' | null;
  readonly flagged: boolean;
  readonly deltaR2: Maybe;
};

export type ScaleDif = {
  readonly scale: string;
  readonly reference: number;
  readonly focal: number;
  readonly measure: 'delta' | 'smd';
  readonly items: readonly DifFigures[];
  readonly tauSquared: Maybe;
  /** What the items do together, in points of the sum score: with their signs, where they cancel, and without. */
  readonly test?: { readonly signed: number; readonly unsigned: number; readonly highest: number } | null;
};

/** Is a talk suggested to one group less often? A monitor, no verdict. Absent where the form suggests nothing. */
export type ImpactFigures = {
  readonly focal: { readonly selected: number; readonly of: number };
  readonly reference: { readonly selected: number; readonly of: number };
  readonly ratio: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly fisherP: number;
  readonly belowFourFifths: boolean;
};

export type DifStudyReport = {
  readonly kind: 'dif';
  readonly group: string;
  readonly focal: string;
  readonly impact?: ImpactFigures | null;
  readonly scales: readonly ScaleDif[];
  readonly skipped: readonly { readonly scale: string; readonly reason: string }[];
};

export type Way = { readonly items: number; readonly rmse: number; readonly ratio: number; readonly r: Maybe };

export type AdaptiveStudyReport = {
  readonly kind: 'adaptive';
  readonly scales: readonly {
    readonly scale: string;
    readonly bank: number;
    readonly persons: number;
    readonly full: Way;
    readonly adaptive: Way;
    readonly fixed: Way;
    readonly advice: 'adaptive' | 'fixed form';
    readonly form: readonly string[];
    readonly highestExposure: number;
  }[];
};

/** A norm that was built: the draft it is kept as, and what it would move. The tables stand in the norm itself. */
export type NormStudyReport = Pick<NormHeadWire, 'language' | 'sample' | 'against' | 'effect'> & {
  readonly kind: 'norm';
  readonly norm: string;
  readonly scales: readonly Pick<NormDetail['scales'][number], 'scale' | 'next' | 'current' | 'shift'>[];
};

/** What the key of a panel would move among a campaign's pupils. */
export type KeyEffectReport = { readonly kind: 'key-effect'; readonly panel: number; readonly effect: KeyEffect };

/** What is found out about a form. */
export type FormStudyReport = ItemsReport | CalibrationStudyReport | DifStudyReport | AdaptiveStudyReport;

/** What rescoring a campaign would change, for how many of those looked at, and why. */
export type RescorePreviewReport = {
  readonly kind: 'rescore-preview';
  /** Results of the campaign in all. */
  readonly results: number;
  readonly looked: number;
  readonly skipped: RescoringWire['skipped'];
  readonly summary: NonNullable<RescoringWire['summary']>;
};

export type StudyReport = FormStudyReport | NormStudyReport | KeyEffectReport | RescorePreviewReport;

/** A study whole, as it is sent. */
export type StudyDetail = StudyHead & { readonly report: StudyReport | null };
