import { bandTable } from './band-table.ts';
import type { DisclosedReport } from './disclosed-report.ts';
import { groupTree } from './group-tree.ts';
import { type HiddenBands, layOut } from './lay-out.ts';
import { protect } from './protect.ts';
import type { ReportCounts } from './report-counts.ts';
import { type DisclosureRules, defaultRules } from './rules.ts';
import { loadSolver } from './solver.ts';
import { visibleGroups } from './visible-groups.ts';

/**
 * What of a report may leave. Participation stays; distributions, means and deviations are shown for groups large enough,
 * schools that are not appear in clusters, and bands are hidden until no small one follows from anything shown.
 * @throws RangeError when schools, paths, scales or bands do not fit together
 */
export async function suppress(report: ReportCounts, rules: DisclosureRules = defaultRules): Promise<DisclosedReport> {
  const solve = await loadSolver();
  const root = groupTree(report.schools, rules.distributionFrom);
  const visible = visibleGroups(root, rules.distributionFrom);
  const hidden = report.scales.map((_, scale): HiddenBands => {
    const { table, offsets } = bandTable(visible, scale);
    const outcome = protect(table, rules.k, solve);
    if (outcome.exposed.length > 0) return () => 'scale';
    return (group, band) => (outcome.hidden.has((offsets.get(group) ?? 0) + band) ? 'band' : 'none');
  });
  return layOut({ report, root, shown: visible.shown, hidden, rules });
}
