import type { DisclosedReport } from './disclosed-report.ts';
import { groupTree } from './group-tree.ts';
import { type HiddenFigures, layOut } from './lay-out.ts';
import { protect } from './protect.ts';
import type { Release } from './release.ts';
import type { ReportCounts } from './report-counts.ts';
import { reportTable } from './report-table.ts';
import { type DisclosureRules, defaultRules } from './rules.ts';
import { scoresPerBand } from './scores.ts';
import { snapshotNow, snapshotOf } from './snapshot.ts';
import { loadSolver, type Solve } from './solver.ts';
import { visibleGroups } from './visible-groups.ts';

/**
 * What of a report may leave, given all that has left before. Participation stays; distributions, means and deviations
 * are shown for groups large enough, schools that are not appear in clusters, and figures are hidden until no small
 * number follows from anything shown, today or in an earlier release of the same campaign (oldest first).
 * @throws RangeError when schools, paths, scales, bands or releases do not fit together
 */
export async function suppress(
  report: ReportCounts,
  earlier: readonly Release[] = [],
  rules: DisclosureRules = defaultRules,
): Promise<DisclosedReport> {
  const solve = await loadSolver();
  const root = groupTree(report.schools, rules.distributionFrom, earlier);
  const shown = visibleGroups(root, rules.distributionFrom);
  const snapshots = [
    ...earlier.map((release, index) => snapshotOf(release, index + 1, root)),
    snapshotNow(shown, rules.k),
  ];
  const hidden = report.scales.map((definition, scale) =>
    hiddenFigures(reportTable({ root, scale, scores: scoresPerBand(definition), snapshots }), rules, solve),
  );
  return layOut({ report, root, shown, hidden, rules, earlier });
}

function hiddenFigures(
  { table, offsets, moments }: ReturnType<typeof reportTable>,
  { k }: DisclosureRules,
  solve: Solve,
): HiddenFigures {
  const { hidden, hiddenMoments, exposed } = protect(table, k, solve);
  const isUntold = (moment: number | null | undefined): boolean => moment == null || hiddenMoments.has(moment);
  return {
    all: exposed.length > 0,
    band: (group, band) => hidden.has((offsets.get(group) ?? 0) + band),
    mean: (group) => isUntold(moments.get(group)?.mean),
    sd: (group) => isUntold(moments.get(group)?.sd),
  };
}
