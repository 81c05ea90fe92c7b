import type {
  DisclosedReport,
  DisclosedScale,
  ReportCounts,
  ShownScale,
} from '../../../server/report/disclosure/index.ts';

/** An area or a cluster as its reader sees it. */
export interface ReportRow {
  readonly name: string;
  /** Paths of the schools in it. */
  readonly schools: ReadonlySet<string>;
  /** Null where only participation is told. */
  readonly told: ShownScale | null;
}

/** Every area and cluster of a report, told or not. */
export function rowsOf(
  { schools }: ReportCounts,
  { areas, clusters }: DisclosedReport,
  scale: number,
): readonly ReportRow[] {
  const paths = schools.map(({ path }) => path.join('/'));
  const inArea = (path: readonly string[]) =>
    new Set(paths.filter((school) => `${school}/`.startsWith(`${path.join('/')}/`)));
  const toldIn = (scales: readonly DisclosedScale[]): ShownScale | null => {
    const told = scales[scale];
    return told?.kind === 'shown' ? told : null;
  };
  return [
    ...areas.map(({ path, scales }) => ({ name: path.join('/'), schools: inArea(path), told: toldIn(scales) })),
    ...clusters.map(({ id, path, schools: ids, scales }) => {
      return { name: id, schools: new Set(ids.map((school) => [...path, school].join('/'))), told: toldIn(scales) };
    }),
  ];
}
