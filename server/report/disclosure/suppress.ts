import { broadScales, byDistrict, putTogether, toldOfAreas, toldWith, withScales } from './broad-scales.ts';
import { checkCounts } from './check-counts.ts';
import type { DisclosedReport } from './disclosed-report.ts';
import { groupTree } from './group-tree.ts';
import { historyOf } from './history.ts';
import { type HiddenFigures, layOut } from './lay-out.ts';
import { protect } from './protect.ts';
import type { Release } from './release.ts';
import type { Breakdown, ReportCounts } from './report-counts.ts';
import { reportTable } from './report-table.ts';
import { type DisclosureRules, defaultRules } from './rules.ts';
import { scoresPerBand } from './scores.ts';
import { type SliceTable, sliceTables, visibleSlices } from './slices.ts';
import { snapshotNow, snapshotOf } from './snapshot.ts';
import { loadSolver, type OpenModel } from './solver.ts';
import { visibleGroups } from './visible-groups.ts';

/** How far a piece of work has come. */
export type OnProgress = (done: number, of: number) => void;

/**
 * What of a report may leave, given all that has left before. Participation stays; distributions, means and deviations
 * are shown for groups large enough, schools that are not appear in clusters, and figures are hidden until no small
 * number follows from anything shown, today or in an earlier release of the same campaign (oldest first).
 * `onProgress` is told how many of the scales are done.
 * @throws RangeError when schools, paths, scales, bands or releases do not fit together
 */
export async function suppress(
  report: ReportCounts,
  earlier: readonly Release[] = [],
  rules: DisclosureRules = defaultRules,
  onProgress: OnProgress = () => undefined,
): Promise<DisclosedReport> {
  checkCounts(report, earlier);
  const open = await loadSolver();
  const all = report.scales.map((_, index) => index);
  const broad = broadScales(report, earlier);
  const fine = all.filter((index) => !broad.includes(index));
  if (broad.length === 0 || fine.length === 0) return suppressAll(report, earlier, { rules, open, onProgress });
  const before = (told: typeof toldWith, counts: typeof withScales, at: readonly number[]): Release[] =>
    earlier.map((release) => ({ counts: counts(release.counts, at), disclosed: told(release, at) }));
  const districts = (counts: ReportCounts, at: readonly number[]) => byDistrict(withScales(counts, at));
  const ofSchools = suppressAll(withScales(report, fine), before(toldWith, withScales, fine), {
    rules,
    open,
    onProgress: (done) => onProgress(done, all.length),
  });
  const ofAreas = suppressAll(districts(report, broad), before(toldOfAreas, districts, broad), {
    rules,
    open,
    onProgress: (done) => onProgress(fine.length + done, all.length),
  });
  return putTogether(report, broad, ofSchools, ofAreas);
}

type Means = { readonly rules: DisclosureRules; readonly open: OpenModel; readonly onProgress: OnProgress };

/** Every scale of a report of all its groups. */
function suppressAll(
  report: ReportCounts,
  earlier: readonly Release[],
  { rules, open, onProgress }: Means,
): DisclosedReport {
  const { distributionFrom, k } = rules;
  const root = groupTree(report.schools, distributionFrom, earlier);
  const slices = sliceTables(root, allBreakdowns(report, earlier));
  const past = earlier.map((release, index) => snapshotOf(release, index + 1));
  const history = historyOf(past);
  const shownGroups = visibleGroups(root, distributionFrom, history);
  const wanted = slices.filter((table) => isWanted(table, report.breakdowns ?? []));
  const shown = new Set([...shownGroups, ...visibleSlices(wanted, shownGroups, { from: distributionFrom, history })]);
  const snapshots = [...past, snapshotNow(shown, k, report.scales)];
  const hidden = report.scales.map((definition, scale) => {
    const ground = { root, slices, scale, scores: scoresPerBand(definition), snapshots };
    const figures = hiddenFigures(reportTable(ground), rules, open);
    onProgress(scale + 1, report.scales.length);
    return figures;
  });
  return layOut({ report, root, slices: wanted, shown, hidden, rules, earlier });
}

/** Breakdowns of this report and of earlier ones: what was told by an attribute once is known for good. */
function allBreakdowns(report: ReportCounts, earlier: readonly Release[]): readonly Breakdown[] {
  const all = [report, ...earlier.map(({ counts }) => counts)].flatMap(({ breakdowns }) => breakdowns ?? []);
  return [...new Map(all.map((breakdown) => [breakdownKey(breakdown), breakdown])).values()];
}

const breakdownKey = ({ depth, by }: Breakdown): string => `${depth}:${by.toSorted().join()}`;

const isWanted = ({ whole, by }: SliceTable, breakdowns: readonly Breakdown[]): boolean =>
  breakdowns.some((breakdown) => breakdownKey(breakdown) === breakdownKey({ depth: whole.path.length, by }));

function hiddenFigures(
  { table, offsets, moments }: ReturnType<typeof reportTable>,
  rules: DisclosureRules,
  open: OpenModel,
): HiddenFigures {
  const { hidden, hiddenMoments, exposed } = protect(table, rules, open);
  const isUntold = (moment: number | null | undefined): boolean => moment == null || hiddenMoments.has(moment);
  return {
    all: exposed.length > 0,
    band: (group, band) => hidden.has((offsets.get(group) ?? 0) + band),
    mean: (group) => isUntold(moments.get(group)?.mean),
    sd: (group) => isUntold(moments.get(group)?.sd),
  };
}
