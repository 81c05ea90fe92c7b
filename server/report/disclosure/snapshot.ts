import type { Group } from './group.ts';
import type { TableCell } from './linked-table.ts';
import { type Release, toldOf } from './release.ts';
import type { ScaleDefinition } from './report-counts.ts';
import { sliceOf } from './slices.ts';
import { addTallies, emptied, type ScaleTally, type Tally, tallyOf } from './tally.ts';

/** One release, past or to come, seen on the groups of today. */
export interface Snapshot {
  readonly name: string;
  /** Counts of the group at the time; nobody where none of its schools was there yet. */
  readonly tally: (group: Group) => Tally;
  readonly isShown: (group: Group, scale: number) => boolean;
  readonly role: (group: Group, scale: number, band: number) => TableCell['role'];
  /** Whether the mean (1) or the deviation (2) was told; `maybe`: is about to be. */
  readonly moment: (group: Group, scale: number, power: 1 | 2) => 'told' | 'maybe' | 'untold';
}

/**
 * The report at hand: everything of a shown group may leave, except means and deviations of classes, and the deviation of a
 * leaf with a band under k: together with the mean it pins such bands down so often that it would nearly always have to go in
 * the end.
 */
export function snapshotNow(shown: ReadonlySet<Group>, k: number, scales: readonly ScaleDefinition[]): Snapshot {
  return {
    name: 'now',
    tally: (group) => group.tally,
    isShown: (group) => shown.has(group),
    role: (group) => (shown.has(group) ? 'count' : 'free'),
    moment: (group, scale, power) => {
      const isPinned = power === 2 && group.children.length === 0 && hasSmallBand(group.tally.scales[scale], k);
      return shown.has(group) && !isPinned && scales[scale]?.isCategory !== true ? 'maybe' : 'untold';
    },
  };
}

const hasSmallBand = (scale: ScaleTally | undefined, k: number): boolean =>
  scale?.bands.some((count, band) => count - (scale.knownBands[band] ?? 0) < k) ?? true;

/** An earlier report, the `number`th from 1: what it told of its own day is told for good. */
export function snapshotOf(release: Release, number: number): Snapshot {
  const schools = new Map(release.counts.schools.map((school) => [school.path.join('/'), tallyOf(school)]));
  const told = remembered((group) => toldOf(release, group));
  const rowOf = (group: Group, scale: number) => {
    const row = told(group)?.[scale];
    return row?.kind === 'shown' && row.asOf === number ? row : undefined;
  };
  return {
    name: `release ${number}`,
    tally: remembered((group) => tallyThen(group, schools)),
    isShown: (group, scale) => rowOf(group, scale) !== undefined,
    role: (group, scale, band) => (rowOf(group, scale)?.bands[band]?.kind === 'shown' ? 'fixed' : 'free'),
    moment: (group, scale, power) =>
      rowOf(group, scale)?.[power === 1 ? 'mean' : 'sd'].kind === 'shown' ? 'told' : 'untold',
  };
}

/** Sum of the schools' tallies of the time, on the shape of today's. */
function tallyThen(group: Group, schools: ReadonlyMap<string, Tally>): Tally {
  const then = group.schools.flatMap((path) => schools.get(path.join('/')) ?? []);
  if (then.length === 0) return emptied(group.tally);
  const tally = addTallies(then);
  return group.kind === 'slice' ? sliceOf({ ...group, tally }, group.of).tally : tally;
}

function remembered<Value>(compute: (group: Group) => Value): (group: Group) => Value {
  const values = new Map<Group, Value>();
  return (group) => {
    const known = values.get(group);
    if (known !== undefined) return known;
    const fresh = compute(group);
    values.set(group, fresh);
    return fresh;
  };
}
