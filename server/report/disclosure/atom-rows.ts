import { attributesKey, hasAttributes } from './attributes.ts';
import { blockOf, type Group, groupsOf, keyOf } from './group.ts';
import type { Ground } from './report-table.ts';
import type { RowTable } from './row-table.ts';
import { sliceOf } from './slices.ts';
import { anonymous, type ScaleTally, type Stratum, type Tally } from './tally.ts';

interface AtomRow {
  readonly of: Stratum['of'];
  readonly offset: number;
  /** Null where pupils have been lost, of whose scores nothing can be said. */
  readonly atom: number | null;
}

/** The finest rows: who came to a leaf in a release, by stratum. Slices are sums of them. */
export class AtomRows {
  private readonly rows: RowTable;
  private readonly ground: Ground;
  /** Per release, per leaf. */
  private readonly atoms: Map<Group, readonly AtomRow[]>[] = [];
  private readonly slices = new Map<string, number>();

  constructor(rows: RowTable, ground: Ground) {
    this.rows = rows;
    this.ground = ground;
  }

  /** Splits the row of those who came to a leaf, which is the atom itself where there is nothing to split it by. */
  addLeaf(leaf: Group, time: number, offset: number): void {
    const period = this.atoms[time] ?? new Map<Group, readonly AtomRow[]>();
    this.atoms[time] = period;
    const strata = this.arrivalsOf(leaf, time);
    const [only] = strata;
    if (only !== undefined && strata.length === 1) {
      period.set(leaf, [{ of: only.of, offset, atom: this.addAtom(offset, only.counts) }]);
      return;
    }
    const block = blockOf(this.ground.root, leaf.path);
    const parts = strata.map(({ of, counts }): AtomRow => {
      const key = `${this.ground.snapshots[time]?.name}:${keyOf(leaf)}:came${attributesKey(of)}`;
      const part = this.rows.addRow({ key, block, counts: anonymous(counts), roles: [], worth: 1, guarded: false });
      return { of, offset: part, atom: this.addAtom(part, counts) };
    });
    const offsets = parts.map((part) => part.offset);
    this.rows.link(offsets, offset);
    period.set(leaf, parts);
  }

  /** The row of a slice, over the rows of the same slice of narrower areas. */
  addSlice(slice: Group, time: number, worth: number): number {
    const area = groupsOf(this.ground.root).find(
      (group) => group.kind === 'area' && keyOf(group) === slice.path.join('/'),
    );
    if (area === undefined) throw new RangeError(`no area for the slice ${keyOf(slice)}`);
    return this.addPart(area, slice, time, { worth, guarded: true });
  }

  /** Atoms of a group or a slice, of all who came up to a release. */
  of(group: Group, time: number): readonly number[] {
    const schools = new Set(group.schools.map((path) => path.join('/')));
    const isInside = (leaf: Group): boolean => leaf.schools.every((path) => schools.has(path.join('/')));
    const parts = this.atoms
      .slice(0, time + 1)
      .flatMap((period) => [...period].flatMap(([leaf, atoms]) => (isInside(leaf) ? atoms : [])));
    return parts.flatMap(({ of, atom }) => (atom !== null && hasAttributes(of, group.of) ? [atom] : []));
  }

  private addPart(
    area: Group,
    slice: Group,
    time: number,
    { worth, guarded }: { worth: number; guarded: boolean },
  ): number {
    const snapshot = this.ground.snapshots[time];
    const key = `${snapshot?.name}:${keyOf(slice)}`;
    const known = this.slices.get(key);
    if (known !== undefined) return known;
    const counts = snapshot?.tally(slice).scales[this.ground.scale];
    if (snapshot === undefined || counts === undefined) throw new RangeError(`no counts of ${key}`);
    const roles = counts.bands.map((_, band) => snapshot.role(slice, this.ground.scale, band));
    const block = blockOf(this.ground.root, slice.path);
    const offset = this.rows.addRow({ key, block, counts: anonymous(counts), roles, worth, guarded });
    this.slices.set(key, offset);
    this.rows.link(this.partsOf(area, slice, time), offset);
    return offset;
  }

  private partsOf(area: Group, slice: Group, time: number): readonly number[] {
    return area.children.flatMap((child) => {
      if (child.kind === 'area') {
        const part = this.ground.slices
          .flatMap(({ slices }) => slices)
          .find((other) => keyOf(other) === keyOf({ ...slice, path: child.path }));
        return [this.addPart(child, part ?? sliceOf(child, slice.of), time, { worth: 1, guarded: part !== undefined })];
      }
      const atoms = this.atoms.slice(0, time + 1).flatMap((period) => period.get(child) ?? []);
      return atoms.flatMap(({ of, offset }) => (hasAttributes(of, slice.of) ? [offset] : []));
    });
  }

  private addAtom(offset: number, { bands, knownBands, sum, sumSquares }: ScaleTally): number | null {
    if (bands.some((count, band) => count < (knownBands[band] ?? 0))) return null;
    return this.rows.addAtom({ offset, known: knownBands, sum, sumSquares });
  }

  /** Who came between the release before and this one, by stratum if there are slices to need it. */
  private arrivalsOf(
    leaf: Group,
    time: number,
  ): readonly { readonly of: Stratum['of']; readonly counts: ScaleTally }[] {
    const isSplit = this.ground.slices.length > 0;
    const tallies = this.ground.snapshots.map((snapshot) =>
      isSplit ? snapshot.tally(leaf) : unsplit(snapshot.tally(leaf)),
    );
    const strata = new Map(tallies.flatMap(({ strata }) => strata.map(({ of }) => [attributesKey(of), of] as const)));
    const countsIn = (tally: Tally | undefined, key: string): ScaleTally | undefined =>
      tally?.strata.find(({ of }) => attributesKey(of) === key)?.scales[this.ground.scale];
    return [...strata].map(([key, of]) => {
      const after = countsIn(tallies[time], key) ?? nobodyLike(leaf, this.ground.scale);
      const before = time === 0 ? undefined : countsIn(tallies[time - 1], key);
      return { of, counts: before === undefined ? after : subtract(after, before) };
    });
  }
}

const unsplit = (tally: Tally): Tally => ({ ...tally, strata: [{ of: {}, scales: tally.scales }] });

function nobodyLike(group: Group, scale: number): ScaleTally {
  const zeros = group.tally.scales[scale]?.bands.map(() => 0) ?? [];
  return { n: 0, sum: 0, sumSquares: 0, bands: zeros, knownBands: zeros };
}

const subtract = (after: ScaleTally, before: ScaleTally): ScaleTally => ({
  n: after.n - before.n,
  sum: after.sum - before.sum,
  sumSquares: after.sumSquares - before.sumSquares,
  bands: after.bands.map((count, band) => count - (before.bands[band] ?? 0)),
  knownBands: after.knownBands.map((count, band) => count - (before.knownBands[band] ?? 0)),
});
