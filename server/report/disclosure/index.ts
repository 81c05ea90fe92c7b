/**
 * Disclosure control: what of a table of counts may leave, so that nobody can be found in it.
 * Nothing derived from answers reaches a department but through here.
 */
export type { DisclosedCell, FewerCell, ShownCell } from './cell.ts';
export type {
  DisclosedArea,
  DisclosedCluster,
  DisclosedReport,
  DisclosedScale,
  DisclosedSlice,
  ParticipationOnly,
  ShownScale,
} from './disclosed-report.ts';
export type { Release } from './release.ts';
export type {
  Attributes,
  Breakdown,
  Participation,
  ReportCounts,
  ScaleCounts,
  ScaleDefinition,
  SchoolCounts,
  StratumCounts,
} from './report-counts.ts';
export { type DisclosureRules, defaultRules } from './rules.ts';
export { suppress } from './suppress.ts';
