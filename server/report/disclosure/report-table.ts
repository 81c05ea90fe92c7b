import { AtomRows } from './atom-rows.ts';
import { blockOf, type Group, groupsOf, keyOf } from './group.ts';
import type { LinkedTable } from './linked-table.ts';
import { RowTable } from './row-table.ts';
import type { BandScores } from './scores.ts';
import type { SliceTable } from './slices.ts';
import type { Snapshot } from './snapshot.ts';
import { anonymous, type ScaleTally } from './tally.ts';

/** One scale of all releases as one linked table, and where the groups of the release at hand stand in it. */
export interface ReportTable {
  readonly table: LinkedTable;
  /** Index of the group's lowest band; the others follow. */
  readonly offsets: ReadonlyMap<Group, number>;
  /** Index of the group's mean and deviation among the table's moments. */
  readonly moments: ReadonlyMap<Group, MomentPlaces>;
}

/** Null where the moment is not going to be told. */
export interface MomentPlaces {
  readonly mean: number | null;
  readonly sd: number | null;
}

export interface Ground {
  readonly root: Group;
  readonly slices: readonly SliceTable[];
  readonly scale: number;
  readonly scores: readonly BandScores[];
  /** Oldest first; the last is the release at hand. */
  readonly snapshots: readonly Snapshot[];
}

/**
 * Rows are, for each release, the leaves of the group tree, the areas ever shown, the rests of shown areas and the slices;
 * and between releases those who came. Group sizes are public (they are participation).
 */
export function reportTable(ground: Ground): ReportTable {
  return new ReportTableBuilder(ground).build();
}

class ReportTableBuilder {
  private readonly ground: Ground;
  private readonly rows: RowTable;
  private readonly atoms: AtomRows;
  /** Leaves and areas of the tree, wider before narrower. */
  private readonly groups: readonly Group[];
  /** One map per snapshot. */
  private readonly offsets: Map<Group, number>[] = [];
  private readonly moments = new Map<Group, MomentPlaces>();

  constructor(ground: Ground) {
    this.ground = ground;
    this.rows = new RowTable(ground.scores);
    this.atoms = new AtomRows(this.rows, ground);
    const isUsed = (group: Group): boolean =>
      isLeaf(group) || ground.snapshots.some((at) => at.isShown(group, ground.scale));
    this.groups = groupsOf(ground.root).filter(isUsed);
  }

  build(): ReportTable {
    for (const [time, snapshot] of this.ground.snapshots.entries()) {
      this.offsets.push(new Map());
      for (const group of this.groups.toReversed()) this.addGroup(group, time, snapshot);
      const slices = this.ground.slices.flatMap((table) => table.slices);
      for (const slice of slices) this.offsets[time]?.set(slice, this.atoms.addSlice(slice, time, breadth(slice)));
      for (const group of [...this.groups, ...slices]) {
        if (snapshot.isShown(group, this.ground.scale)) this.addShown(group, time, snapshot);
      }
    }
    return { table: this.rows.build(), offsets: this.offsets.at(-1) ?? new Map(), moments: this.moments };
  }

  private addGroup(group: Group, time: number, snapshot: Snapshot): void {
    const { scale } = this.ground;
    const counts = anonymous(this.countsOf(group, time));
    const roles = counts.map((_, band) => snapshot.role(group, scale, band));
    const key = `${snapshot.name}:${keyOf(group)}`;
    const offset = this.rows.addRow({ key, block: this.blockOf(group), counts, roles, worth: breadth(group) });
    this.offsets[time]?.set(group, offset);
    if (!isLeaf(group)) {
      const parts = this.partsOf(group).map((part) => this.offsetOf(part, time));
      this.rows.link(parts, offset);
    } else {
      this.atoms.addLeaf(group, time, time === 0 ? offset : this.addDifference(group, time - 1, time));
    }
  }

