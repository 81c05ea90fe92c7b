/** The only door into `scoring`. Everything behind it is pure: no clock, no chance, no disk, no packages. */
export { type AdaptiveForm, type AdaptiveLine, type AdaptiveState, followAdaptive } from './adaptive/adaptive-form.ts';
export { adaptiveScore } from './adaptive/adaptive-score.ts';
export { type AskedAs, askedAs } from './adaptive/asked-as.ts';
export { compileAdaptive } from './adaptive/compile-adaptive.ts';
export {
  type FieldFit,
  type FieldFits,
  type FieldGround,
  fieldGround,
  matchFields,
  topFields,
} from './careers/match-fields.ts';
export { type RowFields, rowFields } from './careers/row-fields.ts';
export { type CompileOptions, compile } from './compile/compile.ts';
export { ANSWERED, FIELDS, MEAN, PROPORTION, RAW, STANINE, T } from './compile/layout.ts';
export type { Plan, ScalePlan } from './compile/plan.ts';
export {
  type CompositeModel,
  type CompositeScore,
  compileComposite,
  type PartsNorm,
  scoreComposite,
  type WeightTable,
} from './composite/composite-index.ts';
export { ENGINE_VERSION } from './engine-version.ts';
export { describe, type ScaleDescription, type ScaleInWords, type ScaleWithoutWords } from './explain/describe.ts';
export { explain, type ItemTrace, type PartTrace, type ScaleTrace } from './explain/explain.ts';
export type { Level } from './explain/level.ts';
export { tBand } from './explain/t-band.ts';
export { benjaminiHochberg } from './fairness/benjamini-hochberg.ts';
export { correlation, mean, standardDeviation } from './math/moments.ts';
export { normalCdf, normalQuantile } from './math/normal.ts';
export { createRandom, type Random } from './math/random.ts';
export { sortedQuantile } from './math/sorted-quantile.ts';
export { applies, LEAST_NORM, type Respondent } from './norm/applies.ts';
export { compareNorms, type NormShift, type ScaleComparison } from './norm/compare-norms.ts';
export { makeNormSet, type NormHeader } from './norm/make-norm-set.ts';
export { type AngoffCut, angoffCut } from './norming/angoff-cut.ts';
export { stanine, sten, tScore } from './norming/standard-scores.ts';
export { pagesInOrder } from './order/pages-in-order.ts';
export { presentationOrder } from './order/presentation-order.ts';
export { expertPanel, PANEL_RULES, type PanelKey, type PanelOption } from './panel/expert-panel.ts';
export {
  assessPropensity,
  type PathwayEvidence,
  type PathwayOutcome,
  type PathwayStatus,
  type Propensity,
  type PropensityIndex,
  type PropensityState,
} from './propensity/assess-propensity.ts';
export { compilePropensity, type PropensityPlan } from './propensity/compile-propensity.ts';
export { type InvitationShares, invitationShares } from './propensity/invitation-shares.ts';
export { type RowPropensity, rowPropensity } from './propensity/row-propensity.ts';
export { type ReliableChange, reliableChange } from './reliability/reliable-change.ts';
export { compileQuality, type QualityPlan } from './response-quality/compile-quality.ts';
export { judgeQuality, type QualityFlag, type QualityVerdict } from './response-quality/judge-quality.ts';
export { makeReference, type ReferenceSample } from './response-quality/make-reference.ts';
export { measureQuality, type QualityIndices } from './response-quality/measure-quality.ts';
export type { QualityReference } from './response-quality/reference.ts';
export {
  type Comparison,
  circularTriads,
  type IncompleteRound,
  type RoundConsistency,
} from './scale/circular-triads.ts';
export { levelOfCount } from './scale/matches.ts';
export { type PairConsistency, pairConsistency } from './scale/pair-consistency.ts';
export { rankedWithTies, type SharedRank } from './scale/ranked.ts';
export { situationMean } from './scale/sjt/situation-mean.ts';
export { score, scoreInto, scoreRow, scoresIn, toValues } from './score.ts';
export type { Answers, InsufficientScale, ScaleScore, ScoredScale, Scores } from './scores.ts';
export { demoNorm, demoReference, demoSample } from './simulate/demo-sample.ts';
export { demoGroup, type RespondentKind, type SimulateOptions } from './simulate/options.ts';
export { createSimulator, type SimulatedRespondent, simulateRespondent } from './simulate/simulate-respondent.ts';
