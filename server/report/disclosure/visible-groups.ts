import { type Group, groupsOf } from './group.ts';

/**
 * The groups that show distributions: every group of at least `from` pupils, less the smallest, one by one, until no rest
 * of a shown area, i.e. its pupils outside all shown groups inside it, is a group of fewer than `from`: the rest is as
 * good as published. Groups nest, so whatever can be had by adding and subtracting is a union of rests and shown leaves.
 */
export function visibleGroups(root: Group, from: number): ReadonlySet<Group> {
  const shown = new Set(groupsOf(root).filter((group) => group.size >= from));
  for (const whole of groupsOf(root).toReversed()) {
    while (shown.has(whole) && isExposed(restOf(whole, shown), from)) hideSmallestLeaf(whole, shown);
  }
  return shown;
}

const isExposed = (rest: readonly Group[], from: number): boolean => {
  const size = rest.reduce((sum, group) => sum + group.size, 0);
  return rest.length > 0 && size < from;
};

/** The leaves with pupils outside everything shown inside; pupils known by name are still somebody. */
function restOf(whole: Group, shown: ReadonlySet<Group>): readonly Group[] {
  return whole.children.flatMap((child) => {
    if (shown.has(child)) return [];
    if (child.children.length > 0) return restOf(child, shown);
    return child.tally.scales.some((scale) => scale.n > 0) ? [child] : [];
  });
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