  /** What follows from a row being told: its rest, its differences from earlier releases, its moments. */
  private addShown(group: Group, time: number, snapshot: Snapshot): void {
    this.addRest(group, time, snapshot);
    for (let before = 0; before < time; before += 1) {
      const isAtom = isLeaf(group) && before === time - 1;
      const wasShown = this.snapshot(before).isShown(group, this.ground.scale);
      if (!isAtom && wasShown) this.addDifference(group, before, time);
    }
    const mean = this.addMoment(group, time, 1);
    const sd = this.addMoment(group, time, 2);
    if (snapshot.name === 'now') this.moments.set(group, { mean, sd });
  }

  /** Pupils of a shown area outside everything shown in it follow by subtraction. */
  private addRest(group: Group, time: number, snapshot: Snapshot): void {
    const leaves = leavesOutside(group, (part) => snapshot.isShown(part, this.ground.scale));
    if (leaves.length < 2) return;
    const counts = leaves.map((leaf) => anonymous(this.countsOf(leaf, time)));
    const sums = counts.reduce((sum, next) => sum.map((value, band) => value + (next[band] ?? 0)));
    const key = `${snapshot.name}:${keyOf(group)}:rest`;
    const offset = this.rows.addRow({ key, block: this.blockOf(group), counts: sums, roles: [], worth: 1 });
    const parts = leaves.map((leaf) => this.offsetOf(leaf, time));
    this.rows.link(parts, offset);
  }

  private addDifference(group: Group, before: number, after: number): number {
    const earlier = anonymous(this.countsOf(group, before));
    const counts = anonymous(this.countsOf(group, after)).map((value, band) => value - (earlier[band] ?? 0));
    const key = `${this.snapshot(before).name} to ${this.snapshot(after).name}:${keyOf(group)}`;
    const offset = this.rows.addRow({ key, block: this.blockOf(group), counts, roles: [], worth: 1 });
    this.rows.link([this.offsetOf(group, before), offset], this.offsetOf(group, after));
    return offset;
  }

  private addMoment(group: Group, time: number, power: 1 | 2): number | null {
    const told = this.snapshot(time).moment(group, this.ground.scale, power);
    if (told === 'untold') return null;
    const atoms = this.atoms.of(group, time);
    const key = `${this.snapshot(time).name}:${keyOf(group)}:${power}`;
    return this.rows.addMoment({ key, power, atoms, mayBeHidden: told === 'maybe', worth: 5 * breadth(group) });
  }

  private blockOf(group: Group): string | null {
    return blockOf(this.ground.root, group.path);
  }

  /** The widest used groups strictly inside. */
  private partsOf(group: Group): readonly Group[] {
    return group.children.flatMap((child) => (this.groups.includes(child) ? [child] : this.partsOf(child)));
  }

  private countsOf(group: Group, time: number): ScaleTally {
    return scaleOf(this.snapshot(time), group, this.ground.scale);
  }

  private offsetOf(group: Group, time: number): number {
    const offset = this.offsets[time]?.get(group);
    if (offset === undefined) throw new RangeError(`${keyOf(group)} has no row yet`);
    return offset;
  }

  private snapshot(time: number): Snapshot {
    const snapshot = this.ground.snapshots[time];
    if (snapshot === undefined) throw new RangeError(`there is no release ${time}`);
    return snapshot;
  }
}

const isLeaf = (group: Group): boolean => group.children.length === 0 && group.kind !== 'slice';

function leavesOutside(group: Group, isShown: (part: Group) => boolean): readonly Group[] {
  return group.children.flatMap((child) => {
    if (isShown(child)) return [];
    return isLeaf(child) ? [child] : leavesOutside(child, isShown);
  });
}

function scaleOf(snapshot: Snapshot, group: Group, index: number): ScaleTally {
  const scale = snapshot.tally(group).scales[index];
  if (scale === undefined) throw new RangeError(`no scale ${index} in the tally of ${keyOf(group)}`);
  return scale;
}

/** An area is worth more the more groups it holds: the reader loses more with it. */
const breadth = (group: Group): number => groupsOf(group).length;
