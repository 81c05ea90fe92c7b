import { type DisclosedCell, fewer, shown } from './cell.ts';
import { nameClusters } from './cluster-names.ts';
import type { DisclosedArea, DisclosedReport, DisclosedScale, ShownScale } from './disclosed-report.ts';
import { type Group, groupsOf } from './group.ts';
import { meanOf, standardDeviationOf } from './moments.ts';
import { type Release, toldOf } from './release.ts';
import type { ReportCounts, SchoolCounts } from './report-counts.ts';
import type { DisclosureRules } from './rules.ts';
import type { SliceTable } from './slices.ts';

/** What of one scale may not leave. */
export interface HiddenFigures {
  /** True when nothing of the scale may leave. */
  readonly all: boolean;
  readonly band: (group: Group, band: number) => boolean;
  readonly mean: (group: Group) => boolean;
  readonly sd: (group: Group) => boolean;
}

interface Decisions {
  readonly report: ReportCounts;
  readonly root: Group;
  readonly slices: readonly SliceTable[];
  readonly shown: ReadonlySet<Group>;
  /** In the order of `report.scales`. */
  readonly hidden: readonly HiddenFigures[];
  readonly rules: DisclosureRules;
  readonly earlier: readonly Release[];
}

/** The decisions as the rows that leave. */
export function layOut(decisions: Decisions): DisclosedReport {
  const { report, root, slices, shown: visible, rules, earlier } = decisions;
  const groups = groupsOf(root);
  const isTold = (group: Group): boolean =>
    visible.has(group) || earlier.some((release) => toldOf(release, group) !== null);
  const clusters = groups.filter((group) => group.kind === 'cluster' && isTold(group));
  const names = nameClusters(clusters, earlier);
  const clusterOf = new Map(
    clusters.flatMap((group) => group.schools.map((path) => [path.join('/'), names.get(group)])),
  );
  const alone = new Map(
    groups.filter((group) => group.kind === 'school').map((group) => [group.path.join('/'), group]),
  );
  const areaRow = (
    path: readonly string[],
    participation: SchoolCounts['participation'],
    group?: Group,
  ): DisclosedArea => ({
    path,
    participation,
    cluster: clusterOf.get(path.join('/')) ?? null,
    scales: scaleRows(decisions, group),
  });
  const areas = groups.filter((group) => group.kind === 'area');
  return {
    k: rules.k,
    distributionFrom: rules.distributionFrom,
    areas: [
      ...areas.map((group) => areaRow(group.path, group.tally.participation, group)),
      ...report.schools.map((school) => areaRow(school.path, school.participation, alone.get(school.path.join('/')))),
    ],
    slices: slices.flatMap((table) =>
      table.slices.map((slice) => ({ path: slice.path, of: slice.of, scales: scaleRows(decisions, slice) })),
    ),
    clusters: clusters.map((group) => ({
      id: names.get(group) ?? '',
      path: group.path,
      schools: group.schools.map((path) => path.at(-1) ?? ''),
      scales: scaleRows(decisions, group),
    })),
  };
}

function scaleRows(decisions: Decisions, group?: Group): readonly DisclosedScale[] {
  return decisions.report.scales.map(({ id }, index): DisclosedScale => {
    const today = group && rowOfToday(decisions, group, index);
    const isNews = today !== undefined && !saysNothing(today);
    const row = isNews || group === undefined ? today : (latestOf(decisions.earlier, group, index) ?? today);
    return row ?? { kind: 'participation-only', scale: id };
  });
}

function rowOfToday(
  { report, shown: visible, hidden, rules, earlier }: Decisions,
  group: Group,
  index: number,
): ShownScale | undefined {
  const counts = group.tally.scales[index];
  const scale = report.scales[index];
  const figures = hidden[index];
  if (!visible.has(group) || counts === undefined || scale === undefined || figures === undefined || figures.all)
    return undefined;
  const cell = (isHidden: boolean, value: number): DisclosedCell => (isHidden ? fewer(rules.k) : shown(value));
  return {
    kind: 'shown',
    scale: scale.id,
    asOf: earlier.length + 1,
    n: counts.n,
    mean: cell(figures.mean(group), meanOf(counts)),
    sd: cell(figures.mean(group) || figures.sd(group), standardDeviationOf(counts)),
    bands: counts.bands.map((count, band) => cell(figures.band(group, band), count)),
  };
}

const saysNothing = ({ mean, bands }: ShownScale): boolean =>
  mean.kind === 'fewer' && bands.every((band) => band.kind === 'fewer');

/** The row of the last release that said something, which is out already. */
function latestOf(earlier: readonly Release[], group: Group, index: number): ShownScale | undefined {
  const latest = earlier.at(-1);
  const row = latest && toldOf(latest, group)?.[index];
  return row?.kind === 'shown' && !saysNothing(row) ? row : undefined;
}
