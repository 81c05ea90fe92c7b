import { type Group, groupsOf } from './group.ts';
import { addsUpTo, type Constraint, type LinkedTable, sumsTo, type TableCell } from './linked-table.ts';
import { addTallies, type ScaleTally, total } from './tally.ts';
import type { VisibleGroups } from './visible-groups.ts';

/** The histograms of one scale over all visible groups as one linked table, and where each group's bands stand in it. */
export interface BandTable {
  readonly table: LinkedTable;
  /** Index of the group's lowest band; the others follow. */
  readonly offsets: ReadonlyMap<Group, number>;
}

/**
 * Rows are the shown groups and the hidden rest of each shown area; columns the bands. Group sizes are public (they are
 * participation), so each row adds up to a known number, and each shown area is the sum of its parts and its rest.
 */
export function bandTable({ shown, partitions }: VisibleGroups, scale: number): BandTable {
  const cells: TableCell[] = [];
  const constraints: Constraint[] = [];
  const offsets = new Map<Group, number>();
  const addRow = (key: string, tally: ScaleTally, role: TableCell['role'], worth: number): number => {
    const offset = cells.length;
    const counts = tally.bands.map((count, band) => count - (tally.knownBands[band] ?? 0));
    const bound = total(counts);
    for (const [band, value] of counts.entries()) {
      cells.push({ key: `${key}/${band}`, value, role, bound, worth: worthOf(worth, value) });
    }
    constraints.push(addsUpTo(range(offset, counts.length), bound));
    return offset;
  };
  for (const group of shown) offsets.set(group, addRow(keyOf(group), scaleOf([group], scale), 'count', breadth(group)));
  for (const [whole, partition] of partitions) {
    const rows = partition.parts.map((part) => offsets.get(part) ?? 0);
    if (partition.rest.length > 0) rows.push(addRow(`${keyOf(whole)}/rest`, scaleOf(partition.rest, scale), 'free', 1));
    const bands = scaleOf([whole], scale).bands.length;
    const own = offsets.get(whole) ?? 0;
    for (let band = 0; band < bands; band += 1)
      constraints.push(
        sumsTo(
          rows.map((row) => row + band),
          own + band,
        ),
      );
  }
  return { table: { cells, constraints }, offsets };
}

const scaleOf = (groups: readonly Group[], scale: number): ScaleTally => {
  const tally = addTallies(groups.map((group) => group.tally)).scales[scale];
  if (tally === undefined) throw new RangeError(`no scale ${scale} in the tally`);
  return tally;
};

const keyOf = (group: Group): string => `${group.kind}:${group.schools[0]?.join('/')}:${group.path.length}`;

/** An area is worth more the more groups it holds: the reader loses more with it. */
const breadth = (group: Group): number => groupsOf(group).length;

/** Small numbers go first: they tell less. */
const worthOf = (breadthOfGroup: number, value: number): number => breadthOfGroup * (1 + Math.log2(1 + value) / 8);

const range = (from: number, length: number): readonly number[] => Array.from({ length }, (_, index) => from + index);
