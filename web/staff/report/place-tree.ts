import type { CampaignReport, ReportRow, ScaleCell } from '../../../server/contract/campaign.schema.ts';

export type PlaceNode = { row: ReportRow; depth: number; children: readonly PlaceNode[] };

/** Region → districts → schools; the small schools of a cluster stand inside it. */
export function placeTree(rows: readonly ReportRow[]): readonly PlaceNode[] {
  const inside = new Map<string | null, ReportRow[]>();
  for (const row of rows) {
    const holder = row.cluster ?? row.parent;
    inside.set(holder, [...(inside.get(holder) ?? []), row]);
  }
  const known = new Set(rows.map(({ id }) => id));
  const build = (row: ReportRow, depth: number): PlaceNode => ({
    row,
    depth,
    children: (inside.get(row.id) ?? []).map((child) => build(child, depth + 1)),
  });
  return rows.filter(({ parent }) => parent === null || !known.has(parent)).map((row) => build(row, 0));
}

/** The places in sight when these are open, from top to bottom. */
export const placesInSight = (tree: readonly PlaceNode[], open: ReadonlySet<string>): PlaceNode[] =>
  tree.flatMap((node) => [node, ...(open.has(node.row.id) ? placesInSight(node.children, open) : [])]);

/** All places, from top to bottom. */
export const allPlaces = (tree: readonly PlaceNode[]): PlaceNode[] =>
  tree.flatMap((node) => [node, ...allPlaces(node.children)]);

export type ShownCell = Extract<ScaleCell, { histogram: unknown }>;

/** The cell of one scale where its distribution may be told; null where only participation is. */
export function shownCell(row: ReportRow, scale: string): ShownCell | null {
  const cell = row.scales.find((each) => each.scale === scale);
  return cell !== undefined && 'histogram' in cell ? cell : null;
}

/** Places whose distributions may be told, for at least one scale. */
export const tellingPlaces = ({ rows, scales }: CampaignReport): ReportRow[] =>
  rows.filter((row) => scales.some(({ id }) => shownCell(row, id) !== null));

/** The widest place of a report: its region. */
export const topRow = ({ rows }: CampaignReport): ReportRow | null =>
  rows.find(({ level }) => level === 'region') ?? null;
