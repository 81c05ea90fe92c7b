import { type Group, groupsOf } from './group.ts';
import type { LinkedTable, TableCell } from './linked-table.ts';
import { RowTable } from './row-table.ts';
import type { BandScores } from './scores.ts';
import type { Snapshot } from './snapshot.ts';
import type { ScaleTally } from './tally.ts';

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

interface Ground {
  readonly root: Group;
  readonly scale: number;
  readonly scores: readonly BandScores[];
  /** Oldest first; the last is the release at hand. */
  readonly snapshots: readonly Snapshot[];
}

/**
 * Rows are, for each release, the leaves of the group tree, the areas ever shown and the rests of shown areas;
 * and between releases those who came. Group sizes are public (they are participation).
 */
export function reportTable(ground: Ground): ReportTable {
  return new ReportTableBuilder(ground).build();
}

class ReportTableBuilder {
  private readonly ground: Ground;
  private readonly rows: RowTable;
  private readonly groups: readonly Group[];
  /** One map per snapshot. */
  private readonly offsets: Map<Group, number>[] = [];
  private readonly atoms: Map<Group, number>[] = [];
  private readonly moments = new Map<Group, MomentPlaces>();

  constructor(ground: Ground) {
    this.ground = ground;
    this.rows = new RowTable(ground.scores);
    const isUsed = (group: Group): boolean =>
      isLeaf(group) || ground.snapshots.some((at) => at.isShown(group, ground.scale));
    this.groups = groupsOf(ground.root).filter(isUsed);
  }

  build(): ReportTable {
    for (const [time, snapshot] of this.ground.snapshots.entries()) {
      this.offsets.push(new Map());
      this.atoms.push(new Map());
      for (const group of this.groups.toReversed()) this.addGroup(group, time, snapshot);
      for (const group of this.groups)
        if (snapshot.isShown(group, this.ground.scale)) this.addShown(group, time, snapshot);
    }
    return { table: this.rows.build(), offsets: this.offsets.at(-1) ?? new Map(), moments: this.moments };
  }

  private addGroup(group: Group, time: number, snapshot: Snapshot): void {
    const { scale } = this.ground;
    const tally = snapshot.counts(group, scale);
    const roles = tally.bands.map((_, band) => snapshot.role(group, scale, band));
    const offset = this.addRow(`${snapshot.name}:${keyOf(group)}`, tally, roles, breadth(group));
    this.offsets[time]?.set(group, offset);
    if (!isLeaf(group)) {
      this.rows.link(
        this.partsOf(group).map((part) => this.offsetOf(part, time)),
        offset,
      );
    } else if (time === 0) {
      this.addAtom(group, time, offset, tally);
    } else {
      const difference = subtract(tally, this.snapshot(time - 1).counts(group, scale));
      this.addAtom(group, time, this.addDifference(group, time - 1, time), difference);
    }
  }

  /** What follows from a row being told: its rest, its differences from earlier releases, its moments. */
  private addShown(group: Group, time: number, snapshot: Snapshot): void {
    const { scale } = this.ground;
    this.addRest(group, time, snapshot);
    for (let before = 0; before < time; before += 1) {
      const isAtom = isLeaf(group) && before === time - 1;
      if (!isAtom && this.snapshot(before).isShown(group, scale)) this.addDifference(group, before, time);
    }
    const mean = this.addMoment(group, time, 1);
    const sd = this.addMoment(group, time, 2);
    if (snapshot.name === 'now') this.moments.set(group, { mean, sd });
  }

  /** Pupils of a shown area outside everything shown in it follow by subtraction. */
  private addRest(group: Group, time: number, snapshot: Snapshot): void {
    const leaves = leavesOutside(group, (part) => snapshot.isShown(part, this.ground.scale));
    if (isLeaf(group) || leaves.length < 2) return;
    const counts = leaves.map((leaf) => anonymous(snapshot.counts(leaf, this.ground.scale)));
    const sums = counts.reduce((sum, next) => sum.map((value, band) => value + (next[band] ?? 0)));
    const offset = this.rows.addRow({
      key: `${snapshot.name}:${keyOf(group)}:rest`,
      counts: sums,
      roles: [],
      worth: 1,
    });
    this.rows.link(
      leaves.map((leaf) => this.offsetOf(leaf, time)),
      offset,
    );
  }

  private addDifference(group: Group, before: number, after: number): number {
    const { scale } = this.ground;
    const earlier = anonymous(this.snapshot(before).counts(group, scale));
    const counts = anonymous(this.snapshot(after).counts(group, scale)).map(
      (value, band) => value - (earlier[band] ?? 0),
    );
    const key = `${this.snapshot(before).name}→${this.snapshot(after).name}:${keyOf(group)}`;
    const offset = this.rows.addRow({ key, counts, roles: [], worth: 1 });
    this.rows.link([this.offsetOf(group, before), offset], this.offsetOf(group, after));
    return offset;
  }

  private addAtom(leaf: Group, time: number, offset: number, { knownBands, sum, sumSquares }: ScaleTally): void {
    this.atoms[time]?.set(leaf, this.rows.addAtom({ offset, known: knownBands, sum, sumSquares }));
  }

  private addMoment(group: Group, time: number, power: 1 | 2): number | null {
    const told = this.snapshot(time).moment(group, this.ground.scale, power);
    if (told === 'untold') return null;
    const leaves = groupsOf(group).filter(isLeaf);
    const atoms = this.atoms.slice(0, time + 1).flatMap((period) => leaves.flatMap((leaf) => period.get(leaf) ?? []));
    const key = `${this.snapshot(time).name}:${keyOf(group)}:${power}`;
    return this.rows.addMoment({
      key,
      power,
      atoms,
      mayBeHidden: told === 'maybe',
      worth: 5 * breadth(group),
    });
  }

  private addRow(key: string, tally: ScaleTally, roles: readonly TableCell['role'][], worth: number): number {
    return this.rows.addRow({ key, counts: anonymous(tally), roles, worth });
  }

  /** The widest used groups strictly inside. */
  private partsOf(group: Group): readonly Group[] {
    return group.children.flatMap((child) => (this.groups.includes(child) ? [child] : this.partsOf(child)));
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

const isLeaf = (group: Group): boolean => group.children.length === 0;

function leavesOutside(group: Group, isShown: (part: Group) => boolean): readonly Group[] {
  return group.children.flatMap((child) => {
    if (isShown(child)) return [];
    return isLeaf(child) ? [child] : leavesOutside(child, isShown);
  });
}

const anonymous = ({ bands, knownBands }: ScaleTally): readonly number[] =>
  bands.map((count, band) => count - (knownBands[band] ?? 0));

const subtract = (after: ScaleTally, before: ScaleTally): ScaleTally => ({
  n: after.n - before.n,
  sum: after.sum - before.sum,
  sumSquares: after.sumSquares - before.sumSquares,
  bands: after.bands.map((count, band) => count - (before.bands[band] ?? 0)),
  knownBands: after.knownBands.map((count, band) => count - (before.knownBands[band] ?? 0)),
});

const keyOf = (group: Group): string =>
  `${group.path.join('/')}${group.kind === 'cluster' ? `*${group.schools.join('+')}` : ''}`;

/** An area is worth more the more groups it holds: the reader loses more with it. */
const breadth = (group: Group): number => groupsOf(group).length;
