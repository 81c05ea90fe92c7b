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
  /** Null where only participation is told, or figures of an earlier release are told again. */
  readonly told: ShownScale | null;
}

/** A report that left, and the counts behind it to check guesses against. */
export interface Evidence {
  readonly counts: ReportCounts;
  readonly disclosed: DisclosedReport;
}

/** Every area and cluster of the report of one release (from 0), told or not. */
export function rowsOf({ counts, disclosed }: Evidence, scale: number, release: number): readonly ReportRow[] {
  const { schools } = counts;
  const { areas, clusters } = disclosed;
  const paths = schools.map(({ path }) => path.join('/'));
  const inArea = (path: readonly string[]) =>
    new Set(paths.filter((school) => `${school}/`.startsWith(`${path.join('/')}/`)));
  const toldIn = (scales: readonly DisclosedScale[]): ShownScale | null => {
    const told = scales[scale];
    return told?.kind === 'shown' && told.asOf === release + 1 ? told : null;
  };
  return [
    ...areas.map(({ path, scales }) => ({ name: path.join('/'), schools: inArea(path), told: toldIn(scales) })),
    ...clusters.map(({ id, path, schools: ids, scales }) => {
      return { name: id, schools: new Set(ids.map((school) => [...path, school].join('/'))), told: toldIn(scales) };
    }),
  ];
}
