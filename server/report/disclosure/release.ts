import { attributesKey } from './attributes.ts';
import type { DisclosedReport, DisclosedScale } from './disclosed-report.ts';
import type { Group } from './group.ts';
import type { ReportCounts } from './report-counts.ts';

/** A report that has left: what it was made of and what of it was told. Every one of a campaign is remembered. */
export interface Release {
  /** The counts as they were; `knownBands` of those known today. */
  readonly counts: ReportCounts;
  readonly disclosed: DisclosedReport;
}

/** What a release tells of a group, scale by scale, figures of earlier releases included; null when it does not show it. */
export function toldOf({ disclosed }: Release, group: Group): readonly DisclosedScale[] | null {
  if (group.kind === 'cluster') return clusterRow(disclosed, group) ?? null;
  if (group.kind === 'slice') return sliceRow(disclosed, group) ?? null;
  return areaRow(disclosed, group) ?? null;
}

const areaRow = ({ areas }: DisclosedReport, { path }: Group) =>
  areas.find((area) => area.path.join('/') === path.join('/'))?.scales;

function clusterRow({ clusters }: DisclosedReport, { path, schools }: Group) {
  const members = schools.map((school) => school.at(-1) ?? '').toSorted();
  const isSame = (ids: readonly string[]): boolean => ids.toSorted().join('/') === members.join('/');
  return clusters.find((cluster) => cluster.path.join('/') === path.join('/') && isSame(cluster.schools))?.scales;
}

const sliceRow = ({ slices }: DisclosedReport, { path, of }: Group) =>
  slices.find((slice) => slice.path.join('/') === path.join('/') && attributesKey(slice.of) === attributesKey(of))
    ?.scales;
