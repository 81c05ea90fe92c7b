import { attributesKey } from './attributes.ts';
import type { DisclosedReport, DisclosedScale } from './disclosed-report.ts';
import type { Release } from './release.ts';
import type { ReportCounts, SchoolCounts } from './report-counts.ts';
import { addTallies, tallyOf } from './tally.ts';

/** So many classes and no more are told of schools, where there are many schools: a school's thirty pupils in twenty classes say nothing. */
const mostClasses = 5;
const manyCells = 2000;

/**
 * Which scales are told of areas only, not of schools and clusters: classes of a large region. Of a school nearly every count would
 * be hidden, and the proof of that would take hours. Where an earlier release has told such a thing of schools, it stays so.
 */
export function broadScales({ scales, schools }: ReportCounts, earlier: readonly Release[]): readonly number[] {
  return scales.flatMap(({ id, edges, isCategory }, index) => {
    const classes = edges.length - 1;
    const isLarge = schools.every(({ path }) => path.length === 3) && schools.length * classes > manyCells;
    const isBroad = isCategory === true && classes > mostClasses && isLarge;
    return isBroad && !earlier.some(({ disclosed }) => isToldOfSchools(disclosed, id)) ? [index] : [];
  });
}

const isToldOfSchools = ({ areas, clusters }: DisclosedReport, id: string): boolean =>
  [...areas.filter(({ path }) => path.length > 2), ...clusters].some(({ scales }) =>
    scales.some(({ kind, scale }) => scale === id && kind === 'shown'),
  );

/** A report of some of its scales only; with its earlier releases, of which the same is taken. */
export const withScales = (counts: ReportCounts, at: readonly number[]): ReportCounts => ({
  ...counts,
  scales: picked(counts.scales, at),
  schools: counts.schools.map(({ strata, ...school }) => ({
    ...school,
    scales: picked(school.scales, at),
    ...(strata && { strata: strata.map(({ of, scales }) => ({ of, scales: picked(scales, at) })) }),
  })),
});

/** The districts in place of their schools. */
export function byDistrict(counts: ReportCounts): ReportCounts {
  const districts = new Map<string, SchoolCounts[]>();
  for (const school of counts.schools) {
    const key = school.path.slice(0, -1).join('/');
    districts.set(key, [...(districts.get(key) ?? []), school]);
  }
  const schools = [...districts.values()].map((members): SchoolCounts => {
    const { participation, scales, strata } = addTallies(members.map(tallyOf));
    const isSplit = members.some((school) => school.strata !== undefined);
    return { path: members[0]?.path.slice(0, -1) ?? [], participation, scales, ...(isSplit ? { strata } : {}) };
  });
  return { ...counts, schools };
}

/** What of an earlier release belongs to these scales. */
export function toldWith({ disclosed }: Release, at: readonly number[]): DisclosedReport {
  const of = <Row extends { readonly scales: readonly DisclosedScale[] }>(row: Row): Row => ({
    ...row,
    scales: picked(row.scales, at),
  });
  return {
    ...disclosed,
    areas: disclosed.areas.map(of),
    clusters: disclosed.clusters.map(of),
    slices: disclosed.slices.map(of),
  };
}

/** As `toldWith`, of areas only. */
export function toldOfAreas(release: Release, at: readonly number[]): DisclosedReport {
  const told = toldWith(release, at);
  return { ...told, areas: told.areas.filter(({ path }) => path.length < 3), clusters: [] };
}

/** Both parts in the order of the report's scales: `fine` of schools too, `broad` of areas only. */
export function putTogether(
  { scales }: ReportCounts,
  broadAt: readonly number[],
  fine: DisclosedReport,
  broad: DisclosedReport,
): DisclosedReport {
  const areas = new Map(broad.areas.map((area) => [area.path.join('/'), area.scales]));
  const slices = new Map(broad.slices.map((slice) => [sliceKey(slice), slice.scales]));
  const merged = (of: readonly DisclosedScale[], wide: readonly DisclosedScale[] | undefined): DisclosedScale[] => {
    const [left, right] = [[...of], [...(wide ?? [])]];
    return scales.map(({ id }, index) => {
      const next = broadAt.includes(index) ? right.shift() : left.shift();
      return next ?? { kind: 'participation-only', scale: id };
    });
  };
  return {
    ...fine,
    areas: fine.areas.map((area) => ({ ...area, scales: merged(area.scales, areas.get(area.path.join('/'))) })),
    clusters: fine.clusters.map((cluster) => ({ ...cluster, scales: merged(cluster.scales, undefined) })),
    slices: fine.slices.map((slice) => ({ ...slice, scales: merged(slice.scales, slices.get(sliceKey(slice))) })),
  };
}

const sliceKey = ({ path, of }: DisclosedReport['slices'][number]): string => `${path.join('/')} ${attributesKey(of)}`;

const picked = <Item>(all: readonly Item[], at: readonly number[]): Item[] => at.flatMap((index) => all[index] ?? []);
