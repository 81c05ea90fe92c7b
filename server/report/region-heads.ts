import type { ReportRow, ScaleCell } from '../contract/campaign.schema.ts';
import type { HeadVersion } from '../store/releases.ts';
import { addUpCells } from './national.ts';

/** The first line of a region's newest release. */
type Head = { readonly releasedAt: Date; readonly row: ReportRow };

/** Two campaigns of one region in one year do not add up: pupils may sit in both. The later one stands. */
export function newestPerRegion<One extends Head>(heads: readonly One[]): One[] {
  const newest = new Map<string, One>();
  for (const head of heads) {
    const known = newest.get(head.row.id);
    if (known === undefined || known.releasedAt < head.releasedAt) newest.set(head.row.id, head);
  }
  return [...newest.values()].sort((a, b) => a.row.id.localeCompare(b.row.id));
}

/** The country's cells of some scales as the sum of what regions' lines tell. */
export const countryCells = (rows: readonly ReportRow[], scales: readonly string[]): ScaleCell[] =>
  scales.map((scale) =>
    addUpCells(
      scale,
      rows.flatMap((row) => row.scales.filter((cell) => cell.scale === scale)),
    ),
  );

/** All that regions' first lines tell is the same as long as this is. */
export const versionOf = (heads: readonly HeadVersion[]): string =>
  heads.map(({ campaign, release, releasedAt }) => `${campaign}:${release}@${releasedAt.getTime()}`).join(' ');
