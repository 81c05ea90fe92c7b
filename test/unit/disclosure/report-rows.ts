import type {
  Attributes,
  DisclosedReport,
  DisclosedScale,
  ReportCounts,
  ShownScale,
} from '../../../server/report/disclosure/index.ts';

/** Pupils of some schools (paths) who have some attributes (none: all). */
export interface Cohort {
  readonly schools: ReadonlySet<string>;
  readonly of: Attributes;
}

/** An area, a cluster or a slice as its reader sees it. */
export interface ReportRow {
  readonly name: string;
  readonly cohort: Cohort;
  /** Null where only participation is told, or figures of an earlier release are told again. */
  readonly told: ShownScale | null;
}

/** A report that left, and the counts behind it to check guesses against. */
export interface Evidence {
  readonly counts: ReportCounts;
  readonly disclosed: DisclosedReport;
}

/** Every area, cluster and slice of the report of one release (from 0), told or not. */
export function rowsOf({ counts, disclosed }: Evidence, scale: number, release: number): readonly ReportRow[] {
  const { areas, clusters, slices } = disclosed;
  const paths = counts.schools.map(({ path }) => path.join('/'));
  const inArea = (path: readonly string[]) =>
    new Set(paths.filter((school) => `${school}/`.startsWith(`${path.join('/')}/`)));
  const inCluster = (path: readonly string[], ids: readonly string[]) =>
    new Set(ids.map((id) => [...path, id].join('/')));
  const toldIn = (scales: readonly DisclosedScale[]): ShownScale | null => {
    const told = scales[scale];
    return told?.kind === 'shown' && told.asOf === release + 1 ? told : null;
  };
  const row = (
    name: string,
    schools: ReadonlySet<string>,
    of: Attributes,
    scales: readonly DisclosedScale[],
  ): ReportRow => {
    return { name: `${name} ${Object.values(of).join()}`, cohort: { schools, of }, told: toldIn(scales) };
  };
  return [
    ...areas.map(({ path, scales }) => row(path.join('/'), inArea(path), {}, scales)),
    ...clusters.map(({ id, path, schools, scales }) => row(id, inCluster(path, schools), {}, scales)),
    ...slices.map(({ path, of, scales }) => row(path.join('/'), inArea(path), of, scales)),
  ];
}
