import { type Group, groupsOf } from './group.ts';
import type { TableCell } from './linked-table.ts';
import { type Release, toldOf } from './release.ts';
import { addTallies, type ScaleTally, type Tally, tallyOf } from './tally.ts';

/** One release, past or to come, seen on the groups of today. */
export interface Snapshot {
  readonly name: string;
  /** Counts of the group at the time; zeros where none of its schools was there yet. */
  readonly counts: (group: Group, scale: number) => ScaleTally;
  readonly isShown: (group: Group, scale: number) => boolean;
  readonly role: (group: Group, scale: number, band: number) => TableCell['role'];
  /** Whether the mean (1) or the deviation (2) was told; `maybe`: is about to be. */
  readonly moment: (group: Group, scale: number, power: 1 | 2) => 'told' | 'maybe' | 'untold';
}

/**
 * The report at hand: everything of a shown group may leave, except the deviation of a leaf with a band under k:
 * together with the mean it pins such bands down so often that it would nearly always have to go in the end.
 */
export function snapshotNow(shown: ReadonlySet<Group>, k: number): Snapshot {
  const hasSmallBand = ({ bands, knownBands }: ScaleTally): boolean =>
    bands.some((count, band) => count - (knownBands[band] ?? 0) < k);
  return {
    name: 'now',
    counts: (group, scale) => scaleOf(group.tally, scale),
    isShown: (group) => shown.has(group),
    role: (group) => (shown.has(group) ? 'count' : 'free'),
    moment: (group, scale, power) => {
      const isLeaf = group.children.length === 0;
      const isPinned = power === 2 && isLeaf && hasSmallBand(scaleOf(group.tally, scale));
      const isTold = shown.has(group) && !isPinned;
      return isTold ? 'maybe' : 'untold';
    },
  };
}

/** An earlier report, the `number`th from 1: what it told of its own day is told for good. */
export function snapshotOf(release: Release, number: number, root: Group): Snapshot {
  const tallies = new Map(release.counts.schools.map((school) => [school.path.join('/'), tallyOf(school)]));
  const told = new Map(groupsOf(root).map((group) => [group, toldOf(release, group)]));
  const rowOf = (group: Group, scale: number) => {
    const row = told.get(group)?.[scale];
    return row?.kind === 'shown' && row.asOf === number ? row : undefined;
  };
  return {
    name: `release ${number}`,
    counts: (group, scale) => scaleOf(tallyThen(group, tallies), scale),
    isShown: (group, scale) => rowOf(group, scale) !== undefined,
    role: (group, scale, band) => (rowOf(group, scale)?.bands[band]?.kind === 'shown' ? 'fixed' : 'free'),
    moment: (group, scale, power) =>
      rowOf(group, scale)?.[power === 1 ? 'mean' : 'sd'].kind === 'shown' ? 'told' : 'untold',
  };
}

/** Sum of the schools' tallies of the time, on the shape of today's. */
function tallyThen(group: Group, tallies: ReadonlyMap<string, Tally>): Tally {
  const then = group.schools.flatMap((path) => tallies.get(path.join('/')) ?? []);
  return then.length > 0 ? addTallies(then) : emptied(group.tally);
}

const emptied = (tally: Tally): Tally => ({
  participation: { invited: 0, consented: 0, started: 0, submitted: 0 },
  scales: tally.scales.map(({ bands }) => {
    const zeros = bands.map(() => 0);
    return { n: 0, sum: 0, sumSquares: 0, bands: zeros, knownBands: zeros };
  }),
});

function scaleOf(tally: Tally, index: number): ScaleTally {
  const scale = tally.scales[index];
  if (scale === undefined) throw new RangeError(`no scale ${index} in the tally`);
  return scale;
}
