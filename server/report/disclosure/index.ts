/**
 * Disclosure control: what of a report may leave, so that nobody can be found in it. Nothing derived from answers reaches
 * a department but through here.
 *
 * In: additive counts of each school (n, sum, sum of squares, pupils per band of each scale), its place in the tree
 * country → region → district → school, optionally the same pupils by attributes (sex, language, rural or urban …) with the
 * breakdowns wanted, and every earlier release of the campaign. Out: the same tables, cell by cell `shown` or `fewer`.
 *
 * What is decided, and why
 * - Participation is public at every level: how many, never how they answered. Hence group sizes are public too.
 * - Distributions start at 30 pupils. Smaller schools appear in clusters of their district, only with
 *   schools of their kind (a breakdown by place would cut through others); what is left of a shown whole
 *   after its shown parts has 30 pupils or none. Once shown, a cluster keeps its members: overlapping ones subtract.
 * - k = 10, counted without pupils the reader knows by name. A small cell is hidden; so are zeros («nobody here» and, with
 *   them, «everybody there» are answers), and as many others as it takes until every hidden small cell could be k, or all of
 *   its group where that is publicly smaller, for all the reader can tell. A linear program decides, over bands, areas,
 *   slices, releases, differences between releases, and told means; told deviations are checked against each witness.
 * - The reader is not told which hidden cells are small and which hide them: «fewer than 10» stands for both, with the legend
 *   «fewer than 10 pupils here, or in a cell that could be worked out from this one». Telling them apart would add bounds.
 * - Deviations go before counts, counts before means. A leaf with a small band shows no deviation.
 * - Of classes (`isCategory`) counts are told and no mean. Many classes of a large region are told of districts and wider areas
 *   only, from a table of districts: of schools nothing of them leaves, so that their tables need no proof (`broad-scales`).
 * - A row is told anew when 30 pupils have come since it was last told; otherwise the old figures stand (`asOf`).
 * - It always ends: what cannot be proved safe hides the whole scale in this release.
 * - A large table is looked at neighbourhood by neighbourhood (a few districts), everything else standing as it really is, and
 *   as a whole where that proves nothing. A table that differs from the real one near by only is one the reader cannot tell from
 *   it all the same: the proof is as strong, and the time grows with the number of districts, not with its square.
 *
 * Limits
 * - The proof is over real numbers, not whole ones, as the attack is; and against sums, not against guesses about likely values.
 * - Participation by attribute is not hidden here. A loss of pupils between releases is not bounded.
 * - Scores off the grid of `step` (prorated means) make the reader look better informed about scores than they are.
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
export { type OnProgress, suppress } from './suppress.ts';
