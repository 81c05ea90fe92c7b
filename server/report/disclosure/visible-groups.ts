import { type Group, groupsOf } from './group.ts';
import { type History, isExposed, mayBeTold } from './history.ts';

/**
 * The groups that show distributions today: every group of at least `from` pupils (and newcomers, see `mayBeTold`), less
 * the smallest, one by one, until no rest of a shown area, i.e. its pupils outside all shown groups inside it, is a group
 * of fewer than `from`: the rest is as good as published. Groups nest, so whatever can be had by adding and subtracting
 * is a union of rests and shown leaves.
 */
export function visibleGroups(root: Group, from: number, history: History): ReadonlySet<Group> {
  const shown = new Set(groupsOf(root).filter((group) => mayBeTold(group, from, history)));
  for (const whole of groupsOf(root).toReversed()) {
    while (shown.has(whole) && isExposed(restOf(whole, shown), whole, from, history)) hideSmallestLeaf(whole, shown);
  }
  return shown;
}

/** The leaves outside everything shown inside. */
function restOf(whole: Group, shown: ReadonlySet<Group>): readonly Group[] {
  return whole.children.flatMap((child) => {
    if (shown.has(child)) return [];
    return child.children.length > 0 ? restOf(child, shown) : [child];
  });
}

/** Hides the smallest shown leaf under an area and every area between the two, which would give it back. */
function hideSmallestLeaf(whole: Group, shown: Set<Group>): void {
  const below = groupsOf(whole).slice(1);
  const leaves = below.filter((group) => group.children.length === 0 && shown.has(group));
  const [smallest] = leaves.toSorted((a, b) => a.size - b.size);
  if (smallest === undefined) {
    shown.delete(whole);
    return;
  }
  for (const group of below) if (groupsOf(group).includes(smallest)) shown.delete(group);
}
