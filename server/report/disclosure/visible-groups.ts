import { type Group, groupsOf } from './group.ts';

/** Which groups show distributions, and what a reader gets of the others by subtracting the shown from a shown whole. */
export interface VisibleGroups {
  readonly shown: ReadonlySet<Group>;
  /** For each shown area: its widest shown groups strictly inside, and the hidden rest (empty when all is shown). */
  readonly partitions: ReadonlyMap<Group, Partition>;
}

export interface Partition {
  readonly parts: readonly Group[];
  readonly rest: readonly Group[];
}

/**
 * Shows every group of at least `from` pupils, then hides the smallest until no rest of a shown area,
 * i.e. its pupils outside all shown groups inside it, is a group of fewer than `from`: the rest is as good as published.
 * Groups nest, so whatever can be had by adding and subtracting is a union of such rests and of shown leaves.
 */
export function visibleGroups(root: Group, from: number): VisibleGroups {
  const shown = new Set(groupsOf(root).filter((group) => group.size >= from));
  for (const whole of groupsOf(root).toReversed()) {
    while (shown.has(whole) && isExposed(partition(whole, shown), from)) hideSmallestLeaf(whole, shown);
  }
  const areas = [...shown].filter((group) => group.kind === 'area');
  return { shown, partitions: new Map(areas.map((whole) => [whole, partition(whole, shown)])) };
}

const isExposed = ({ rest }: Partition, from: number): boolean => {
  const size = rest.reduce((sum, group) => sum + group.size, 0);
  return rest.some(hasPupils) && size < from;
};

/** A rest of known pupils only is still somebody's answers. */
const hasPupils = (group: Group): boolean => group.tally.scales.some((scale) => scale.n > 0);

function partition(whole: Group, shown: ReadonlySet<Group>): Partition {
  const parts: Group[] = [];
  const rest: Group[] = [];
  const visit = (group: Group): void => {
    if (shown.has(group)) parts.push(group);
    else if (group.children.length === 0) rest.push(group);
    else group.children.forEach(visit);
  };
  whole.children.forEach(visit);
  return { parts, rest: rest.filter(hasPupils) };
}

/** Hides the smallest shown leaf under an area and every area between the two, which would give it back. */
function hideSmallestLeaf(whole: Group, shown: Set<Group>): void {
  const below = groupsOf(whole).slice(1);
  const leaves = below.filter((group) => group.children.length === 0 && shown.has(group));
  const smallest = leaves.reduce<Group | undefined>(
    (least, next) => (least && least.size <= next.size ? least : next),
    undefined,
  );
  if (smallest === undefined) {
    shown.delete(whole);
    return;
  }
  for (const group of below) if (groupsOf(group).includes(smallest)) shown.delete(group);
}
